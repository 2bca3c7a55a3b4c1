// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.jobs.Leases;
import jp.torokubo.ground.jobs.Leases.Lease;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the next mail whose time has come, and counts the try before it is made: whoever dies in the middle of it leaves a mail that is
 * tried again later, and not one that everybody takes for sent.
 */
@Service
@Writes
public class ClaimMail {

    public record Command(Lease lease) {}

    public sealed interface Result {
        record Claimed(Digest digest, Addressees.Addressee to) implements Result {}

        /** One that cannot be sent any more was put away; there may be others. */
        record PutAway() implements Result {}

        record Nothing() implements Result {}

        /** Another instance does this work now. */
        record NotOurs() implements Result {}
    }

    private final Leases leases;
    private final Walls walls;
    private final Mails mails;
    private final Addressees addressees;
    private final InstantSource clock;

    ClaimMail(Leases leases, Walls walls, Mails mails, Addressees addressees, InstantSource clock) {
        this.leases = leases;
        this.walls = walls;
        this.mails = mails;
        this.addressees = addressees;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        if (!leases.holds(command.lease())) {
            return new Result.NotOurs();
        }
        walls.enter(MailRound.SENDER);
        var now = clock.instant();
        var next = mails.nextForUpdate(now).orElse(null);
        if (next == null) {
            return new Result.Nothing();
        }
        var to = addressees.find(next.person()).orElse(null);
        if (to == null) {
            mails.end(next.id(), Mails.DROPPED, null, now);
            return new Result.PutAway();
        }
        if (next.tries() >= Tries.MOST) {
            mails.end(next.id(), Mails.FAILED, "no answer to any of " + next.tries() + " tries", now);
            return new Result.PutAway();
        }
        mails.triedOnce(next.id(), now.plus(Tries.after(next.tries())));
        return new Result.Claimed(next, to);
    }
}
