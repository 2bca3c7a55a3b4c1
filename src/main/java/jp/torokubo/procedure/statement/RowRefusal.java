// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why something about a row, or about how rows are looked at, is not done. */
public sealed interface RowRefusal extends Refusal {

    /** Nothing stands under the number in the edition. */
    record RowNotThere(String given) implements RowRefusal {
        @Override public String code() { return "statement.row-not-there"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    /** The edition passes the number over. */
    record RowPassedOver(String number) implements RowRefusal {
        @Override public String code() { return "statement.row-passed-over"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number); }
    }

    record ViewNameMissing() implements RowRefusal {
        @Override public String code() { return "statement.view-name-missing"; }
    }

    record ViewNameTooLong(int most, int given) implements RowRefusal {
        @Override public String code() { return "statement.view-name-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record ViewTooLong() implements RowRefusal {
        @Override public String code() { return "statement.view-too-long"; }
    }

    /** Nothing was ticked. */
    record NoRowsChosen() implements RowRefusal {
        @Override public String code() { return "statement.no-rows-chosen"; }
    }

    /** What is to be set was not chosen, or cannot be. */
    record NothingToSet() implements RowRefusal {
        @Override public String code() { return "statement.nothing-to-set"; }
    }

    /** Several descriptions with their days do not fit into one cell. */
    record MoreThanACell() implements RowRefusal {
        @Override public String code() { return "statement.more-than-a-cell"; }
    }

    /** A name that is too long, or that nothing is left of. */
    record FileNameUnusable() implements RowRefusal {
        @Override public String code() { return "statement.file-name-unusable"; }
    }

    record TitleOfEvidenceTooLong(int most, int given) implements RowRefusal {
        @Override public String code() { return "statement.evidence-title-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }
}
