// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Disclosure;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.SheetRows;
import jp.torokubo.record.register.PublicStatement.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Buyer's sheets: drafts, editions, to whom they are disclosed. Every question carries what the asker may reach, or what was disclosed to him. */
@Repository
public class Sheets {

    private static final String EDITION = """
            select e.dossier, e.hash, e.number, e.questions, e.service, e.public_hash, e.agencies_hash, e.restricted_hash, e.at, e.author
            from statement.sheet_edition e""";
    private static final String SECTION = "select e.visibility, e.rows from statement.sheet_section e";
    private static final String WITHIN_REACH = " where e.dossier = any (:reach)";

    /** The program's own condition for what is disclosed; it must be enough where no policy is in force. */
    private static final String DISCLOSED = "\n" + """
            where exists (select from statement.sheet_disclosure d where d.dossier = e.dossier and d.hash = e.hash and d.ends_at is null
                and d.receiver = identity.acting_corporate_number())""";

    private final JdbcClient database;

    Sheets(JdbcClient database) {
        this.database = database;
    }

    /** Of the organisation for which somebody acts; empty where none is known. */
    public Optional<String> actingCorporateNumber() {
        return database.sql("select coalesce(identity.acting_corporate_number(), '')").query(String.class).optional()
                .filter(number -> !number.isEmpty());
    }

    public Sheet.Draft draft(Reach reach, DossierId dossier) {
        return within("""
                        select e.version, e.service, e.answers, e.at from statement.sheet_draft e
                        where e.dossier = any (:reach) and e.dossier = :dossier order by e.version desc limit 1
                        """, reach)
                .param("dossier", dossier.value())
                .query((row, number) -> new Sheet.Draft(
                        row.getLong("version"), SheetRows.read(row.getObject("service", UUID.class), row.getString("answers")),
                        Moments.read(row, "at")))
                .optional()
                .orElse(new Sheet.Draft(0, Sheet.EMPTY, null));
    }

    /** @return false where somebody has saved that version before */
    public boolean addDraft(DossierId dossier, long version, Sheet sheet, Instant at, PersonId by) {
        return database.sql("""
                        insert into statement.sheet_draft (dossier, version, service, answers, at, author)
                        values (:dossier, :version, :service, :answers, :at, :by) on conflict do nothing
                        """)
                        .param("dossier", dossier.value())
                        .param("version", version)
                        .param("service", sheet.service())
                        .param("answers", SheetRows.written(sheet))
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Newest first. */
    public List<Sheet.Edition> of(Reach reach, DossierId dossier) {
        return within(EDITION + WITHIN_REACH + " and e.dossier = :dossier order by e.number desc", reach)
                .param("dossier", dossier.value()).query(Sheets::edition).list();
    }

    public Optional<Sheet.Edition> find(Reach reach, String hash) {
        return within(EDITION + WITHIN_REACH + " and e.hash = :hash", reach).param("hash", hash).query(Sheets::edition).optional();
    }

    public Map<Visibility, List<Row>> sections(Reach reach, String hash) {
        return SectionRows.bySection(within(SECTION + WITHIN_REACH + " and e.hash = :hash", reach).param("hash", hash));
    }

    /** All that are disclosed to the organisation for which somebody acts, newest first. */
    public List<Sheet.Edition> disclosed() {
        return database.sql(EDITION + DISCLOSED + " order by e.at desc, e.hash").query(Sheets::edition).list();
    }

    public Optional<Sheet.Edition> disclosed(String hash) {
        return database.sql(EDITION + DISCLOSED + " and e.hash = :hash").param("hash", hash).query(Sheets::edition).optional();
    }

    /** Without the restricted section. */
    public Map<Visibility, List<Row>> disclosedSections(String hash) {
        return SectionRows.bySection(database.sql(SECTION + DISCLOSED + " and e.hash = :hash and e.visibility <> 'restricted'").param("hash", hash));
    }

    /** With its public part, where it is of a service. */
    public void add(Sheet.Edition edition, Map<Visibility, List<Row>> rows) {
        database.sql("""
                        insert into statement.sheet_edition (dossier, hash, number, questions, service, public_hash, agencies_hash,
                            restricted_hash, at, author)
                        values (:dossier, :hash, :number, :questions, :service, :public, :agencies, :restricted, :at, :by)
                        """)
                .param("dossier", edition.dossier().value())
                .param("hash", edition.hash())
                .param("number", edition.number())
                .param("questions", edition.questions())
                .param("service", edition.service())
                .param("public", edition.sections().get(Visibility.PUBLIC))
                .param("agencies", edition.sections().get(Visibility.AGENCIES))
                .param("restricted", edition.sections().get(Visibility.RESTRICTED))
                .param("at", Moments.at(edition.at()))
                .param("by", edition.author().value())
                .update();
        rows.forEach((visibility, section) -> database.sql("""
                        insert into statement.sheet_section (dossier, hash, visibility, rows) values (:dossier, :hash, :visibility, :rows)
                        """)
                .param("dossier", edition.dossier().value())
                .param("hash", edition.hash())
                .param("visibility", visibility.code())
                .param("rows", SectionRows.written(section))
                .update());
        if (edition.service() != null) {
            database.sql("""
                            insert into statement.sheet_public (hash, service, number, questions, agencies_hash, restricted_hash, rows, at)
                            values (:hash, :service, :number, :questions, :agencies, :restricted, :rows, :at)
                            """)
                    .param("hash", edition.hash())
                    .param("service", edition.service())
                    .param("number", edition.number())
                    .param("questions", edition.questions())
                    .param("agencies", edition.sections().get(Visibility.AGENCIES))
                    .param("restricted", edition.sections().get(Visibility.RESTRICTED))
                    .param("rows", SectionRows.written(rows.getOrDefault(Visibility.PUBLIC, List.of())))
                    .param("at", Moments.at(edition.at()))
                    .update();
        }
    }

    /** Of an edition, those that have ended included, oldest first. */
    public List<Disclosure> disclosures(Reach reach, String hash) {
        return within("""
                        select e.id, e.hash, e.receiver, e.named, e.starts_at, e.ends_at from statement.sheet_disclosure e
                        where e.dossier = any (:reach) and e.hash = :hash order by e.starts_at, e.id
                        """, reach)
                .param("hash", hash)
                .query(Disclosures::disclosure)
                .list();
    }

    /** @return false where it is disclosed to that number already; nothing has been added then */
    public boolean disclose(DossierId dossier, Disclosure disclosure, PersonId by) {
        return database.sql("""
                        insert into statement.sheet_disclosure (dossier, id, hash, receiver, named, starts_at, author)
                        values (:dossier, :id, :hash, :receiver, :named, :at, :by)
                        on conflict do nothing
                        """)
                        .param("dossier", dossier.value())
                        .param("id", disclosure.id())
                        .param("hash", disclosure.version())
                        .param("receiver", disclosure.receiver())
                        .param("named", disclosure.named())
                        .param("at", Moments.at(disclosure.since()))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** @return false where there is none that holds */
    public boolean end(Reach reach, String hash, UUID id, Instant at, PersonId by) {
        return within("""
                        update statement.sheet_disclosure e set ends_at = :at, ended_by = :by
                        where e.dossier = any (:reach) and e.hash = :hash and e.id = :id and e.ends_at is null
                        """, reach)
                        .param("hash", hash)
                        .param("id", id)
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach) {
        return database.sql(sql).param("reach", reach.dossierArray());
    }

    private static Sheet.Edition edition(ResultSet row, int number) throws SQLException {
        return new Sheet.Edition(
                row.getString("hash"), new DossierId(row.getObject("dossier", UUID.class)), row.getInt("number"), row.getString("questions"),
                row.getObject("service", UUID.class),
                Map.of(
                        Visibility.PUBLIC, row.getString("public_hash"), Visibility.AGENCIES, row.getString("agencies_hash"),
                        Visibility.RESTRICTED, row.getString("restricted_hash")),
                Moments.read(row, "at"), new PersonId(row.getObject("author", UUID.class)));
    }
}
