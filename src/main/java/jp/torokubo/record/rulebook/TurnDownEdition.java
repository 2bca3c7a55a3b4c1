// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.ProposalNews;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.store.DraftStore;
import org.springframework.stereotype.Service;

/** Ends a proposed draft without recording it: by the second person, or by the one who proposed it. */
@Service
@Writes
public class TurnDownEdition {

    public record Command(CommandId id, Actor actor, UUID draft, String reason) {}

    public sealed interface Result {
        record TurnedDown(UUID draft) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final DraftStore drafts;
    private final Confirmations confirmations;
    private final ProposalNews news;
    private final Deed deed;
    private final Trail trail;

    TurnDownEdition(DraftStore drafts, Confirmations confirmations, ProposalNews news, Deed deed, Trail trail) {
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.news = news;
        this.deed = deed;
        this.trail = trail;
    }

    public Result handle(Command command) {
        return deed.once(
                command.id(), "turn down " + command, Result.TurnedDown.class, () -> turnDown(command), answer -> answer,
                Result.Refused::new);
    }

    private Result.TurnedDown turnDown(Command command) {
        var draft = drafts.findForUpdate(command.draft())
                .orElseThrow(() -> new Refused(new RulebookRefusal.DraftUnknown(command.draft())));
        if (draft.state() != EditionDraft.State.PROPOSED) {
            throw new Refused(new RulebookRefusal.NotInThisState(draft.state()));
        }
        confirmations.turnDown(command.actor(), Objects.requireNonNull(draft.proposal()), command.reason()).ifPresent(why -> {
            throw new Refused(why);
        });
        drafts.save(draft.inState(EditionDraft.State.TURNED_DOWN, draft.proposal()));
        news.decided(command.actor(), Objects.requireNonNull(draft.proposal()));
        trail.write(
                command.actor(), "rulebook.turned-down", DraftEdition.subject(draft), Map.of("state", draft.state().code()),
                Map.of("state", EditionDraft.State.TURNED_DOWN.code(), "reason", command.reason()));
        return new Result.TurnedDown(draft.id());
    }
}
