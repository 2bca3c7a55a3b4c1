// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.desk.Message;
import jp.torokubo.ground.desk.Place;
import jp.torokubo.ground.desk.Subject;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, each for one person. */
@Repository
public class Messages {

    /** A message as its reader sees it; {@code readAt} is null until he has put it away. */
    public record Shown(UUID id, String kind, Subject subject, Place place, Instant toldAt, @Nullable Instant readAt) {}

    /** Place in the list after which reading goes on. */
    public record Position(Instant toldAt, UUID id) {}

    private static final String MINE = "m.person = :person and (m.dossier is null or m.dossier = any (:reach))";

    private final JdbcClient database;

    Messages(JdbcClient database) {
        this.database = database;
    }

    public void add(UUID id, Message message, PersonId by, Instant at) {
        database.sql("""
                        insert into desk.message (id, person, dossier, kind, subject_key, subject_ids, href, told_by, told_at)
                        values (:id, :person, :dossier, :kind, :key, :ids, :href, :by, :at)
                        """)
                .param("id", id)
                .param("person", message.person().value())
                .param("dossier", message.dossier() == null ? null : message.dossier().value())
                .param("kind", message.kind())
                .param("key", message.subject().key())
                .param("ids", Subjects.ids(message.subject()))
                .param("href", message.place().href())
                .param("by", by.value())
                .param("at", Moments.at(at))
                .update();
    }

    /** Newest first; only those not yet read, or all. */
    public List<Shown> of(Reach reader, boolean unreadOnly, @Nullable Position after, int limit) {
        return mine(reader, """
                        select m.id, m.kind, m.subject_key, m.subject_ids, m.href, m.told_at, m.read_at from desk.message m
                        where %s and (m.read_at is null or not :unreadOnly) and (cast(:afterId as uuid) is null
                            or (m.told_at, m.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                        order by m.told_at desc, m.id desc limit :limit
                        """)
                .param("unreadOnly", unreadOnly)
                .param("afterAt", after == null ? null : Moments.at(after.toldAt()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(Messages::shown)
                .list();
    }

    public long unread(Reach reader) {
        return mine(reader, "select count(*) from desk.message m where %s and m.read_at is null")
                .query(Long.class)
                .single();
    }

    /** @return false where there is no such message of this person */
    public boolean read(UUID id, Reach reader, Instant at) {
        return mine(reader, "update desk.message m set read_at = coalesce(m.read_at, :at) where m.id = :id and %s")
                        .param("at", Moments.at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    public void readUntil(Reach reader, Instant told, Instant at) {
        mine(reader, "update desk.message m set read_at = :at where %s and m.read_at is null and m.told_at <= :told")
                .param("at", Moments.at(at))
                .param("told", Moments.at(told))
                .update();
    }

    /** The ids of all that are unread. */
    public Set<UUID> idsOfUnread(Reach reader) {
        return Set.copyOf(mine(reader, "select m.id from desk.message m where %s and m.read_at is null").query(UUID.class).list());
    }

    private JdbcClient.StatementSpec mine(Reach reader, String sql) {
        return database.sql(sql.formatted(MINE))
                .param("person", reader.actor().person().value())
                .param("reach", reader.dossierArray());
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Subjects.read(row),
                new Place(row.getString("href")),
                Moments.read(row, "told_at"),
                Moments.readIfSet(row, "read_at"));
    }
}
