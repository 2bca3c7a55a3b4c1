// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.torokubo.procedure.statement.RestsOn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that freeze version after version and rest rows on each other's, at random. */
class RestingChainTest {

    private static final int STATEMENTS = 5;
    private static final int CONTROLS = 4;
    private static final int VERSIONS = 120;

    private final Map<RestsOn, RestsOn> below = new HashMap<>();
    private final Map<String, Integer> statementOf = new HashMap<>();
    private final List<String> versions = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noRowEverComesToRestOnItsOwnStatementHoweverLongTheLine(long seed) {
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < VERSIONS; i++) {
            refused += freeze("v" + i, random.nextInt(STATEMENTS), random);
        }

        assertThat(refused).as("some were refused, or nothing was tried").isPositive();
        assertThat(below).as("and some were not").hasSizeGreaterThan(VERSIONS / 4);
        for (var row : below.keySet()) {
            assertThat(statementsBelow(row)).doesNotContain(statementOf.get(row.version()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {144, 233, 377, 610})
    void exactlyThoseLinesThatComeBackAreRefused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < VERSIONS; i++) {
            int statement = random.nextInt(STATEMENTS);
            for (int control = 0; control < CONTROLS && !versions.isEmpty(); control++) {
                var on = any(random);
                var all = statementsBelow(on);
                all.add(statementOf.get(on.version()));
                assertThat(comesBack(on, statement)).isEqualTo(all.contains(statement));
            }
            freeze("v" + i, statement, random);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aLineThatRunsInACircleEnds(int length) {
        for (int i = 0; i < length; i++) {
            below.put(new RestsOn("w" + i, "9.1.1.1"), new RestsOn("w" + (i + 1) % length, "9.1.1.1"));
        }

        assertThat(RestingChain.comesBack(new RestsOn("w0", "9.1.1.1"), below::get, version -> false)).isTrue();
    }

    /** @return how many of its rows were refused */
    private int freeze(String version, int statement, Random random) {
        int refused = 0;
        for (int control = 0; control < CONTROLS && !versions.isEmpty(); control++) {
            var on = any(random);
            if (comesBack(on, statement)) {
                refused++;
            } else {
                below.put(new RestsOn(version, "9.1.1." + control), on);
            }
        }
        statementOf.put(version, statement);
        versions.add(version);
        return refused;
    }

    private RestsOn any(Random random) {
        return new RestsOn(versions.get(random.nextInt(versions.size())), "9.1.1." + random.nextInt(CONTROLS));
    }

    private boolean comesBack(RestsOn on, int statement) {
        return RestingChain.comesBack(on, below::get, version -> statementOf.get(version) == statement);
    }

    private Set<Integer> statementsBelow(RestsOn row) {
        var all = new HashSet<Integer>();
        for (var one = below.get(row); one != null; one = below.get(one)) {
            all.add(statementOf.get(one.version()));
        }
        return all;
    }
}
