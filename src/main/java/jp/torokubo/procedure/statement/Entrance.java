// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Component;

/** How one comes to a statement: through the walls of its dossier, and to write, as one of the provider's side at the moment of the deed. */
@Component
class Entrance {

    private static final Set<Caller> WRITE = EnumSet.of(Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER);

    private final Walls walls;
    private final DossierReading dossiers;
    private final Independence independence;
    private final Statements statements;

    Entrance(Walls walls, DossierReading dossiers, Independence independence, Statements statements) {
        this.walls = walls;
        this.dossiers = dossiers;
        this.independence = independence;
        this.statements = statements;
    }

    /** Where somebody stands, and before which statement. */
    record Place(Reach reach, Statement statement) {}

    Reach enter(Actor actor) {
        return walls.enter(actor);
    }

    /** @throws Halt where it is not there for him */
    Place to(Actor actor, StatementId id) {
        var reach = walls.enter(actor);
        return new Place(reach, statements.find(reach, id).orElseThrow(() -> new Halt(new StatementRefusal.StatementUnknown())));
    }

    /** Nobody else writes into the statement until the transaction ends. @throws Halt where he may not write */
    Place toWrite(Actor actor, StatementId id) {
        var place = to(actor, id);
        mustWrite(place.reach(), place.statement().dossier());
        statements.lock(place.reach(), id);
        return place;
    }

    /** @throws Halt where he may not write into the dossier */
    void mustWrite(Reach reach, DossierId dossier) {
        whyMayNotWrite(reach, dossier).ifPresent(why -> {
            throw new Halt(why);
        });
    }

    Optional<Refusal> whyMayNotWrite(Reach reach, DossierId id) {
        var dossier = dossiers.find(reach, id).orElse(null);
        if (dossier == null) {
            return Optional.of(new IdentityRefusal.DossierUnknown());
        }
        if (!WRITE.contains(reach.actor().role())) {
            return Optional.of(new StatementRefusal.OnlyTheProviderWrites());
        }
        if (!dossier.isOpen()) {
            return Optional.of(new StatementRefusal.DossierClosed());
        }
        return independence.whyMayNotAct(reach, id);
    }

    /** Whether somebody sees what the provider's side notes for itself: comments, owners, evidence that is not frozen yet. */
    static boolean isOfTheProvidersSide(Actor actor) {
        return WRITE.contains(actor.role());
    }
}
