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
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Disclosures;
import jp.torokubo.procedure.statement.store.FrozenVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a disclosure from now on. What the receiver has fetched, he has. */
@Service
@Writes
public class EndDisclosure {

    public record Command(CommandId id, Actor actor, String version, UUID disclosure) {}

    public sealed interface Result {
        record Ended() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID disclosure) {}

    private final Once once;
    private final Entrance entrance;
    private final FrozenVersions versions;
    private final Disclosures disclosures;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    EndDisclosure(
            Once once, Entrance entrance, FrozenVersions versions, Disclosures disclosures, Trail trail, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.versions = versions;
        this.disclosures = disclosures;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of("end-disclosure", command.actor().person().value(), command.version(), command.disclosure()));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                var version = versions.find(reach, command.version()).orElseThrow(() -> new Halt(new StatementRefusal.VersionUnknown()));
                entrance.mustWrite(reach, version.dossier());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                once.run(command.id(), asked, Kept.class, () -> {
                    if (!disclosures.end(reach, command.disclosure(), clock.instant(), command.actor().person())) {
                        throw new Halt(new StatementRefusal.DisclosureUnknown());
                    }
                    trail.write(
                            command.actor(), "statement.disclosure-ended", "dossier " + version.dossier().value(), Map.of(),
                            Map.of("version", version.hash(), "disclosure", command.disclosure().toString()));
                    return new Kept(command.disclosure());
                });
                return new Result.Ended();
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }
}
