// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers.Wanted;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which changes rest rows on the version of a base service: for {@link jp.torokubo.procedure.statement.ChangeAnswers} to make. */
@Service
@Transactional(readOnly = true)
public class PlanResting {

    public sealed interface Chosen {
        /** Each of them, or none. */
        record Rows(List<String> controls) implements Chosen {}

        /** All below a chapter that the base adopted and this statement has not left out. */
        record Chapter(String chapter) implements Chosen {}
    }

    /** @param base key of the base service in the statement */
    public record Asked(Actor actor, StatementId statement, String base, Chosen chosen) {}

    public sealed interface Result {
        record Planned(String version, List<Wanted> rows) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final ReadStatement statements;
    private final Circles circles;
    private final BaseVersions versions;

    PlanResting(ReadStatement statements, Circles circles, BaseVersions versions) {
        this.statements = statements;
        this.circles = circles;
        this.versions = versions;
    }

    public Result handle(Asked asked) {
        var result = statements.whole(asked.actor(), asked.statement());
        if (result instanceof ReadStatement.Result.Refused refused) {
            return new Result.Refused(refused.why());
        }
        var whole = ((ReadStatement.Result.Read) result).whole();
        var base = whole.content().baseServices().services().stream()
                .filter(service -> service.key().equals(asked.base()) && service.version() != null).findFirst().orElse(null);
        if (base == null) {
            return new Result.Refused(new InheritanceRefusal.BaseWithoutVersion());
        }
        var version = versions.find(asked.actor(), base).orElse(null);
        if (version == null) {
            return new Result.Refused(new InheritanceRefusal.BaseVersionUnknown());
        }
        return plan(asked, whole, version);
    }

    private Result plan(Asked asked, WholeStatement whole, BaseVersion version) {
        var comesBack = circles.of(
                asked.actor(), whole.statement(), new HashMap<String, Optional<BaseVersion>>(Map.of(version.hash(), Optional.of(version))));
        var rows = new ArrayList<Wanted>();
        for (var control : controls(asked.chosen(), whole, version)) {
            var on = new RestsOn(version.hash(), control);
            var said = version.rows().get(control);
            if (said == null || said.choice() == Choice.OPEN) {
                return new Result.Refused(new InheritanceRefusal.NotInTheVersion(control));
            }
            if (said.choice() == Choice.LEFT_OUT) {
                return new Result.Refused(new InheritanceRefusal.NotAdoptedBelow(control));
            }
            if (comesBack.test(on)) {
                return new Result.Refused(new InheritanceRefusal.RestsOnItself(control));
            }
            rows.add(new Wanted(
                    AnswerEdit.of(control).withChoice(Choice.ADOPTED).withResting(on), whole.answer(control).version()));
        }
        return rows.isEmpty() ? new Result.Refused(new InheritanceRefusal.NothingChosen()) : new Result.Planned(version.hash(), rows);
    }

    private static List<String> controls(Chosen chosen, WholeStatement whole, BaseVersion version) {
        if (chosen instanceof Chosen.Rows rows) {
            return rows.controls().stream().distinct().toList();
        }
        var below = ((Chosen.Chapter) chosen).chapter() + ".";
        return version.rows().values().stream()
                .filter(said -> said.choice() == Choice.ADOPTED && said.control().startsWith(below))
                .map(Answer::control)
                .filter(control -> whole.answer(control).choice() != Choice.LEFT_OUT)
                .toList();
    }
}
