// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.identity.Walls;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a try. What the mail server has taken is sent, also where another instance has the work by now. */
@Service
@Writes
public class NoteDelivery {

    /** @param why null where the server has taken it */
    public record Command(Digest digest, @Nullable NotDelivered why) {}

    public sealed interface Result {
        record Noted(UUID mail) implements Result {}
    }

    private final Walls walls;
    private final Mails mails;
    private final InstantSource clock;

    NoteDelivery(Walls walls, Mails mails, InstantSource clock) {
        this.walls = walls;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        walls.enter(MailRound.SENDER);
        var digest = command.digest();
        var why = command.why();
        if (why == null) {
            mails.end(digest.id(), Mails.SENT, null, clock.instant());
        } else if (why.hope() == NotDelivered.Hope.NONE || digest.tries() + 1 >= Tries.MOST) {
            mails.end(digest.id(), Mails.FAILED, why.reply(), clock.instant());
        } else {
            mails.notYet(digest.id(), why.reply());
        }
        return new Result.Noted(digest.id());
    }
}
