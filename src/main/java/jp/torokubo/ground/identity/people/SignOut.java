// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody has left the desk; the session itself ends where it is held. */
@Service
@Writes
public class SignOut {

    public record Command(CommandId id, Actor actor) {}

    public record Result() {}

    private final Once once;
    private final Trail trail;

    SignOut(Once once, Trail trail) {
        this.once = once;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var person = command.actor().person().value();
        return once.run(command.id(), Token.sha256("sign out " + person), Result.class, () -> {
            trail.write(command.actor(), "identity.signed-out", "person " + person, Map.of(), Map.of());
            return new Result();
        });
    }
}
