// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.refusal.Refusal;

/** Why an edition is not drafted, proposed, recorded or shown. */
public sealed interface RulebookRefusal extends Refusal {

    record SubjectUnknown(String subject) implements RulebookRefusal {
        @Override public String code() { return "rulebook.subject-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("subject", subject); }
    }

    /** A new subject needs an id of its own and a name. */
    record SubjectIdUnfit(String subject) implements RulebookRefusal {
        @Override public String code() { return "rulebook.subject-id-unfit"; }
        @Override public Map<String, Object> facts() { return Map.of("subject", subject); }
    }

    record NameMissing() implements RulebookRefusal {
        @Override public String code() { return "rulebook.name-missing"; }
    }

    /** Nothing stands in the rulebook without saying where it was read. */
    record SourceMissing() implements RulebookRefusal {
        @Override public String code() { return "rulebook.source-missing"; }
    }

    record TextTooLong(String field, int most, int given) implements RulebookRefusal {
        @Override public String code() { return "rulebook.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "most", most, "given", given); }
    }

    /** A value that the program reads is not of the form it reads: a period, a pattern, a number, a day, an article. */
    record ValueUnreadable(String field, String value) implements RulebookRefusal {
        @Override public String code() { return "rulebook.value-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "value", value); }
    }

    /** The draft says what the newest edition says already. */
    record NothingChanged() implements RulebookRefusal {
        @Override public String code() { return "rulebook.nothing-changed"; }
    }

    record DraftUnknown(UUID draft) implements RulebookRefusal {
        @Override public String code() { return "rulebook.draft-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("draft", draft); }
    }

    record NotInThisState(EditionDraft.State state) implements RulebookRefusal {
        @Override public String code() { return "rulebook.not-in-this-state"; }
        @Override public Map<String, Object> facts() { return Map.of("state", state.code()); }
    }

    /** Another edition was recorded since the draft was made: what its author saw is no longer the newest. */
    record NewerEdition(int number) implements RulebookRefusal {
        @Override public String code() { return "rulebook.newer-edition"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }

    record EditionUnknown(String document, String number) implements RulebookRefusal {
        @Override public String code() { return "rulebook.edition-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("document", document, "number", number); }
    }

    record DocumentUnknown(String document) implements RulebookRefusal {
        @Override public String code() { return "rulebook.document-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("document", document); }
    }

    /** The scheme began in 2020; nothing of it can be asked for a day before. */
    record DayTooEarly(LocalDate day, LocalDate first) implements RulebookRefusal {
        @Override public String code() { return "rulebook.day-too-early"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day, "first", first); }
    }
}
