// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.List;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.TextSet;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Place;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do to the criteria as they stand: made anew before every step, and on confirmation what is really done.
 *
 * @param state of the criteria that was looked at; changes with every import that is confirmed
 * @param comparedWith the edition it was compared with; for a new one, the one before
 * @param fitsBetter another edition that has more of its identifiers; null where none has
 * @param obstacles why it cannot be proposed; none where it can
 * @param effect what would be recorded
 * @param hash over all of this, the file and the publication
 */
public record CriteriaDryRun(
        String state, String comparedWith, List<Row> rows, @Nullable String fitsBetter, List<Refusal> obstacles, Effect effect, String hash) {

    /** What becomes of a control. In the order in which they are shown. */
    public enum Outcome {
        // official words
        /** Had no official words yet. */
        OVERLAID("overlaid"),
        /** Had other official words. */
        REPLACED("replaced"),
        // a new edition
        ADDED("added"),
        REMOVED("removed"),
        REWORDED("reworded"),
        /** The workbook has no row for it, but rows below it. */
        FILLED_IN("filled-in"),
        // a list
        NAMED("named"),
        VALUES_CHANGED("values-changed"),
        NO_LONGER_NAMED("no-longer-named"),
        // all of them
        NOT_IN_EDITION("not-in-edition"),
        MISSING("missing"),
        /** The workbook names it and says nothing of it. */
        SILENT("silent"),
        SAME("same");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean changes() {
            return ordinal() <= NO_LONGER_NAMED.ordinal();
        }
    }

    /** @param place null for what the workbook does not have */
    public record Row(String id, Outcome outcome, @Nullable Place place, @Nullable String title, List<Difference> differences) {}

    /**
     * @param field stable name: id, title-ja, title-en, text-ja, text-en, value
     * @param before null where there was nothing
     * @param ours whether what was there before is ours, not official
     */
    public record Difference(String field, @Nullable String before, @Nullable String after, boolean ours) {}

    /**
     * @param controls of a new edition; otherwise none
     * @param entries of a list; otherwise none
     */
    public record Effect(List<Control> controls, List<TextSet.Text> textsJa, List<TextSet.Text> textsEn, List<DatedList.Entry> entries) {

        public static final Effect NONE = new Effect(List.of(), List.of(), List.of(), List.of());
    }

    /** What an import that was confirmed has done, for its page. */
    public static CriteriaDryRun done(String comparedWith, List<Row> rows) {
        return new CriteriaDryRun("", comparedWith, rows, null, List.of(), Effect.NONE, "");
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public long changes() {
        return rows.stream().filter(row -> row.outcome().changes()).count();
    }
}
