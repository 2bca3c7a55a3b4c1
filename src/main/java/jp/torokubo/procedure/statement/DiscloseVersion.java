// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.CorporateNumber;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Disclosures;
import jp.torokubo.procedure.statement.store.FrozenVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an organisation see the section for agencies of a frozen version.
 *
 * <p>It is named by its corporate number, and the answer is the same whether or not anybody is here under it: so nobody learns who is.
 */
@Service
@Writes
public class DiscloseVersion {

    public static final int LONGEST_NAME = 200;

    /** @param receiver corporate number as typed. @param named as the provider calls the receiver */
    public record Command(CommandId id, Actor actor, String version, String receiver, String named) {}

    public sealed interface Result {
        record Disclosed(UUID disclosure) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID disclosure) {}

    private final Once once;
    private final Entrance entrance;
    private final FrozenVersions versions;
    private final Disclosures disclosures;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DiscloseVersion(
            Once once, Entrance entrance, FrozenVersions versions, Disclosures disclosures, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.versions = versions;
        this.disclosures = disclosures;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        if (!(CorporateNumber.read(command.receiver()) instanceof CorporateNumber.Reading.Read read)) {
            return new Result.Refused(new StatementRefusal.ReceiverNotANumber(CleanText.clean(command.receiver())));
        }
        var named = shortened(CleanText.clean(command.named()));
        if (named.isBlank()) {
            return new Result.Refused(new StatementRefusal.ReceiverNotNamed());
        }
        var receiver = read.number().digits();
        var asked = Asked.hash(List.of("disclose", command.actor().person().value(), command.version(), receiver, named));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                var version = versions.find(reach, command.version()).orElseThrow(() -> new Halt(new StatementRefusal.VersionUnknown()));
                entrance.mustWrite(reach, version.dossier());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                return new Result.Disclosed(
                        once.run(command.id(), asked, Kept.class, () -> disclose(command, version, receiver, named)).disclosure());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept disclose(Command command, FrozenVersion version, String receiver, String named) {
        var disclosure = new Disclosure(ids.next(), version.hash(), receiver, named, clock.instant(), null);
        if (!disclosures.add(version.dossier(), disclosure, command.actor().person())) {
            throw new Halt(new StatementRefusal.DisclosedAlready());
        }
        trail.write(
                command.actor(), "statement.disclosed", "dossier " + version.dossier().value(), Map.of(),
                Map.of("version", version.hash(), "disclosure", disclosure.id().toString()));
        return new Kept(disclosure.id());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
    }
}
