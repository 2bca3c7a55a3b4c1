// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a part of a statement; what it said before stays in its history. */
@Service
@Writes
public class SavePart {

    /** @param seen the version he had before him; 0 where nobody had written the part */
    public record Command(CommandId id, Actor actor, StatementId statement, long seen, Content content) {}

    public sealed interface Result {

        /** @param version the new one; the one seen where nothing was changed */
        record Saved(long version) implements Result {}

        /** Somebody has written it meanwhile. Nothing was saved. */
        record Conflict(PartVersion now) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Answer(long version) {}

    private final Once once;
    private final Entrance entrance;
    private final Statements statements;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SavePart(
            Once once, Entrance entrance, Statements statements, Trail trail, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.statements = statements;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    private static final class Meanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PartVersion now;

        Meanwhile(PartVersion now) {
            super(null, null, false, false);
            this.now = now;
        }
    }

    public Result handle(Command command) {
        var content = KeptForm.clean(command.content());
        var wrong = KeptForm.wrong(content);
        if (!wrong.isEmpty()) {
            return new Result.Refused(wrong.get(0));
        }
        var asked = Asked.hash(List.of(
                "part", command.actor().person().value(), command.statement().value(), command.seen(), Part.of(content).code(),
                KeptForm.of(content)));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                return new Result.Saved(once.run(command.id(), asked, Answer.class, () -> save(command, place, content)).version());
            });
        } catch (Meanwhile meanwhile) {
            return new Result.Conflict(meanwhile.now);
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer save(Command command, Entrance.Place place, Content content) {
        var part = Part.of(content);
        var now = statements.newest(place.reach(), command.statement()).get(part);
        if (now != null && now.version() != command.seen()) {
            throw new Meanwhile(now);
        }
        var before = now == null ? Content.empty(part) : now.content();
        if (before.equals(content)) {
            return new Answer(command.seen());
        }
        long version = command.seen() + 1;
        statements.addPart(place.statement(), content, version, clock.instant(), command.actor().person());
        trail.write(
                command.actor(), "statement.part-written", "dossier " + place.statement().dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "part", part.code(), "version", version));
        return new Answer(version);
    }
}
