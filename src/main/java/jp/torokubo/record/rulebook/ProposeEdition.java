// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.store.DraftStore;
import org.springframework.stereotype.Service;

/** Asks a second person to confirm a draft, as it stands. */
@Service
@Writes
public class ProposeEdition {

    /** Under which proposals of this kind wait. */
    public static final String PROPOSAL = "rulebook.edition";

    public record Command(CommandId id, Actor actor, UUID draft) {}

    public sealed interface Result {
        record Proposed(UUID proposal) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final DraftStore drafts;
    private final Confirmations confirmations;
    private final Deed deed;
    private final Trail trail;

    ProposeEdition(DraftStore drafts, Confirmations confirmations, Deed deed, Trail trail) {
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.deed = deed;
        this.trail = trail;
    }

    public Result handle(Command command) {
        return deed.once(
                command.id(), "propose " + command, Result.Proposed.class, () -> propose(command), answer -> answer, Result.Refused::new);
    }

    private Result.Proposed propose(Command command) {
        var draft = drafts.findForUpdate(command.draft())
                .orElseThrow(() -> new Refused(new RulebookRefusal.DraftUnknown(command.draft())));
        if (draft.state() != EditionDraft.State.DRAFTED) {
            throw new Refused(new RulebookRefusal.NotInThisState(draft.state()));
        }
        var proposal = confirmations.propose(command.actor(), PROPOSAL, draft.id().toString(), draft.hash());
        drafts.save(draft.inState(EditionDraft.State.PROPOSED, proposal.id()));
        trail.write(
                command.actor(), "rulebook.proposed", DraftEdition.subject(draft), Map.of("state", draft.state().code()),
                Map.of("state", EditionDraft.State.PROPOSED.code(), "hash", draft.hash()));
        return new Result.Proposed(proposal.id());
    }
}
