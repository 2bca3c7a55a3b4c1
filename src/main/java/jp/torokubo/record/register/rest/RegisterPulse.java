// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.record.register.RegisterChanged;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How far the registers have got, without asking the database each time.
 *
 * <p>What this program commits counts at once. What another instance commits counts after a second at most.
 */
@Component
class RegisterPulse {

    private static final long FRESH_FOR = TimeUnit.SECONDS.toNanos(1);
    private static final long TOKYO_AHEAD = TimeUnit.HOURS.toSeconds(9);

    /**
     * Everything an answer depends on besides its question.
     *
     * @param generation counts the databases this program has worked on
     * @param day days since 1970 in Tokyo
     */
    record Beat(int generation, long ismap, long liu, long auditBodies, long day) {}

    private record Seen(int generation, long[] indexes, long at) {}

    private final RegisterReading reading;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen = new Seen(0, new long[0], 0);
    private volatile boolean changed = true;
    private volatile int generation;

    RegisterPulse(RegisterReading reading, InstantSource clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void lookAgain(RegisterChanged committed) {
        changed = true;
    }

    @EventListener
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void forget(DatabaseReplaced replaced) {
        generation = generation + 1;
        changed = true;
    }

    Beat now() {
        var last = seen;
        if (changed) {
            looking.lock();
            try {
                last = changed ? look() : seen;
            } finally {
                looking.unlock();
            }
        } else if (System.nanoTime() - last.at() > FRESH_FOR && looking.tryLock()) {
            try {
                last = look();
            } finally {
                looking.unlock();
            }
        }
        var day = Math.floorDiv(clock.instant().getEpochSecond() + TOKYO_AHEAD, TimeUnit.DAYS.toSeconds(1));
        return new Beat(last.generation(), last.indexes()[0], last.indexes()[1], last.indexes()[2], day);
    }

    private Seen look() {
        // first the flag, then the look: a commit in between is looked for once more
        changed = false;
        try {
            var indexes = Arrays.stream(RegisterName.values())
                    .mapToLong(register -> reading.standing(register, null).registerIndex())
                    .toArray();
            seen = new Seen(generation, indexes, System.nanoTime());
            return seen;
        } catch (RuntimeException outage) {
            changed = true;
            throw outage;
        }
    }
}
