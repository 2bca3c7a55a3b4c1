// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts away messages that have been read. It carries no command id: to read twice is to have read. */
@Service
@Writes
public class ReadMessages {

    public sealed interface Command {
        record One(Actor actor, UUID message) implements Command {}

        /** @param until when the newest was told that he has seen: one that came meanwhile stays unread */
        record Seen(Actor actor, Instant until) implements Command {}
    }

    public sealed interface Result {
        record Read() implements Result {}

        record Refused(DeskRefusal why) implements Result {}
    }

    private final Walls walls;
    private final Messages messages;
    private final InstantSource clock;

    ReadMessages(Walls walls, Messages messages, InstantSource clock) {
        this.walls = walls;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        if (command instanceof Command.One one) {
            return messages.read(one.message(), walls.enter(one.actor()), clock.instant())
                    ? new Result.Read()
                    : new Result.Refused(new DeskRefusal.MessageUnknown());
        }
        var seen = (Command.Seen) command;
        messages.readUntil(walls.enter(seen.actor()), seen.until(), clock.instant());
        return new Result.Read();
    }
}
