// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Why something is not written into a statement, or not found in one. */
public sealed interface StatementRefusal extends Refusal {

    record StatementUnknown() implements StatementRefusal {
        @Override public String code() { return "statement.unknown"; }
    }

    record ControlUnknown(String control) implements StatementRefusal {
        @Override public String code() { return "statement.control-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record RowNotAnswered(String control) implements StatementRefusal {
        @Override public String code() { return "statement.row-not-answered"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record TextTooLong(String field, int most, int given) implements StatementRefusal {
        @Override public String code() { return "statement.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("field", field, "most", most, "given", given); }
    }

    record TooManyRealisations(int most, int given) implements StatementRefusal {
        @Override public String code() { return "statement.too-many-realisations"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record DaysReversed(LocalDate from, LocalDate until) implements StatementRefusal {
        @Override public String code() { return "statement.days-reversed"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "until", until); }
    }

    record DaysOverlap(@Nullable LocalDate until, @Nullable LocalDate from) implements StatementRefusal {
        @Override public String code() { return "statement.days-overlap"; }
        @Override public Map<String, Object> facts() { return Map.of("until", until == null ? "未定" : until, "until_en", until == null ? "undecided" : until, "from", from == null ? "未定" : from, "from_en", from == null ? "undecided" : from); }
    }

    record OwnerUnknown(String login) implements StatementRefusal {
        @Override public String code() { return "statement.owner-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("login", login); }
    }

    record NoSuchMove(RowState from, RowState to) implements StatementRefusal {
        @Override public String code() { return "statement.no-such-move"; }
        @Override public Map<String, Object> facts() {
            return Map.of("from", from.word(false), "from_en", from.word(true), "to", to.word(false), "to_en", to.word(true));
        }
    }

    record TooManyRows(int most, int given) implements StatementRefusal {
        @Override public String code() { return "statement.too-many-rows"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record TitleMissing() implements StatementRefusal {
        @Override public String code() { return "statement.title-missing"; }
    }

    record TitleTooLong(int most, int given) implements StatementRefusal {
        @Override public String code() { return "statement.title-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record EditionUnknown(String edition) implements StatementRefusal {
        @Override public String code() { return "statement.edition-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("edition", edition); }
    }

    /** The dossier is closed: what is in it stays as it is. */
    record DossierClosed() implements StatementRefusal {
        @Override public String code() { return "statement.dossier-closed"; }
    }

    /** Who reads along does not write. */
    record OnlyTheProviderWrites() implements StatementRefusal {
        @Override public String code() { return "statement.only-the-provider-writes"; }
    }

    /** Somebody has written meanwhile; what he wrote is shown beside what was to be written. */
    record ChangedMeanwhile(String what) implements StatementRefusal {
        @Override public String code() { return "statement.changed-meanwhile"; }
        @Override public Map<String, Object> facts() { return Map.of("what", what); }
    }

    record RowTwice(String control) implements StatementRefusal {
        @Override public String code() { return "statement.row-twice"; }
        @Override public Map<String, Object> facts() { return Map.of("control", control); }
    }

    record DeedUnknown() implements StatementRefusal {
        @Override public String code() { return "statement.deed-unknown"; }
    }

    record UndoneAlready() implements StatementRefusal {
        @Override public String code() { return "statement.undone-already"; }
    }

    /** Every row of the deed says something else by now. */
    record AllChangedSince() implements StatementRefusal {
        @Override public String code() { return "statement.all-changed-since"; }
    }

    record TooLateToUndo(long hours) implements StatementRefusal {
        @Override public String code() { return "statement.too-late-to-undo"; }
        @Override public Map<String, Object> facts() { return Map.of("hours", hours); }
    }

    record VersionUnknown() implements StatementRefusal {
        @Override public String code() { return "statement.version-unknown"; }
    }

    /** Nothing has changed since the version before. */
    record NothingToFreeze(int number) implements StatementRefusal {
        @Override public String code() { return "statement.nothing-to-freeze"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }

    /** Only who answers for the provider freezes and discloses. */
    record OnlyTheManagerFreezes() implements StatementRefusal {
        @Override public String code() { return "statement.only-the-manager-freezes"; }
    }

    record ReceiverNotANumber(String given) implements StatementRefusal {
        @Override public String code() { return "statement.receiver-not-a-number"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record ReceiverNotNamed() implements StatementRefusal {
        @Override public String code() { return "statement.receiver-not-named"; }
    }

    record DisclosedAlready() implements StatementRefusal {
        @Override public String code() { return "statement.disclosed-already"; }
    }

    record DisclosureUnknown() implements StatementRefusal {
        @Override public String code() { return "statement.disclosure-unknown"; }
    }

    record CommentMissing() implements StatementRefusal {
        @Override public String code() { return "statement.comment-missing"; }
    }

    record EvidenceIncomplete() implements StatementRefusal {
        @Override public String code() { return "statement.evidence-incomplete"; }
    }

    record EvidenceEmpty(String name) implements StatementRefusal {
        @Override public String code() { return "statement.evidence-empty"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    record EvidenceTooLarge(String name, long megabytes) implements StatementRefusal {
        @Override public String code() { return "statement.evidence-too-large"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "megabytes", megabytes); }
    }

    record LinkNotALink(String given) implements StatementRefusal {
        @Override public String code() { return "statement.link-not-a-link"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record EvidenceUnknown() implements StatementRefusal {
        @Override public String code() { return "statement.evidence-unknown"; }
    }
}
