// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.FrozenVersion;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.record.register.PublicStatement.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was frozen. Nothing of it is ever changed. Every question carries what the asker may reach, or what was disclosed to him. */
@Repository
public class FrozenVersions {

    private static final String VERSION = """
            select f.dossier, f.hash, f.statement, f.number, f.edition, f.public_hash, f.agencies_hash, f.restricted_hash, f.at, f.author
            from statement.frozen f""";
    private static final String WITHIN_REACH = " where f.dossier = any (:reach)";

    /** The program's own condition for what is disclosed; it must be enough where no policy is in force. */
    private static final String DISCLOSED = "\n" + """
            where exists (select from statement.disclosure d where d.dossier = f.dossier and d.hash = f.hash and d.ends_at is null
                and d.receiver = identity.acting_corporate_number())""";

    private final JdbcClient database;

    FrozenVersions(JdbcClient database) {
        this.database = database;
    }

    public Optional<FrozenVersion> find(Reach reach, String hash) {
        return within(VERSION + WITHIN_REACH + " and f.hash = :hash", reach).param("hash", hash).query(FrozenVersions::version).optional();
    }

    /** Newest first. */
    public List<FrozenVersion> of(Reach reach, StatementId statement) {
        return within(VERSION + WITHIN_REACH + " and f.statement = :statement order by f.number desc", reach)
                .param("statement", statement.value()).query(FrozenVersions::version).list();
    }

    /** One that was disclosed to the organisation for which somebody acts, and still is. */
    public Optional<FrozenVersion> disclosed(String hash) {
        return database.sql(VERSION + DISCLOSED + " and f.hash = :hash").param("hash", hash).query(FrozenVersions::version).optional();
    }

    /** All that are disclosed to the organisation for which somebody acts, newest first. */
    public List<FrozenVersion> disclosed() {
        return database.sql(VERSION + DISCLOSED + " order by f.at desc, f.hash").query(FrozenVersions::version).list();
    }

    public Map<Visibility, List<Row>> sections(Reach reach, String hash) {
        return SectionRows.bySection(within("select f.visibility, f.rows from statement.frozen_section f" + WITHIN_REACH + " and f.hash = :hash", reach)
                .param("hash", hash));
    }

    /** Without the restricted section. */
    public Map<Visibility, List<Row>> disclosedSections(String hash) {
        return SectionRows.bySection(database.sql("select f.visibility, f.rows from statement.frozen_section f" + DISCLOSED
                + " and f.hash = :hash and f.visibility <> 'restricted'").param("hash", hash));
    }

    /** @param choices as {@link jp.torokubo.procedure.statement.Planes#letters} writes them */
    public void addChoices(FrozenVersion version, Visibility visibility, String choices) {
        database.sql("""
                        insert into statement.frozen_choices (dossier, hash, visibility, edition, choices)
                        values (:dossier, :hash, :visibility, :edition, :choices)
                        """)
                .param("dossier", version.dossier().value())
                .param("hash", version.hash())
                .param("visibility", visibility.code())
                .param("edition", version.edition())
                .param("choices", choices)
                .update();
    }

    /** Of the versions within reach, by hash. */
    public List<Map.Entry<String, String>> choices(Reach reach, Visibility visibility, String edition) {
        return within("""
                        select f.hash, f.choices from statement.frozen_choices f
                        where f.dossier = any (:reach) and f.visibility = :visibility and f.edition = :edition order by f.hash
                        """, reach)
                .param("visibility", visibility.code())
                .param("edition", edition)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
    }

    public void add(FrozenVersion version, Map<Visibility, List<Row>> rows) {
        database.sql("""
                        insert into statement.frozen (dossier, hash, statement, number, edition, public_hash, agencies_hash, restricted_hash,
                            at, author)
                        values (:dossier, :hash, :statement, :number, :edition, :public, :agencies, :restricted, :at, :by)
                        """)
                .param("dossier", version.dossier().value())
                .param("hash", version.hash())
                .param("statement", version.statement().value())
                .param("number", version.number())
                .param("edition", version.edition())
                .param("public", version.sections().get(Visibility.PUBLIC))
                .param("agencies", version.sections().get(Visibility.AGENCIES))
                .param("restricted", version.sections().get(Visibility.RESTRICTED))
                .param("at", Moments.at(version.at()))
                .param("by", version.author().value())
                .update();
        rows.forEach((visibility, section) -> database.sql("""
                        insert into statement.frozen_section (dossier, hash, visibility, rows) values (:dossier, :hash, :visibility, :rows)
                        """)
                .param("dossier", version.dossier().value())
                .param("hash", version.hash())
                .param("visibility", visibility.code())
                .param("rows", SectionRows.written(section))
                .update());
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach) {
        return database.sql(sql).param("reach", reach.dossierArray());
    }

    private static FrozenVersion version(ResultSet row, int number) throws SQLException {
        return new FrozenVersion(
                row.getString("hash"), new DossierId(row.getObject("dossier", UUID.class)),
                new StatementId(row.getObject("statement", UUID.class)), row.getInt("number"), row.getString("edition"),
                Map.of(
                        Visibility.PUBLIC, row.getString("public_hash"), Visibility.AGENCIES, row.getString("agencies_hash"),
                        Visibility.RESTRICTED, row.getString("restricted_hash")),
                Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)));
    }
}
