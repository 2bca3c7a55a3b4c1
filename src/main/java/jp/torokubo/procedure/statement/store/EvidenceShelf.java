// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What shows that controls are realised. A change adds a version that replaces the one before. */
@Repository
public class EvidenceShelf {

    private static final String STANDING = """
            select e.id, e.title, e.sha256, e.file_name, e.link, e.owner, e.valid_until, e.controls, e.at, e.author, e.replaces
            from statement.evidence e
            where e.dossier = any (:reach) and e.statement = :statement and not e.removed
              and not exists (select from statement.evidence n where n.dossier = e.dossier and n.replaces = e.id)""";

    /** How much of a statement's evidence is near its last day or past it. */
    public record Near(Statement statement, long expired, long soon, LocalDate first) {}

    /** @param renewed whether it took the place of a version before */
    public record Put(Instant at, PersonId by, boolean renewed) {}

    private final JdbcClient database;

    EvidenceShelf(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which it was added. */
    public List<Evidence> of(Reach reach, StatementId statement) {
        return within(STANDING + " order by e.at, e.id", reach, statement).query(EvidenceShelf::evidence).list();
    }

    /** When each piece that stands was put there as it stands, and by whom. */
    public Map<UUID, Put> put(Reach reach, StatementId statement) {
        var put = new HashMap<UUID, Put>();
        within(STANDING, reach, statement)
                .query((RowCallbackHandler) row -> put.put(row.getObject("id", UUID.class), new Put(
                        Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)), row.getObject("replaces") != null)));
        return put;
    }

    public Optional<Evidence> find(Reach reach, StatementId statement, UUID id) {
        return within(STANDING + " and e.id = :id", reach, statement).param("id", id).query(EvidenceShelf::evidence).optional();
    }

    /** Of every statement within reach that none was carried over from in its dossier: what stands and whose last day has come by then. */
    public List<Near> near(Reach reach, LocalDate today, LocalDate until) {
        return database.sql("""
                        select s.dossier, s.id, s.title, s.edition, s.carried_from, s.opened_at, min(e.valid_until) as first,
                            count(*) filter (where e.valid_until < :today) as expired, count(*) filter (where e.valid_until >= :today) as soon
                        from statement.evidence e join statement.statement s on s.dossier = e.dossier and s.id = e.statement
                        where e.dossier = any (:reach) and e.valid_until <= :until and not e.removed
                          and not exists (select from statement.evidence n where n.dossier = e.dossier and n.replaces = e.id)
                          and not exists (select from statement.statement n where n.dossier = s.dossier and n.carried_from = s.id)
                        group by s.dossier, s.id, s.title, s.edition, s.carried_from, s.opened_at
                        order by first, s.id
                        """)
                .param("reach", reach.dossierArray())
                .param("today", today)
                .param("until", until)
                .query((row, number) -> new Near(
                        Statements.statement(row, number), row.getLong("expired"), row.getLong("soon"),
                        row.getObject("first", LocalDate.class)))
                .list();
    }

    /** @param replaces the version before; null for something new. @param removed whether it is only to take that one away */
    public void add(Statement statement, Evidence evidence, @Nullable UUID replaces, boolean removed, Instant at, PersonId by) {
        database.sql("""
                        insert into statement.evidence (dossier, id, statement, replaces, removed, title, sha256, file_name, link, owner,
                            valid_until, controls, at, author)
                        values (:dossier, :id, :statement, :replaces, :removed, :title, :sha256, :name, :link, :owner, :until, :controls, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", evidence.id())
                .param("statement", statement.id().value())
                .param("replaces", replaces)
                .param("removed", removed)
                .param("title", evidence.title())
                .param("sha256", evidence.sha256())
                .param("name", evidence.fileName())
                .param("link", evidence.link())
                .param("owner", evidence.owner())
                .param("until", evidence.validUntil())
                .param("controls", evidence.controls().toArray(String[]::new))
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach, StatementId statement) {
        return database.sql(sql).param("reach", reach.dossierArray()).param("statement", statement.value());
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class), row.getString("title"), row.getString("sha256"), row.getString("file_name"),
                row.getString("link"), row.getString("owner"), row.getObject("valid_until", LocalDate.class),
                List.of((String[]) row.getArray("controls").getArray()));
    }
}
