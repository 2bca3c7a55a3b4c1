// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.Duration;
import java.time.InstantSource;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.jobs.Leases;
import jp.torokubo.ground.jobs.Leases.Lease;
import org.springframework.stereotype.Component;

/**
 * One round of sending: reminds of days that are near, makes the mails whose time has come, and hands every waiting one to the mail server.
 *
 * <p>Of several instances one does this at a time. It may be stopped anywhere; the next round goes on from there. What the server has taken
 * and was written down as sent is never sent again. Only where an instance dies between the two is a mail sent twice, with the same
 * Message-ID.
 */
@Component
public class MailRound {

    static final String WORK = "desk.mail";

    /** As whom it works behind the walls. */
    static final Actor SENDER = Actor.program(WORK);

    /** Longer than the server can keep one mail waiting (see the time-outs of spring.mail). */
    static final Duration LEASE = Duration.ofMinutes(5);

    private final MailSettings settings;
    private final Leases leases;
    private final RemindOfDays remind;
    private final ComposeDigest compose;
    private final ClaimMail claim;
    private final NoteDelivery note;
    private final DigestWords words;
    private final Post post;
    private final InstantSource clock;

    MailRound(
            MailSettings settings, Leases leases, RemindOfDays remind, ComposeDigest compose, ClaimMail claim, NoteDelivery note,
            DigestWords words, Post post, InstantSource clock) {
        this.settings = settings;
        this.leases = leases;
        this.remind = remind;
        this.compose = compose;
        this.claim = claim;
        this.note = note;
        this.words = words;
        this.post = post;
        this.clock = clock;
    }

    public void run() {
        if (!settings.on()) {
            return;
        }
        var lease = leases.take(WORK, LEASE);
        if (lease.isPresent()) {
            try {
                run(lease.get());
            } finally {
                leases.giveBack(lease.get());
            }
        }
    }

    private void run(Lease taken) {
        if (!(remind.handle(new RemindOfDays.Command(taken)) instanceof RemindOfDays.Result.Reminded)) {
            return;
        }
        for (var person : compose.due()) {
            if (compose.handle(new ComposeDigest.Command(taken, person)) instanceof ComposeDigest.Result.NotOurs) {
                return;
            }
        }
        for (var lease = leases.keep(taken, LEASE); lease.isPresent(); lease = leases.keep(taken, LEASE)) {
            var next = claim.handle(new ClaimMail.Command(lease.get()));
            if (next instanceof ClaimMail.Result.Claimed claimed) {
                if (!sent(lease.get(), claimed)) {
                    return;
                }
            } else if (!(next instanceof ClaimMail.Result.PutAway)) {
                return;
            }
        }
    }

    /** @return false where there is no sense in going on with the next */
    private boolean sent(Lease lease, ClaimMail.Result.Claimed claimed) {
        if (!clock.instant().isBefore(lease.until())) {
            return false; // asleep for so long that another may be sending it
        }
        try {
            post.deliver(words.letter(claimed.digest(), claimed.to()));
            note.handle(new NoteDelivery.Command(claimed.digest(), null));
            return true;
        } catch (NotDelivered why) {
            note.handle(new NoteDelivery.Command(claimed.digest(), why));
            return why.hope() != NotDelivered.Hope.NO_SERVER;
        }
    }
}
