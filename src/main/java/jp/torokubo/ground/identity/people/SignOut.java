// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody has left the desk; the session itself ends where it is held. */
@Service
@Writes
public class SignOut {

    public record Command(Actor actor) {}

    private final Trail trail;

    SignOut(Trail trail) {
        this.trail = trail;
    }

    @Transactional
    public void handle(Command command) {
        trail.write(
                command.actor(), "identity.signed-out", "person " + command.actor().person().value(), Map.of(), Map.of());
    }
}
