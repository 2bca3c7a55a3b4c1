// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Predecessor;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.store.SaidClasses;
import jp.torokubo.record.criteria.Control;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Last year's answers beside the rows of a statement, whatever edition either answers. */
@Service
@Transactional(readOnly = true)
public class LastYear {

    /**
     * @param from the statement that is taken as last year's
     * @param pairs by the row's id in the present edition; a row that is not there is the same in both
     * @param answers of last year's, by id in its own edition
     * @param words what was said of the classes of changes between the two
     */
    public record Rows(Statement from, Map<String, RowPair> pairs, Map<String, Answer> answers, ClassesSaid words) {

        public RowPair pair(Control control) {
            return pairs.getOrDefault(control.id(), new RowPair(control, control, ControlChange.NONE));
        }

        /** What last year's says of the row; of no row at all where its edition does not have it. */
        public Answer was(Control control) {
            var before = pair(control).before();
            return before == null ? Answer.untouched("") : answers.getOrDefault(before.id(), Answer.untouched(before.id()));
        }

        public SinceLastYear since(Control control, Answer is) {
            return SinceLastYear.between(was(control), is);
        }

        /** What differs as {@link RowDifference} names it; empty where nothing does. Owners are not compared. */
        public Optional<RowDifference> difference(Control control, Answer is) {
            return Optional.ofNullable(
                    RowDifference.between(pair(control), withoutOwner(was(control)), withoutOwner(is), ChangeWords.shipped(), words));
        }

        private static Answer withoutOwner(Answer answer) {
            return new Answer(
                    answer.control(), answer.choice(), answer.realisations(), answer.reason(), "", null, answer.state(), answer.restsOn(),
                    answer.version());
        }
    }

    private final Predecessor predecessor;
    private final ReadStatement statements;
    private final TwoStatements two;
    private final Walls walls;
    private final SaidClasses said;

    LastYear(Predecessor predecessor, ReadStatement statements, TwoStatements two, Walls walls, SaidClasses said) {
        this.predecessor = predecessor;
        this.statements = statements;
        this.two = two;
        this.walls = walls;
        this.said = said;
    }

    /** Empty where there is none, or none is there for him. @param statement as it was read for him */
    public Optional<Rows> of(Actor actor, Statement statement) {
        return before(actor, statement)
                .map(from -> new Rows(
                        from, pairs(from.edition(), statement.edition()), statements.answers(actor, from.id()),
                        new ClassesSaid(said.of(walls.enter(actor), List.of(from.id(), statement.id())))));
    }

    /** Which statement that is. */
    public Optional<Statement> before(Actor actor, Statement statement) {
        return statements.head(actor, statement.id())
                .flatMap(head -> predecessor.of(actor, statement, head.content())).map(ReadStatement.Head::statement);
    }

    private Map<String, RowPair> pairs(String from, String to) {
        if (from.equals(to)) {
            return Map.of();
        }
        var pairs = new HashMap<String, RowPair>();
        for (var pair : two.rows(from, to).rows()) {
            if (pair.after() != null) {
                pairs.put(pair.after().id(), pair);
            }
        }
        return pairs;
    }
}
