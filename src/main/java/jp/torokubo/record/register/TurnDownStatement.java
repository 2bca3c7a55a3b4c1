// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.ProposalNews;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.entry.ProposalCodec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a proposal of a statement that shall not be shown. */
@Service
@Writes
public class TurnDownStatement {

    public record Command(Actor actor, CommandId id, UUID proposal, String reason) {}

    public sealed interface Result {
        record TurnedDown() implements Result {}

        record Refused(List<Refusal> why) implements Result {}
    }

    record Answer(UUID proposal) {}

    private final StatementProposals proposals;
    private final Confirmations confirmations;
    private final ProposalNews news;
    private final Once once;
    private final TransactionTemplate transaction;

    TurnDownStatement(
            StatementProposals proposals, Confirmations confirmations, ProposalNews news, Once once,
            TransactionTemplate transaction) {
        this.proposals = proposals;
        this.confirmations = confirmations;
        this.news = news;
        this.once = once;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = ProposalCodec.hash(
                "turn down statement " + command.actor().person().value() + " " + command.proposal() + " " + command.reason());
        try {
            transaction.executeWithoutResult(open ->
                    once.run(command.id(), request, Answer.class, () -> turnDown(command)));
            return new Result.TurnedDown();
        } catch (Halted halted) {
            return new Result.Refused(halted.why());
        }
    }

    /** The desk of confirmations writes its line of the trail, with the reason. */
    private Answer turnDown(Command command) {
        if (proposals.find(command.proposal()).isEmpty()) {
            throw new Halted(new RegisterRefusal.ProposalUnknown());
        }
        confirmations.turnDown(command.actor(), command.proposal(), command.reason()).ifPresent(why -> {
            throw new Halted(why);
        });
        news.decided(command.actor(), command.proposal());
        return new Answer(command.proposal());
    }
}
