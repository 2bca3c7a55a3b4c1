// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.DeskRefusal;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a mail that has failed for good be tried anew, when an operator has seen to the cause. */
@Service
@Writes
public class SendAgain {

    public record Command(CommandId id, Actor actor, UUID mail) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Waiting(UUID mail) implements Result {}

        record Refused(DeskRefusal why) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Mails mails;
    private final Trail trail;
    private final InstantSource clock;

    SendAgain(Once once, Walls walls, Mails mails, Trail trail, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.mails = mails;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Asked.sha256("send again " + command.actor().person().value(), command.mail().toString());
        walls.enter(command.actor());
        return once.run(command.id(), asked, Result.class, () -> again(command));
    }

    private Result again(Command command) {
        var state = mails.stateForUpdate(command.mail());
        if (state.isEmpty()) {
            return new Result.Refused(new DeskRefusal.MailUnknown());
        }
        if (!state.get().equals(Mails.FAILED)) {
            return new Result.Refused(new DeskRefusal.MailNotFailed());
        }
        mails.again(command.mail(), clock.instant());
        trail.write(
                command.actor(), "desk.mail-sent-again", "mail " + command.mail(), Map.of("state", Mails.FAILED),
                Map.of("state", Mails.WAITING));
        return new Result.Waiting(command.mail());
    }
}
