// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.ProposalNews;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.entry.ProposalCodec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the public part of a statement when a second person confirms it, who saw what was proposed on the register as it still is.
 *
 * <p>Confirmation and entry become true in one transaction. Once anything else has been recorded, what the two saw is no longer what is
 * there, and it must be proposed anew.
 */
@Service
@Writes
public class ConfirmStatement {

    /** @param hashSeen of the proposal the second person had before him */
    public record Command(Actor actor, Proof proof, CommandId id, UUID proposal, String hashSeen) {}

    public sealed interface Result {

        /** @param index of the entry */
        record Confirmed(RegisterName register, long index) implements Result {}

        /** Nothing was entered; the proposal is as it was. */
        record Refused(List<Refusal> why) implements Result {}
    }

    record Answer(RegisterName register, long index) {}

    private final RegisterBook book;
    private final RecordEvents recordEvents;
    private final StatementProposals proposals;
    private final Confirmations confirmations;
    private final ProposalNews news;
    private final Trail trail;
    private final Once once;
    private final TransactionTemplate transaction;

    ConfirmStatement(
            RegisterBook book, RecordEvents recordEvents, StatementProposals proposals, Confirmations confirmations,
            ProposalNews news, Trail trail, Once once, TransactionTemplate transaction) {
        this.book = book;
        this.recordEvents = recordEvents;
        this.proposals = proposals;
        this.confirmations = confirmations;
        this.news = news;
        this.trail = trail;
        this.once = once;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = ProposalCodec.hash(
                "confirm statement " + command.actor().person().value() + " " + command.proposal() + " " + command.hashSeen());
        try {
            var answer = Objects.requireNonNull(transaction.execute(
                    open -> once.run(command.id(), request, Answer.class, () -> confirm(command))));
            return new Result.Confirmed(answer.register(), answer.index());
        } catch (Halted halted) {
            return new Result.Refused(halted.why());
        }
    }

    private Answer confirm(Command command) {
        var proposed = proposals.find(command.proposal())
                .orElseThrow(() -> new Halted(new RegisterRefusal.ProposalUnknown()));
        book.lock(proposed.register());
        confirmations.confirm(command.actor(), command.proof(), command.proposal(), command.hashSeen()).ifPresent(why -> {
            throw new Halted(why);
        });
        var now = book.lastIndex(proposed.register());
        if (now != proposed.registerIndex()) {
            throw new Halted(new RegisterRefusal.ChangedSince(proposed.registerIndex(), now));
        }
        var result = recordEvents.handle(new RecordEvents.Command(
                command.actor(), proposed.register(), List.of(new RecordEvents.Saying(proposed.event(), proposed.basis()))));
        if (result instanceof RecordEvents.Result.Refused refused) {
            throw new Halted(refused.why().stream().map(RecordEvents.Fault::why).toList());
        }
        news.decided(command.actor(), command.proposal());
        var index = ((RecordEvents.Result.Recorded) result).indexes().get(0);
        trail.write(
                command.actor(), "register.statement-confirmed", command.proposal().toString(), Map.of("state", "WAITING"),
                Map.of("state", "CONFIRMED", "index", index));
        return new Answer(proposed.register(), index);
    }
}
