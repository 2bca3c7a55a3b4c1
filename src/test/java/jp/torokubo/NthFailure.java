// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Does something again and again while the first, then the second, then the third … call to the database fails.
 *
 * <pre>
 * &#64;Test
 * &#64;NthFailureOf(ConfirmImport.class)
 * void confirmingAnImportHappensOnceOrNotAtAll() {
 *     var command = new ConfirmImport.Command(CommandId…, …);
 *
 *     NthFailure.of(() -> confirmImport.handle(command)).changesNothingAndARetryTakesEffectOnce();
 * }
 * </pre>
 */
public final class NthFailure {

    private static final int MORE_CALLS_THAN_ANY_USE_CASE_MAKES = 5_000;

    /** Which versions of its rows there are: whatever is written is another version, be it with the same content. */
    private static final String VERSIONS =
            "select '%s', count(*) || ' ' || coalesce(sum(hashtextextended(xmin::text || ctid::text, 0)), 0) from %s";

    private static final String ROWS = """
            select '%s', count(*) || ' rows ' || coalesce(md5(string_agg(t::text, ',' order by t::text collate "C")), '') from %s t
            """;

    private final Map<String, String> looked = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Callable<?> action;
    private final Set<String> ignored;

    private NthFailure(Callable<?> action, Set<String> ignored) {
        this.action = action;
        this.ignored = ignored;
    }

    /** @param action the whole of what one sender does; doing it a second time must mean the same intention (the same command id) */
    public static NthFailure of(Callable<?> action) {
        return new NthFailure(action, Set.of());
    }

    /** Leaves tables out of the comparison that may change in a failed attempt, for example a count of attempts. */
    public NthFailure ignoring(String... tables) {
        return new NthFailure(action, Set.of(tables));
    }

    /**
     * Until a commit has gone through nothing may have changed in any table; when it has and only the acknowledgement was lost, doing it
     * again must succeed and add nothing.
     */
    public void changesNothingAndARetryTakesEffectOnce() {
        triedUntilItTakesEffect(this::retryAddsNothing);
    }

    /**
     * For a deed that has no command id, because doing it again is another deed: handing something out that is counted. Until a commit has
     * gone through nothing may have changed; afterwards it can be done again. Who calls this looks himself whether anything was answered.
     */
    public void changesNothingUntilItIsDone() {
        triedUntilItTakesEffect((call, after) -> retried(call, 1));
    }

    private void triedUntilItTakesEffect(BiConsumer<Integer, Map<String, String>> andThen) {
        var before = rows();
        for (var call = 1; call < MORE_CALLS_THAN_ANY_USE_CASE_MAKES; call++) {
            var failed = attemptFailingAt(call);
            var after = rows();
            if (!failed.fired()) {
                assertThat(after).as("it took effect, yet never by a commit").isEqualTo(before);
                throw new AssertionError("nothing was ever written: %d calls, none of them with an effect".formatted(call - 1));
            }
            if (!after.equals(before)) {
                assertThat(failed.committed()).as("half done: call %d failed, yet %s", call, after).isTrue();
                andThen.accept(call, after);
                return;
            }
        }
        throw new AssertionError("no end of calls");
    }

    /**
     * For work in several transactions, which goes on next time from wherever it has stopped: the first, then the second, then the third … call
     * fails, and each time {@code madeGood} goes on without failures and looks at what came of it.
     *
     * @param prepared makes something new to do, before each time
     */
    public void mayStopAnywhere(Runnable prepared, Runnable madeGood) {
        for (var call = 1; call < MORE_CALLS_THAN_ANY_USE_CASE_MAKES; call++) {
            prepared.run();
            var failed = attemptFailingAt(call);
            madeGood.run();
            if (!failed.fired()) {
                assertThat(call).as("calls to the database").isGreaterThan(1);
                return;
            }
        }
        throw new AssertionError("no end of calls");
    }

    private void retryAddsNothing(int call, Map<String, String> after) {
        for (var retry = 1; retry <= 2; retry++) {
            retried(call, retry);
            assertThat(rows()).as("retry %d after the acknowledgement was lost at call %d", retry, call).isEqualTo(after);
        }
    }

    private void retried(int call, int retry) {
        try {
            action.call();
        } catch (Exception refused) {
            throw new AssertionError("retry %d after the acknowledgement was lost at call %d failed".formatted(retry, call), refused);
        }
    }

    private FailingDataSource.Outcome attemptFailingAt(int call) {
        FailingDataSource.arm(call);
        try {
            action.call();
        } catch (Exception expected) {
            // what is looked at is what became of the rows
        }
        return FailingDataSource.disarm();
    }

    /** A hash of the rows of each table, seen by the owner; made anew where its rows are others than those looked at before. */
    private Map<String, String> rows() {
        var hashes = new TreeMap<String, String>();
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            var tables = TestDatabase.tables(owner);
            tables.removeAll(ignored);
            var versions = one(statement, VERSIONS, tables);
            var other = tables.stream().filter(table -> !Objects.equals(versions.get(table), looked.get(table))).toList();
            known.putAll(one(statement, ROWS, other));
            looked.putAll(versions);
            tables.forEach(table -> hashes.put(table, known.get(table)));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return hashes;
    }

    private static Map<String, String> one(Statement statement, String question, List<String> tables) throws SQLException {
        var answers = new HashMap<String, String>();
        if (!tables.isEmpty()) {
            var sql = tables.stream().map(table -> question.formatted(table, table)).collect(Collectors.joining(" union all "));
            try (var said = statement.executeQuery(sql)) {
                while (said.next()) {
                    answers.put(said.getString(1), said.getString(2));
                }
            }
        }
        return answers;
    }
}
