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
        @Override public Map<String, Object> facts() { return Map.of("from", from.code(), "to", to.code()); }
    }
}
