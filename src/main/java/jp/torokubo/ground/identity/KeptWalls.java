// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import jp.torokubo.ground.identity.store.Standpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the database who acts, and asks for what he may see by a query of the program's own. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptWalls implements Walls {

    private final Standpoint standpoint;
    private final InstantSource clock;

    KeptWalls(Standpoint standpoint, InstantSource clock) {
        this.standpoint = standpoint;
        this.clock = clock;
    }

    @Override
    public Reach enter(Actor actor) {
        return come(actor, null);
    }

    @Override
    public Reach enter(Actor actor, DossierId only) {
        return come(actor, only);
    }

    @Override
    public <A> A asProgram(Actor actor, Supplier<A> work) {
        standpoint.actAsProgram();
        var done = work.get();
        enter(actor);
        return done;
    }

    private Reach come(Actor actor, @Nullable DossierId only) {
        if (actor.isSystem()) {
            standpoint.actAsProgram();
            return new Reach(actor, List.of());
        }
        var now = clock.instant();
        standpoint.actAs(actor, now, only);
        return new Reach(actor, standpoint.dossiers(actor, now, only));
    }
}
