// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.files.FilesRefusal;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts by the minute. Whoever counts first holds the row of this minute until he is done, so that of two who would both go past the
 * limit one is refused.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CountedVolume implements VolumeBudget {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient database;
    private final Trail trail;
    private final InstantSource clock;
    private final int most;

    CountedVolume(
            JdbcClient database, Trail trail, InstantSource clock, @Value("${torokubo.confidential-documents-per-hour}") int most) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Optional<Refusal> take(Actor actor, DossierId dossier, int documents) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        add(actor, minute, documents, 0);
        var fetched = inTheHourUpTo(actor, minute);
        if (fetched <= most) {
            return Optional.empty();
        }
        if (add(actor, minute, -documents, 1) == 1) {
            // one line a minute is enough: whoever hammers at the door does not fill the trail
            trail.write(
                    actor, "files.volume-exceeded", "dossier " + dossier.value(), Map.of(),
                    Map.of("most_in_an_hour", most, "asked_for", documents, "fetched", fetched - documents));
        }
        return Optional.of(new FilesRefusal.TooManyInAnHour(most));
    }

    /** @return how often there was a refusal in this minute */
    private int add(Actor actor, Instant minute, int documents, int refused) {
        return database.sql("""
                        insert into files.handed_out as h (person, minute, documents, refused)
                        values (:person, :minute, :documents, :refused)
                        on conflict (person, minute)
                        do update set documents = h.documents + excluded.documents, refused = h.refused + excluded.refused
                        returning refused
                        """)
                .param("person", actor.person().value())
                .param("minute", Timestamp.from(minute))
                .param("documents", documents)
                .param("refused", refused)
                .query(Integer.class)
                .single();
    }

    private long inTheHourUpTo(Actor actor, Instant minute) {
        return database.sql("select sum(documents) from files.handed_out where person = :person and minute > :from and minute <= :minute")
                .param("person", actor.person().value())
                .param("from", Timestamp.from(minute.minus(HOUR)))
                .param("minute", Timestamp.from(minute))
                .query(Long.class)
                .single();
    }
}
