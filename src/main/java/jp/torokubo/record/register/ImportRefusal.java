// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.importing.KeptImport;

/** Why a published list, a row of it, or a step of its import is refused. */
public sealed interface ImportRefusal extends Refusal {

    // the whole file

    /** No row holds the headings of a list. */
    record NoHeading(String needed) implements ImportRefusal {
        @Override public String code() { return "register.list-no-heading"; }
        @Override public Map<String, Object> facts() { return Map.of("needed", needed); }
    }

    record HeadingTwice(String heading, int row) implements ImportRefusal {
        @Override public String code() { return "register.list-heading-twice"; }
        @Override public Map<String, Object> facts() { return Map.of("heading", heading, "row", row); }
    }

    record SeveralSheets(String sheets) implements ImportRefusal {
        @Override public String code() { return "register.list-several-sheets"; }
        @Override public Map<String, Object> facts() { return Map.of("sheets", sheets); }
    }

    record NoRows() implements ImportRefusal {
        @Override public String code() { return "register.list-no-rows"; }
    }

    // one row

    record Missing(String column) implements ImportRefusal {
        @Override public String code() { return "register.list-value-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("column", column); }
    }

    /** Plain text says where neither the name of the service ends nor that of its provider begins. */
    record WhoseName(String text) implements ImportRefusal {
        @Override public String code() { return "register.list-whose-name"; }
        @Override public Map<String, Object> facts() { return Map.of("text", text); }
    }

    record NoDayAtEnd(String text) implements ImportRefusal {
        @Override public String code() { return "register.list-no-day-at-end"; }
        @Override public Map<String, Object> facts() { return Map.of("text", text); }
    }

    record OutOfTurn(String expected, String found) implements ImportRefusal {
        @Override public String code() { return "register.list-out-of-turn"; }
        @Override public Map<String, Object> facts() { return Map.of("expected", expected, "found", found); }
    }

    record BeforeScheme(LocalDate day, LocalDate first) implements ImportRefusal {
        @Override public String code() { return "register.list-day-before-scheme"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day, "first", first); }
    }

    record AfterPublication(LocalDate day, LocalDate completeUntil) implements ImportRefusal {
        @Override public String code() { return "register.list-day-after-publication"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day, "until", completeUntil); }
    }

    record NotANumber(String number, String form) implements ImportRefusal {
        @Override public String code() { return "register.list-not-a-number"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number, "form", form); }
    }

    record NumberTwice(String number, int row) implements ImportRefusal {
        @Override public String code() { return "register.list-number-twice"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number, "row", row); }
    }

    record ServiceTwice(String name, int row) implements ImportRefusal {
        @Override public String code() { return "register.list-service-twice"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "row", row); }
    }

    record PeriodReversed(LocalDate from, LocalDate until) implements ImportRefusal {
        @Override public String code() { return "register.list-period-reversed"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "until", until); }
    }

    record NotAPeriod(String text) implements ImportRefusal {
        @Override public String code() { return "register.list-not-a-period"; }
        @Override public Map<String, Object> facts() { return Map.of("text", text); }
    }

    record ValidBeforeRegistered(LocalDate until, LocalDate registeredOn) implements ImportRefusal {
        @Override public String code() { return "register.list-valid-before-registered"; }
        @Override public Map<String, Object> facts() { return Map.of("until", until, "registered", registeredOn); }
    }

    record NotAProvenance(String value) implements ImportRefusal {
        @Override public String code() { return "register.list-not-a-provenance"; }
        @Override public Map<String, Object> facts() { return Map.of("value", value); }
    }

    /** Matches more than one service of the register. */
    record Ambiguous(String name) implements ImportRefusal {
        @Override public String code() { return "register.list-ambiguous"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    /** The register has the service under another day of registration. */
    record OtherDay(String name, LocalDate known, LocalDate given) implements ImportRefusal {
        @Override public String code() { return "register.list-other-day"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "known", known, "given", given); }
    }

    /** The register says the registration ended; the list shows it as before. */
    record EndedBefore(String name, LocalDate on) implements ImportRefusal {
        @Override public String code() { return "register.list-ended-before"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "on", on); }
    }

    // one step of an import

    record NotFound(String id) implements ImportRefusal {
        @Override public String code() { return "register.import-not-found"; }
        @Override public Map<String, Object> facts() { return Map.of("id", id); }
    }

    record NotInThisState(KeptImport.State state) implements ImportRefusal {
        @Override public String code() { return "register.import-not-in-this-state"; }
        @Override public Map<String, Object> facts() {
            return Map.of(
                    "state", RegisterWords.of(Locale.JAPANESE, "import." + state.code()),
                    "state_en", RegisterWords.of(Locale.ENGLISH, "import." + state.code()));
        }
    }

    /** The dry run is no longer the one on the page. */
    record ChangedSinceSeen() implements ImportRefusal {
        @Override public String code() { return "register.import-changed-since-seen"; }
    }

    record HasRefusedRows(long count) implements ImportRefusal {
        @Override public String code() { return "register.import-has-refused-rows"; }
        @Override public Map<String, Object> facts() { return Map.of("count", count); }
    }

    /** The register has changed since the import was proposed. */
    record RegisterMoved(long seen, long now) implements ImportRefusal {
        @Override public String code() { return "register.import-register-moved"; }
        @Override public Map<String, Object> facts() { return Map.of("seen", seen, "now", now); }
    }

    record TitleMissing() implements ImportRefusal {
        @Override public String code() { return "register.import-title-missing"; }
    }

    record SourceMissing() implements ImportRefusal {
        @Override public String code() { return "register.import-source-missing"; }
    }

    record TurnDownReasonMissing() implements ImportRefusal {
        @Override public String code() { return "register.import-reason-missing"; }
    }

    /** A title, source or reason longer than anybody would read. */
    record TextTooLong(int length, int most) implements ImportRefusal {
        @Override public String code() { return "register.import-text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("length", length, "most", most); }
    }

    /** A field of a form that cannot be left empty. */
    record FieldMissing() implements ImportRefusal {
        @Override public String code() { return "register.field-missing"; }
    }

    record FileMissing() implements ImportRefusal {
        @Override public String code() { return "register.import-file-missing"; }
    }

    /** The day up to which a publication is said to be complete lies in the future, or before the scheme. */
    record CompleteUntilImpossible(LocalDate day) implements ImportRefusal {
        @Override public String code() { return "register.import-complete-until-impossible"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day); }
    }
}
