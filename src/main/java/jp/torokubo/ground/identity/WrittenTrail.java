// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.identity.store.TrailLines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail into the database, in the transaction of the deed: there is no deed without its line. */
@Service
class WrittenTrail implements Trail {

    private final TrailLines lines;
    private final Ids ids;
    private final InstantSource clock;
    private final JsonMapper json;

    WrittenTrail(TrailLines lines, Ids ids, InstantSource clock, JsonMapper json) {
        this.lines = lines;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Actor actor, String deed, String subject, Map<String, ?> before, Map<String, ?> after) {
        lines.add(
                ids.next(), clock.instant(), actor.person(), role(actor), deed, subject,
                json.writeValueAsString(before), json.writeValueAsString(after));
    }

    private static String role(Actor actor) {
        if (actor.isSystem()) {
            return "SYSTEM";
        }
        return actor.standsInFor() == null
                ? actor.role().name()
                : actor.role().name() + " for person " + actor.standsInFor().value();
    }
}
