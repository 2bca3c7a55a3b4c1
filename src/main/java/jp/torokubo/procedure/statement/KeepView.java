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
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps how somebody looks at the rows under a name of his own, or forgets it. Who reads along may, too: it writes nothing into the statement. */
@Service
@Writes
public class KeepView {

    /** @param query null: it is forgotten */
    public record Command(CommandId id, Actor actor, StatementId statement, String name, @Nullable String query) {}

    public sealed interface Result {
        record Kept() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(boolean done) {}

    private final Once once;
    private final Entrance entrance;
    private final SavedViews views;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    KeepView(Once once, Entrance entrance, SavedViews views, Trail trail, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var name = CleanText.clean(command.name()).strip();
        int length = name.codePointCount(0, name.length());
        if (length == 0) {
            return new Result.Refused(new RowRefusal.ViewNameMissing());
        }
        if (length > SavedView.LONGEST_NAME) {
            return new Result.Refused(new RowRefusal.ViewNameTooLong(SavedView.LONGEST_NAME, length));
        }
        if (command.query() != null && command.query().length() > SavedView.LONGEST_QUERY) {
            return new Result.Refused(new RowRefusal.ViewTooLong());
        }
        var asked = Asked.hash(List.of(
                "view", command.actor().person().value(), command.statement().value(), name, String.valueOf(command.query())));
        try {
            return transaction.execute(open -> {
                var place = entrance.to(command.actor(), command.statement());
                once.run(command.id(), asked, Answer.class, () -> keep(command, place, name));
                return new Result.Kept();
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer keep(Command command, Entrance.Place place, String name) {
        if (command.query() == null) {
            views.drop(place.reach(), place.statement(), name);
        } else {
            views.keep(place.reach(), place.statement(), new SavedView(name, command.query()), clock.instant());
        }
        trail.write(
                command.actor(), command.query() == null ? "statement.view-forgotten" : "statement.view-kept",
                "dossier " + place.statement().dossier().value(), Map.of(), Map.of("statement", command.statement().value().toString()));
        return new Answer(true);
    }
}
