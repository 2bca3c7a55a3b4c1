// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a list, or a line of it, is not taken in, or not applied. */
public sealed interface MappingRefusal extends Refusal {

    record MappingUnknown() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-unknown"; }
    }

    record NameMissing() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-name-missing"; }
    }

    record NameTooLong(int most, int given) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-name-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record FileMissing() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-file-missing"; }
    }

    record FileTooLarge(long megabytes) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-file-too-large"; }
        @Override public Map<String, Object> facts() { return Map.of("megabytes", megabytes); }
    }

    record TooManyLines(int most, int given) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-too-many-lines"; }
        @Override public Map<String, Object> facts() { return Map.of("most", most, "given", given); }
    }

    record NoHeadings() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-no-headings"; }
    }

    record NothingInIt() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-nothing-in-it"; }
    }

    /** Some lines could not be read, and it was not said that the others are to be taken without them. */
    record LinesUnreadable(int lines) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-lines-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("lines", lines); }
    }

    record ItemMissing(int line, String column) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-item-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "column", column); }
    }

    record ControlUnreadable(int line, String column, String value, String edition) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-control-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "column", column, "value", value, "edition", edition); }
    }

    record ControlNotAnswered(int line, String column, String value, String edition) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-control-not-answered"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "column", column, "value", value, "edition", edition); }
    }

    record ConfidenceUnreadable(int line, String column, String value) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-confidence-unreadable"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "column", column, "value", value); }
    }

    record TextOtherwise(int line, String item, int first) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-text-otherwise"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "item", item, "first", first); }
    }

    record CellTooLong(int line, String column, int most, int given) implements MappingRefusal {
        @Override public String code() { return "statement.mapping-cell-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("line", line, "column", column, "most", most, "given", given); }
    }

    /** Applying it would write into no row. */
    record NothingToApply() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-nothing-to-apply"; }
    }

    /** What applying it would write is not what was shown any more. */
    record PlanChanged() implements MappingRefusal {
        @Override public String code() { return "statement.mapping-plan-changed"; }
    }
}
