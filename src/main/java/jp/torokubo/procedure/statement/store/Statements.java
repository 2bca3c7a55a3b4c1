// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.KeptForm;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.PartVersion;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements and their parts. Every question carries what the asker may reach. */
@Repository
public class Statements {

    private static final String STATEMENT = """
            select s.dossier, s.id, s.title, s.edition, s.carried_from, s.opened_at from statement.statement s
            where s.dossier = any (:reach)""";

    private final JdbcClient database;

    Statements(JdbcClient database) {
        this.database = database;
    }

    public Optional<Statement> find(Reach reach, StatementId id) {
        return within(STATEMENT + " and s.id = :id", reach).param("id", id.value()).query(Statements::statement).optional();
    }

    /** Newest first. */
    public List<Statement> of(Reach reach, DossierId dossier) {
        return within(STATEMENT + " and s.dossier = :dossier order by s.opened_at desc, s.id desc", reach)
                .param("dossier", dossier.value()).query(Statements::statement).list();
    }

    /** Of every dossier within reach, newest first. */
    public List<Statement> all(Reach reach) {
        return within(STATEMENT + " order by s.opened_at desc, s.id desc", reach).query(Statements::statement).list();
    }

    public long count(Reach reach, DossierId dossier) {
        return within("select count(*) from statement.statement s where s.dossier = any (:reach) and s.dossier = :dossier", reach)
                .param("dossier", dossier.value()).query(Long.class).single();
    }

    /** Lets nobody else write into the statement until the transaction that is open ends. */
    public void lock(Reach reach, StatementId id) {
        within("select s.id from statement.statement s where s.dossier = any (:reach) and s.id = :id for no key update", reach)
                .param("id", id.value()).query(UUID.class).single();
    }

    public void add(Statement statement, PersonId by) {
        database.sql("""
                        insert into statement.statement (dossier, id, title, edition, carried_from, opened_at, opened_by)
                        values (:dossier, :id, :title, :edition, :from, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("id", statement.id().value())
                .param("title", statement.title())
                .param("edition", statement.edition())
                .param("from", statement.carriedFrom() == null ? null : statement.carriedFrom().value())
                .param("at", Moments.at(statement.openedAt()))
                .param("by", by.value())
                .update();
    }

    public StatementContent content(Reach reach, StatementId id) {
        var parts = new EnumMap<Part, Content>(Part.class);
        newest(reach, id).forEach((part, version) -> parts.put(part, version.content()));
        return new StatementContent(parts);
    }

    /** The newest version of every part somebody has written. */
    public Map<Part, PartVersion> newest(Reach reach, StatementId id) {
        var parts = new EnumMap<Part, PartVersion>(Part.class);
        within("""
                select distinct on (p.part) p.part, p.version, p.content, p.at, p.author from statement.part p
                where p.dossier = any (:reach) and p.statement = :id order by p.part, p.version desc
                """, reach).param("id", id.value()).query(Statements::version).list()
                .forEach(version -> parts.put(Part.of(version.content()), version));
        return parts;
    }

    /** Every version of a part, newest first. */
    public List<PartVersion> versions(Reach reach, StatementId id, Part part) {
        return within("""
                select p.part, p.version, p.content, p.at, p.author from statement.part p
                where p.dossier = any (:reach) and p.statement = :id and p.part = :part order by p.version desc
                """, reach).param("id", id.value()).param("part", part.code()).query(Statements::version).list();
    }

    public void addPart(Statement statement, Content content, long version, Instant at, PersonId by) {
        database.sql("""
                        insert into statement.part (dossier, statement, part, version, content, at, author)
                        values (:dossier, :statement, :part, :version, :content, :at, :by)
                        """)
                .param("dossier", statement.dossier().value())
                .param("statement", statement.id().value())
                .param("part", Part.of(content).code())
                .param("version", version)
                .param("content", KeptForm.of(content))
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach) {
        return database.sql(sql).param("reach", reach.dossierArray());
    }

    static Statement statement(ResultSet row, int number) throws SQLException {
        var from = row.getObject("carried_from", UUID.class);
        return new Statement(
                new StatementId(row.getObject("id", UUID.class)), new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("title"), row.getString("edition"), from == null ? null : new StatementId(from),
                Moments.read(row, "opened_at"));
    }

    private static PartVersion version(ResultSet row, int number) throws SQLException {
        var part = Part.of(row.getString("part")).orElseThrow();
        return new PartVersion(
                row.getLong("version"), KeptForm.content(part, row.getString("content")), Moments.read(row, "at"),
                new PersonId(row.getObject("author", UUID.class)));
    }
}
