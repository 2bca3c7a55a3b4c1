// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.record.criteria.importing.Aim;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport.Decided;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport.Proposed;
import jp.torokubo.record.criteria.importing.Publication;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CriteriaImportsInDatabase implements CriteriaImports {

    // its own, so that no setting of the web changes what was kept years ago
    private static final JsonMapper json = JsonMapper.builder().build();

    private static final String ONE = "select * from criteria.import where id = :id";

    private final JdbcClient jdbc;

    CriteriaImportsInDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(KeptCriteriaImport added) {
        jdbc.sql("""
                        insert into criteria.import (id, state, aim, edition, details, title, address, file_name, file_hash, format, encoding,
                            reading, uploaded_by, uploader, uploaded_at)
                        values (:id, 'read', :aim, :edition, :details, :title, :address, :name, :hash, :format, :encoding, :reading,
                            :person, :uploader, :at)""")
                .param("id", added.id())
                .param("aim", added.aim().code())
                .param("edition", added.aim().edition())
                .param("details", json.writeValueAsString(added.aim()))
                .param("title", added.publication().title())
                .param("address", added.publication().address())
                .param("name", added.file().name())
                .param("hash", added.file().hash())
                .param("format", added.file().format().name())
                .param("encoding", added.file().encoding())
                .param("reading", json.writeValueAsString(added.reading()))
                .param("person", added.uploaded().person().value())
                .param("uploader", added.uploaded().name())
                .param("at", utc(added.uploaded().at()))
                .update();
    }

    @Override
    public Optional<KeptCriteriaImport> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(CriteriaImportsInDatabase::kept).optional();
    }

    @Override
    public Optional<KeptCriteriaImport> findForUpdate(UUID id) {
        return jdbc.sql(ONE + " for update").param("id", id).query(CriteriaImportsInDatabase::kept).optional();
    }

    @Override
    public void save(KeptCriteriaImport moved) {
        Proposed proposed = moved.proposed();
        Decided decided = moved.decided();
        int changed = jdbc.sql("""
                        update criteria.import set state = :state, proposal = :proposal, proposer = :proposer, proposed_at = :proposedAt,
                            hash = :hash, criteria_state = :criteria, decider = :decider, decided_at = :decidedAt, reason = :reason,
                            done = :done
                        where id = :id""")
                .param("id", moved.id())
                .param("state", moved.state().code())
                .param("proposal", proposed == null ? null : proposed.proposal(), Types.OTHER)
                .param("proposer", proposed == null ? null : proposed.name(), Types.VARCHAR)
                .param("proposedAt", proposed == null ? null : utc(proposed.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("hash", proposed == null ? null : proposed.hash(), Types.VARCHAR)
                .param("criteria", proposed == null ? null : proposed.state(), Types.VARCHAR)
                .param("decider", decided == null ? null : decided.name(), Types.VARCHAR)
                .param("decidedAt", decided == null ? null : utc(decided.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", decided == null ? null : decided.reason(), Types.VARCHAR)
                .param("done", decided == null || decided.done() == null ? null : json.writeValueAsString(decided.done()), Types.VARCHAR)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("import " + moved.id() + " is not there");
        }
    }

    @Override
    public List<Summary> newest(int limit) {
        return jdbc.sql("""
                        select id, aim, edition, title, file_name, state, uploader, uploaded_at from criteria.import
                        order by uploaded_at desc, id desc limit :limit""")
                .param("limit", limit)
                .query((row, number) -> new Summary(row.getObject("id", UUID.class), row.getString("aim"), row.getString("edition"),
                        row.getString("title"), row.getString("file_name"), KeptCriteriaImport.State.of(row.getString("state")),
                        row.getString("uploader"), instant(row, "uploaded_at")))
                .list();
    }

    @Override
    public long waiting() {
        return jdbc.sql("select count(*) from criteria.import where state = 'proposed'").query(Long.class).single();
    }

    @Override
    public void lock() {
        jdbc.sql("select 1 from criteria.import_gate for update").query(Integer.class).single();
    }

    @Override
    public String state() {
        return jdbc.sql("""
                select concat_ws('/', (select count(*) from criteria.edition), (select count(*) from criteria.text_set),
                    (select count(*) from criteria.dated_list))
                """).query(String.class).single();
    }

    private static KeptCriteriaImport kept(ResultSet row, int number) throws SQLException {
        return new KeptCriteriaImport(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("details"), Aim.class),
                new Publication(row.getString("title"), row.getString("address")),
                new KeptCriteriaImport.File(row.getString("file_name"), row.getString("file_hash"),
                        Format.valueOf(row.getString("format")), row.getString("encoding")),
                json.readValue(row.getString("reading"), ReadingOfWorkbook.class),
                KeptCriteriaImport.State.of(row.getString("state")),
                new KeptCriteriaImport.Uploaded(new PersonId(row.getObject("uploaded_by", UUID.class)), row.getString("uploader"),
                        instant(row, "uploaded_at")),
                proposed(row), decided(row));
    }

    private static @Nullable Proposed proposed(ResultSet row) throws SQLException {
        return row.getString("hash") == null ? null : new Proposed(row.getObject("proposal", UUID.class), row.getString("proposer"),
                instant(row, "proposed_at"), row.getString("hash"), row.getString("criteria_state"));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        return row.getString("decider") == null ? null : new Decided(row.getString("decider"), instant(row, "decided_at"),
                row.getString("reason"), row.getString("done") == null ? null : List.of(json.readValue(row.getString("done"), CriteriaDryRun.Row[].class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
