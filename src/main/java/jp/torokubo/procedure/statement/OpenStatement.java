// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a statement in a dossier, empty, for one edition of the criteria. */
@Service
@Writes
public class OpenStatement {

    public static final int LONGEST_TITLE = 200;

    /** @param carriedFrom the statement it is to be carried over from; null where it begins by itself */
    public record Command(
            CommandId id, Actor actor, DossierId dossier, String title, String edition, @Nullable StatementId carriedFrom) {}

    public sealed interface Result {
        record Opened(StatementId statement) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Once once;
    private final Entrance entrance;
    private final Statements statements;
    private final Criteria criteria;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    OpenStatement(
            Once once, Entrance entrance, Statements statements, Criteria criteria, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.statements = statements;
        this.criteria = criteria;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var title = CleanText.clean(command.title());
        var length = title.codePointCount(0, title.length());
        if (title.isBlank()) {
            return new Result.Refused(new StatementRefusal.TitleMissing());
        }
        if (length > LONGEST_TITLE) {
            return new Result.Refused(new StatementRefusal.TitleTooLong(LONGEST_TITLE, length));
        }
        if (criteria.edition(command.edition()).isEmpty()) {
            return new Result.Refused(new StatementRefusal.EditionUnknown(command.edition()));
        }
        var asked = Asked.hash(List.of(
                "open", command.actor().person().value(), command.dossier().value(), title, command.edition(),
                String.valueOf(command.carriedFrom())));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                entrance.mustWrite(reach, command.dossier());
                if (command.carriedFrom() != null && statements.find(reach, command.carriedFrom()).isEmpty()) {
                    throw new Halt(new StatementRefusal.StatementUnknown());
                }
                return new Result.Opened(once.run(command.id(), asked, StatementId.class, () -> open(command, title)));
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private StatementId open(Command command, String title) {
        var statement = new Statement(
                new StatementId(ids.next()), command.dossier(), title, command.edition(), command.carriedFrom(), clock.instant());
        statements.add(statement, command.actor().person());
        trail.write(
                command.actor(), "statement.opened", "dossier " + command.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "edition", statement.edition()));
        return statement.id();
    }
}
