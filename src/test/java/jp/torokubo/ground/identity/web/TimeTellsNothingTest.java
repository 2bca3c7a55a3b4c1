// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.web.Routes.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How long an answer takes does not tell whether there is something behind the wall. */
@TorokuboTest
@Tag("nightly")
class TimeTellsNothingTest {

    private static final int PAIRS = 2_000;
    private static final int WARMING_UP = 500;

    /** How often one is slower than the other; one half means that they cannot be told apart. Generous: the machine does other things too. */
    private static final double FAR_FROM_HALF = 0.08;

    @Autowired ApplicationContext program;

    private record Took(boolean there, long nanos) {}

    @Test
    void aForeignDossierIsRefusedAsFastAsOneThatIsNotThere() {
        var world = new PreparedWorld(program);
        var asked = new AskedOfTheProgram(program, world);
        var matrix = AuthorizationMatrix.read();
        var route = Routes.of(program).stream().filter(one -> one.toString().equals("GET /desk/dossiers/{dossier}")).findFirst().orElseThrow();
        var random = new Random(20_261_125);

        assertThat(List.of("rival", "other-team", "author-out", "adviser-past")).allSatisfy(column -> {
            var took = new ArrayList<Took>();
            for (var pair = 0; pair < PAIRS + WARMING_UP; pair++) {
                var first = random.nextBoolean();
                for (var there : List.of(first, !first)) {
                    var nanos = nanos(asked, route, matrix, column, world, there);
                    if (pair >= WARMING_UP) {
                        took.add(new Took(there, nanos));
                    }
                }
            }
            assertThat(Math.abs(slower(took) - 0.5)).as(column).isLessThan(FAR_FROM_HALF);
        });
    }

    private static long nanos(
            AskedOfTheProgram asked, Route route, AuthorizationMatrix matrix, String column, PreparedWorld world, boolean there) {
        var before = System.nanoTime();
        asked.page(route, matrix.row(route), column, name -> there ? world.there().get(name) : world.nowhere(name));
        return System.nanoTime() - before;
    }

    /** Mann and Whitney's U as a share: how often an answer about something that is there was the slower one. */
    private static double slower(List<Took> took) {
        var ranked = took.stream().sorted(Comparator.comparingLong(Took::nanos)).toList();
        var ranks = 0.0;
        var some = 0L;
        for (var rank = 0; rank < ranked.size(); rank++) {
            if (ranked.get(rank).there()) {
                ranks += rank + 1;
                some++;
            }
        }
        var others = ranked.size() - some;
        return (ranks - some * (some + 1) / 2.0) / ((double) some * others);
    }
}
