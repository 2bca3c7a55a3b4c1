// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.store.DraftStore;
import jp.torokubo.record.rulebook.store.EditionStore;
import org.springframework.stereotype.Service;

/** Records a proposed edition, because a second person has seen it and agrees. From that moment it is public. */
@Service
@Writes
public class ConfirmEdition {

    /** @param hashSeen hash of the draft as the page showed it */
    public record Command(CommandId id, Actor actor, Proof proof, UUID draft, String hashSeen) {}

    public sealed interface Result {
        record Recorded(String kind, String subject, int number) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final EditionStore editions;
    private final DraftStore drafts;
    private final Confirmations confirmations;
    private final Deed deed;
    private final Trail trail;
    private final InstantSource clock;

    ConfirmEdition(
            EditionStore editions, DraftStore drafts, Confirmations confirmations, Deed deed, Trail trail, InstantSource clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.deed = deed;
        this.trail = trail;
        this.clock = clock;
    }

    public Result handle(Command command) {
        return deed.once(
                command.id(), "confirm " + command, Result.Recorded.class, () -> confirm(command), answer -> answer, Result.Refused::new);
    }

    private Result.Recorded confirm(Command command) {
        var draft = drafts.findForUpdate(command.draft())
                .orElseThrow(() -> new Refused(new RulebookRefusal.DraftUnknown(command.draft())));
        if (draft.state() != EditionDraft.State.PROPOSED) {
            throw new Refused(new RulebookRefusal.NotInThisState(draft.state()));
        }
        confirmations.confirm(command.actor(), command.proof(), Objects.requireNonNull(draft.proposal()), command.hashSeen()).ifPresent(why -> {
            throw new Refused(why);
        });
        var edition = recorded(draft.edition());
        int newest = editions.newestNumber(edition.kind(), edition.subject());
        if (newest >= edition.number() || editions.add(List.of(edition), draft.proposal()) != 1) {
            throw new Refused(new RulebookRefusal.NewerEdition(Math.max(newest, edition.number())));
        }
        drafts.save(draft.inState(EditionDraft.State.CONFIRMED, draft.proposal()));
        trail.write(
                command.actor(), "rulebook.confirmed", DraftEdition.subject(draft), Map.of("state", draft.state().code()),
                Map.of("state", EditionDraft.State.CONFIRMED.code(), "hash", draft.hash()));
        return new Result.Recorded(edition.kind().code(), edition.subject(), edition.number());
    }

    private Edition recorded(Edition draft) {
        return new Edition(
                draft.kind(), draft.subject(), draft.number(), draft.content(), draft.standing(), draft.decidedOn(), draft.effectiveOn(),
                draft.attestedOn(), draft.reasonJa(), draft.reasonEn(), draft.source(), clock.instant(), "operator");
    }
}
