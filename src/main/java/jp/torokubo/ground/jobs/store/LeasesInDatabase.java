// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.torokubo.ground.jobs.Leases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One row for each piece of work. An ordinary row, so that it means the same on every engine and behind every pool. */
@Repository
class LeasesInDatabase implements Leases {

    private final JdbcClient database;
    private final InstantSource clock;

    LeasesInDatabase(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Lease> take(String work, Duration forHowLong) {
        var now = clock.instant();
        var until = now.plus(forHowLong);
        return database.sql("""
                        insert into jobs.lease as l (work, epoch, held_until) values (:work, 1, :until)
                        on conflict (work) do update set epoch = l.epoch + 1, held_until = excluded.held_until
                            where l.held_until <= :now
                        returning epoch
                        """)
                .param("work", work)
                .param("until", at(until))
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(epoch -> new Lease(work, epoch, until));
    }

    @Override
    @Transactional
    public Optional<Lease> keep(Lease lease, Duration forHowLong) {
        var until = clock.instant().plus(forHowLong);
        return end(lease, until) ? Optional.of(new Lease(lease.work(), lease.epoch(), until)) : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holds(Lease lease) {
        return database.sql("select epoch from jobs.lease where work = :work and held_until > :now for update")
                .param("work", lease.work())
                .param("now", at(clock.instant()))
                .query(Long.class)
                .optional()
                .filter(epoch -> epoch == lease.epoch())
                .isPresent();
    }

    @Override
    @Transactional
    public void giveBack(Lease lease) {
        end(lease, clock.instant());
    }

    private boolean end(Lease lease, Instant until) {
        return database.sql("update jobs.lease set held_until = :until where work = :work and epoch = :epoch")
                        .param("until", at(until))
                        .param("work", lease.work())
                        .param("epoch", lease.epoch())
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
