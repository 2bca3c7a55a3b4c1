// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.procedure.statement.workbook.Owners;
import jp.torokubo.procedure.statement.workbook.StatementWorkbook;
import jp.torokubo.record.criteria.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out a statement as a workbook to be filled in: counted, and written down before the first byte is sent. */
@Service
@Writes
public class ExportWorkbook {

    /** @param chapter number of the only one that is wanted; empty for all */
    public record Command(Actor actor, StatementId statement, String chapter, boolean english) {}

    public sealed interface Result {
        record Exported(Statement statement, byte[] workbook) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Entrance entrance;
    private final Statements statements;
    private final Answers answers;
    private final EvidenceShelf evidence;
    private final Colleagues colleagues;
    private final Criteria criteria;
    private final VolumeBudget budget;
    private final Trail trail;
    private final TransactionTemplate transaction;

    ExportWorkbook(
            Entrance entrance, Statements statements, Answers answers, EvidenceShelf evidence, Colleagues colleagues, Criteria criteria,
            VolumeBudget budget, Trail trail, TransactionTemplate transaction) {
        this.entrance = entrance;
        this.statements = statements;
        this.answers = answers;
        this.evidence = evidence;
        this.colleagues = colleagues;
        this.criteria = criteria;
        this.budget = budget;
        this.trail = trail;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            return transaction.execute(open -> export(command));
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Result export(Command command) {
        var place = entrance.toWrite(command.actor(), command.statement());
        var reach = place.reach();
        var statement = place.statement();
        var tooMany = budget.take(command.actor(), statement.dossier(), 1);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        trail.write(
                command.actor(), "statement.workbook-exported", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "chapter", command.chapter()));
        var whole = new WholeStatement(
                statement, statements.content(reach, statement.id()), answers.all(reach, statement.id()), evidence.of(reach, statement.id()));
        var controls = StatementWorkbook.answered(criteria.catalogue(statement.edition()).orElseThrow()).stream()
                .filter(control -> command.chapter().isEmpty() || control.number().startsWith(command.chapter() + "."))
                .toList();
        return new Result.Exported(
                statement, StatementWorkbook.write(whole, controls, new Owners(colleagues.now(reach, statement.dossier())), command.english()));
    }
}
