// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.entry.ProposalCodec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts corrections of a register before a second person. Nothing is entered yet; what would be refused then is refused now. */
@Service
@Writes
public class ProposeCorrection {

    /** Of this kind are its proposals at the desk of confirmations. */
    public static final String KIND = "register.correction";

    /**
     * @param corrections that belong together: several where one alone would leave a series that is not allowed, or two services exchange their
     *     numbers
     * @param basis what they rest on
     */
    public record Command(Actor actor, CommandId id, RegisterName register, List<Corrected> corrections, Basis basis) {
        public Command {
            corrections = corrections.stream()
                    .map(one -> new Corrected(one.entry(), one.replacement(), CleanText.clean(one.why())))
                    .toList();
        }
    }

    public sealed interface Result {

        /** @param hash of what was proposed, to show beside it */
        record Proposed(UUID proposal, String hash) implements Result {}

        /** Nothing was proposed. */
        record Refused(List<Refusal> why) implements Result {}
    }

    record Answer(UUID proposal, String hash) {}

    private final RegisterBook book;
    private final RecordEvents recordEvents;
    private final CorrectionProposals proposals;
    private final Confirmations confirmations;
    private final Trail trail;
    private final Once once;
    private final TransactionTemplate transaction;

    ProposeCorrection(
            RegisterBook book, RecordEvents recordEvents, CorrectionProposals proposals, Confirmations confirmations, Trail trail,
            Once once, TransactionTemplate transaction) {
        this.book = book;
        this.recordEvents = recordEvents;
        this.proposals = proposals;
        this.confirmations = confirmations;
        this.trail = trail;
        this.once = once;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            var answer = Objects.requireNonNull(transaction.execute(
                    open -> once.run(command.id(), requestOf(command), Answer.class, () -> propose(command))));
            return new Result.Proposed(answer.proposal(), answer.hash());
        } catch (Halted halted) {
            return new Result.Refused(halted.why());
        }
    }

    private static String requestOf(Command command) {
        var content = new ProposalCodec.Content(command.register(), 0, command.corrections(), command.basis());
        return ProposalCodec.hash("propose " + command.actor().person().value() + ProposalCodec.body(content));
    }

    private Answer propose(Command command) {
        book.lock(command.register());
        var faults = recordEvents.check(new RecordEvents.Command(
                command.actor(), command.register(), sayings(command.corrections(), command.basis())));
        if (!faults.isEmpty()) {
            throw new Halted(faults.stream().map(RecordEvents.Fault::why).toList());
        }
        var lastIndex = book.lastIndex(command.register());
        var body = ProposalCodec.body(
                new ProposalCodec.Content(command.register(), lastIndex, command.corrections(), command.basis()));
        var hash = ProposalCodec.hash(body);
        var subject = command.register().code() + " " + command.corrections().stream().map(Corrected::entry).toList();
        var proposal = confirmations.propose(command.actor(), KIND, subject, hash);
        proposals.add(proposal.id(), command.register(), lastIndex, body, hash);
        trail.write(
                command.actor(), "register.correction-proposed", subject, Map.of(),
                Map.of("proposal", proposal.id().toString(), "hash", hash, "register_index", lastIndex));
        return new Answer(proposal.id(), hash);
    }

    static List<Saying> sayings(List<Corrected> corrections, Basis basis) {
        return corrections.stream().map(correction -> new Saying(correction, basis)).toList();
    }
}
