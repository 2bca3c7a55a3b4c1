// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.inheritance.Circles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says, row by row, what could be taken over into a statement from another of the same provider. Changes nothing. */
@Service
@Transactional(readOnly = true)
public class PlanCarryOver {

    public record Asked(Actor actor, StatementId statement, StatementId from) {}

    public sealed interface Result {

        /** @param mayNotWrite why he may take nothing over; null where he may */
        record Planned(WholeStatement earlier, WholeStatement now, CarryOverPlan plan, @Nullable Refusal mayNotWrite)
                implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final TwoStatements two;
    private final Walls walls;
    private final DossierReading dossiers;
    private final Circles circles;
    private final InstantSource clock;

    PlanCarryOver(TwoStatements two, Walls walls, DossierReading dossiers, Circles circles, InstantSource clock) {
        this.two = two;
        this.walls = walls;
        this.dossiers = dossiers;
        this.circles = circles;
        this.clock = clock;
    }

    public Result handle(Asked asked) {
        var found = two.find(asked.actor(), asked.statement(), asked.from());
        if (found instanceof TwoStatements.Found.Refused refused) {
            return new Result.Refused(refused.why());
        }
        var both = (TwoStatements.Found.Both) found;
        var now = both.one();
        var earlier = both.other();
        var plan = CarryOverPlan.of(
                earlier, now, two.rows(earlier.statement().edition(), now.statement().edition()),
                people(asked.actor(), now.statement()), circles.of(asked.actor(), now.statement()));
        return new Result.Planned(earlier, now, plan, both.mayNotWrite());
    }

    private Set<String> people(Actor actor, Statement statement) {
        return dossiers.assignments(walls.enter(actor), statement.dossier()).stream()
                .filter(one -> one.assignment().holdsAt(clock.instant()))
                .map(DossierReading.Assigned::login)
                .collect(Collectors.toSet());
    }
}
