// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.entry.ProposalCodec;
import jp.torokubo.record.register.entry.StatementProposalCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the public part of a frozen statement, as its provider handed it over, before a second person. Nothing is entered yet; what would be
 * refused then is refused now.
 */
@Service
@Writes
public class ProposeStatement {

    /** Of this kind are its proposals at the desk of confirmations. */
    public static final String KIND = "register.statement";

    private static final List<RegisterName> WITH_SERVICES = List.of(RegisterName.ISMAP, RegisterName.LIU);
    private static final int LONGEST_TEXT = 200;

    /**
     * @param file null where none was sent
     * @param service number or id, as typed
     * @param effectiveOn as typed
     * @param what the provider did that it rests on
     * @param actOn day of that, as typed
     */
    public record Command(
            Actor actor, CommandId id, byte @Nullable [] file, String service, String effectiveOn, String what, String actOn) {}

    public sealed interface Result {

        /** @param hash of what was proposed, to show beside it */
        record Proposed(UUID proposal, String hash) implements Result {}

        /** Nothing was proposed. By the name of the field. */
        record Impossible(Map<String, Refusal> fields) implements Result {}
    }

    record Answer(UUID proposal, String hash) {}

    private record Asked(RegisterName register, StatementStated event, Basis basis) {}

    private final RegisterReading reading;
    private final RegisterBook book;
    private final ObjectiveTitles titles;
    private final RecordEvents recordEvents;
    private final StatementProposals proposals;
    private final Confirmations confirmations;
    private final Trail trail;
    private final Once once;
    private final TransactionTemplate transaction;

    ProposeStatement(
            RegisterReading reading, RegisterBook book, ObjectiveTitles titles, RecordEvents recordEvents, StatementProposals proposals,
            Confirmations confirmations, Trail trail, Once once, TransactionTemplate transaction) {
        this.reading = reading;
        this.book = book;
        this.titles = titles;
        this.recordEvents = recordEvents;
        this.proposals = proposals;
        this.confirmations = confirmations;
        this.trail = trail;
        this.once = once;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var impossible = new HashMap<String, Refusal>();
        var asked = asked(command, impossible);
        if (asked == null) {
            return new Result.Impossible(impossible);
        }
        var content = new StatementProposalCodec.Content(asked.register(), 0, asked.event(), asked.basis());
        var request = ProposalCodec.hash(
                "propose " + command.actor().person().value() + StatementProposalCodec.body(content));
        try {
            var answer = Objects.requireNonNull(transaction.execute(
                    open -> once.run(command.id(), request, Answer.class, () -> propose(command.actor(), asked))));
            return new Result.Proposed(answer.proposal(), answer.hash());
        } catch (Halted halted) {
            var why = halted.why().get(0);
            return new Result.Impossible(Map.of(why instanceof PublicStatementRefusal ? "file" : "effectiveOn", why));
        }
    }

    /** @return null where anything is impossible */
    private @Nullable Asked asked(Command command, Map<String, Refusal> impossible) {
        var statement = statement(command.file(), impossible);
        var effectiveOn = day("effectiveOn", command.effectiveOn(), impossible);
        var actOn = day("actOn", command.actOn(), impossible);
        var what = CleanText.clean(command.what());
        if (what.isEmpty()) {
            impossible.put("what", new ImportRefusal.FieldMissing());
        } else if (what.length() > LONGEST_TEXT) {
            impossible.put("what", new ImportRefusal.TextTooLong(what.length(), LONGEST_TEXT));
        }
        var typed = CleanText.clean(command.service());
        for (var register : WITH_SERVICES) {
            var service = reading.find(register, typed, null).orElse(null);
            if (service != null && statement != null && effectiveOn != null && actOn != null && impossible.isEmpty()) {
                return new Asked(
                        register, new StatementStated(service, effectiveOn, statement), new Basis.ProviderAct(what, actOn));
            }
            if (service != null) {
                return null;
            }
        }
        impossible.put("service", typed.isEmpty()
                ? new ImportRefusal.FieldMissing()
                : new RegisterRefusal.ServiceNotFound(typed));
        return null;
    }

    private @Nullable PublicStatement statement(byte @Nullable [] file, Map<String, Refusal> impossible) {
        if (file == null) {
            impossible.put("file", new PublicStatementRefusal.FileMissing());
            return null;
        }
        var read = PublicStatementFile.read(file);
        if (read instanceof PublicStatementFile.Reading.Refused refused) {
            impossible.put("file", refused.why());
            return null;
        }
        var statement = ((PublicStatementFile.Reading.Read) read).statement();
        if (!titles.knows(statement.edition())) {
            impossible.put("file", new PublicStatementRefusal.EditionUnknown(statement.edition()));
        }
        return statement;
    }

    private static @Nullable LocalDate day(String field, String typed, Map<String, Refusal> impossible) {
        if (CleanText.clean(typed).isEmpty()) {
            impossible.put(field, new ImportRefusal.FieldMissing());
            return null;
        }
        if (CivilDay.read(typed) instanceof CivilDay.Reading.Refused refused) {
            impossible.put(field, refused.why());
            return null;
        }
        return CivilDay.read(typed).found().orElse(null);
    }

    private Answer propose(Actor actor, Asked asked) {
        book.lock(asked.register());
        var service = asked.event().service();
        var known = book.aboutServices(asked.register(), Set.of(service)).getOrDefault(service, List.of());
        var version = asked.event().statement().version();
        if (Fold.spans(known, service).stream().map(span -> span.state().stated())
                .anyMatch(stated -> stated != null && stated.statement().version().equals(version))) {
            throw new Halted(new PublicStatementRefusal.AlreadyThere(version));
        }
        var faults = recordEvents.check(new RecordEvents.Command(
                actor, asked.register(), List.of(new Saying(asked.event(), asked.basis()))));
        if (!faults.isEmpty()) {
            throw new Halted(faults.stream().map(RecordEvents.Fault::why).toList());
        }
        var lastIndex = book.lastIndex(asked.register());
        var body = StatementProposalCodec.body(
                new StatementProposalCodec.Content(asked.register(), lastIndex, asked.event(), asked.basis()));
        var hash = ProposalCodec.hash(body);
        var subject = asked.register().code() + " " + service.value();
        var proposal = confirmations.propose(actor, KIND, subject, hash);
        proposals.add(proposal.id(), asked.register(), lastIndex, body, hash);
        trail.write(
                actor, "register.statement-proposed", subject, Map.of(),
                Map.of("proposal", proposal.id().toString(), "version", version, "hash", hash, "register_index", lastIndex));
        return new Answer(proposal.id(), hash);
    }
}
