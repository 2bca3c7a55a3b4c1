// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import java.util.List;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.store.Relations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has declared himself to be tied to. */
@Service
public class ReadRelations {

    private final Walls walls;
    private final Relations relations;

    ReadRelations(Walls walls, Relations relations) {
        this.walls = walls;
        this.relations = relations;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Relation> of(Actor actor) {
        walls.enter(actor);
        return relations.of(actor.person());
    }
}
