// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.desk.mail.Digest;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails: what each says, in kinds and counts, and how far its sending has come. Their text is kept nowhere. */
@Repository
public class Mails {

    public static final String WAITING = "waiting";
    public static final String SENT = "sent";
    public static final String FAILED = "failed";
    /** There is nobody any more to whom it could be sent. */
    public static final String DROPPED = "dropped";

    /** A mail as those see it who look after sending. */
    public record Listed(
            UUID id, PersonId person, Instant composedAt, int tries, Instant nextTryAt, @Nullable Instant endedAt,
            @Nullable String reply) {}

    /** How many mails wait, were sent, have failed. */
    public record Counts(long waiting, long sent, long failed) {}

    private final JdbcClient database;

    Mails(JdbcClient database) {
        this.database = database;
    }

    public void add(Digest digest, Instant at) {
        database.sql("""
                        insert into desk.mail (id, person, language, composed_at, next_try_at, tries, state)
                        values (:id, :person, :language, :at, :at, 0, 'waiting')
                        """)
                .param("id", digest.id())
                .param("person", digest.person().value())
                .param("language", digest.language())
                .param("at", Moments.at(at))
                .update();
        for (var line : digest.lines()) {
            database.sql("""
                            insert into desk.mail_line (mail, of_task, kind, count, nearest_due)
                            values (:mail, :task, :kind, :count, :due)
                            """)
                    .param("mail", digest.id())
                    .param("task", line.task())
                    .param("kind", line.kind())
                    .param("count", line.count())
                    .param("due", line.nearestDue())
                    .update();
        }
    }

    /** The next mail whose time has come; another sender passes over it until the transaction has ended. */
    public Optional<Digest> nextForUpdate(Instant now) {
        return database.sql("""
                        select id, person, language, tries from desk.mail where state = 'waiting' and next_try_at <= :now
                        order by next_try_at, id limit 1 for update skip locked
                        """)
                .param("now", Moments.at(now))
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Digest(
                            id, new PersonId(row.getObject("person", UUID.class)), row.getString("language"),
                            row.getInt("tries"), lines(id));
                })
                .optional();
    }

    public void triedOnce(UUID mail, Instant nextTryAt) {
        database.sql("update desk.mail set tries = tries + 1, next_try_at = :next where id = :id")
                .param("next", Moments.at(nextTryAt))
                .param("id", mail)
                .update();
    }

    /** Writes down why a try came to nothing; the mail waits on. */
    public void notYet(UUID mail, String reply) {
        database.sql("update desk.mail set reply = :reply where id = :id and state = 'waiting'")
                .param("reply", reply)
                .param("id", mail)
                .update();
    }

    /** Ends a waiting mail; one that has ended stays as it is. */
    public void end(UUID mail, String state, @Nullable String reply, Instant at) {
        database.sql("update desk.mail set state = :state, reply = :reply, ended_at = :at where id = :id and state = 'waiting'")
                .param("state", state)
                .param("reply", reply)
                .param("at", Moments.at(at))
                .param("id", mail)
                .update();
    }

    public Optional<String> stateForUpdate(UUID mail) {
        return database.sql("select state from desk.mail where id = :id for update").param("id", mail).query(String.class).optional();
    }

    /** Puts a failed mail back among those that wait, as if it had never been tried. */
    public void again(UUID mail, Instant at) {
        database.sql("""
                        update desk.mail set state = 'waiting', tries = 0, next_try_at = :at, ended_at = null, reply = null
                        where id = :id and state = 'failed'
                        """)
                .param("at", Moments.at(at))
                .param("id", mail)
                .update();
    }

    /** Failed ones, the newest 200. */
    public List<Listed> failed() {
        return listed("where state = 'failed' order by ended_at desc, id desc limit 200");
    }

    /** Those whose sending has failed at least once and is tried again, the next 200. */
    public List<Listed> tried() {
        return listed("where state = 'waiting' and tries > 0 order by next_try_at, id limit 200");
    }

    public Counts counts() {
        return database.sql("""
                        select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'sent') as sent,
                            count(*) filter (where state = 'failed') as failed
                        from desk.mail
                        """)
                .query((row, number) -> new Counts(row.getLong("waiting"), row.getLong("sent"), row.getLong("failed")))
                .single();
    }

    public long countFailed() {
        return database.sql("select count(*) from desk.mail where state = 'failed'").query(Long.class).single();
    }

    private List<Digest.Line> lines(UUID mail) {
        return database.sql("""
                        select of_task, kind, count, nearest_due from desk.mail_line where mail = :mail
                        order by of_task desc, nearest_due nulls last, kind
                        """)
                .param("mail", mail)
                .query((row, number) -> new Digest.Line(
                        row.getBoolean("of_task"), row.getString("kind"), row.getInt("count"),
                        row.getObject("nearest_due", LocalDate.class)))
                .list();
    }

    private List<Listed> listed(String which) {
        return database.sql("select id, person, composed_at, tries, next_try_at, ended_at, reply from desk.mail " + which)
                .query(Mails::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                Moments.read(row, "composed_at"),
                row.getInt("tries"),
                Moments.read(row, "next_try_at"),
                Moments.readIfSet(row, "ended_at"),
                row.getString("reply"));
    }
}
