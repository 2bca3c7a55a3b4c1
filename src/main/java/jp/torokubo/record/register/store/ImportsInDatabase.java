// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import jp.torokubo.record.register.importing.KeptImport.Decided;
import jp.torokubo.record.register.importing.KeptImport.Proposed;
import jp.torokubo.record.register.importing.PublicationOfList;
import jp.torokubo.record.register.importing.ReadingOfList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportsInDatabase implements Imports {

    // its own, so that no setting of the web changes what was kept years ago
    private static final JsonMapper json = JsonMapper.builder().build();

    private static final String ONE = "select * from register.import where id = :id";

    private final JdbcClient jdbc;

    ImportsInDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(KeptImport added) {
        jdbc.sql("""
                        insert into register.import (id, register, state, title, source, complete_until, file_name, file_hash,
                            format, encoding, reading, uploaded_by, uploader, uploaded_at)
                        values (:id, :register, 'read', :title, :source, :until, :name, :hash, :format, :encoding, :reading,
                            :person, :uploader, :at)""")
                .param("id", added.id())
                .param("register", added.publication().register().code())
                .param("title", added.publication().title())
                .param("source", added.publication().source())
                .param("until", added.publication().completeUntil())
                .param("name", added.file().name())
                .param("hash", added.file().hash())
                .param("format", added.file().format().name())
                .param("encoding", added.file().encoding())
                .param("reading", json.writeValueAsString(added.reading()))
                .param("person", added.uploaded().person().value())
                .param("uploader", added.uploaded().name())
                .param("at", utc(added.uploaded().at()))
                .update();
        if (added.state() != KeptImport.State.READ) {
            save(added);
        }
    }

    @Override
    public Optional<KeptImport> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(ImportsInDatabase::kept).optional();
    }

    @Override
    public Optional<KeptImport> findForUpdate(UUID id) {
        return jdbc.sql(ONE + " for update").param("id", id).query(ImportsInDatabase::kept).optional();
    }

    @Override
    public void save(KeptImport moved) {
        Proposed proposed = moved.proposed();
        Decided decided = moved.decided();
        int changed = jdbc.sql("""
                        update register.import set state = :state, proposal = :proposal, proposer = :proposer,
                            proposed_at = :proposedAt, hash = :hash, register_index = :index, decider = :decider,
                            decided_at = :decidedAt, reason = :reason, first_entry = :first, last_entry = :last
                        where id = :id""")
                .param("id", moved.id())
                .param("state", moved.state().code())
                .param("proposal", proposed == null ? null : proposed.proposal(), Types.OTHER)
                .param("proposer", proposed == null ? null : proposed.name(), Types.VARCHAR)
                .param("proposedAt", proposed == null ? null : utc(proposed.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("hash", proposed == null ? null : proposed.hash(), Types.VARCHAR)
                .param("index", proposed == null ? null : proposed.registerIndex(), Types.BIGINT)
                .param("decider", decided == null ? null : decided.name(), Types.VARCHAR)
                .param("decidedAt", decided == null ? null : utc(decided.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", decided == null ? null : decided.reason(), Types.VARCHAR)
                .param("first", decided == null ? null : decided.firstEntry(), Types.BIGINT)
                .param("last", decided == null ? null : decided.lastEntry(), Types.BIGINT)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("import " + moved.id() + " is not there");
        }
    }

    @Override
    public List<Summary> newest(int limit) {
        return jdbc.sql("""
                        select id, title, complete_until, file_name, state, uploader, uploaded_at from register.import
                        order by uploaded_at desc, id desc limit :limit""")
                .param("limit", limit)
                .query((row, number) -> new Summary(row.getObject("id", UUID.class), row.getString("title"),
                        row.getObject("complete_until", LocalDate.class), row.getString("file_name"),
                        KeptImport.State.of(row.getString("state")), row.getString("uploader"), instant(row, "uploaded_at")))
                .list();
    }

    @Override
    public long waiting() {
        return jdbc.sql("select count(*) from register.import where state = 'proposed'").query(Long.class).single();
    }

    private static KeptImport kept(ResultSet row, int number) throws SQLException {
        return new KeptImport(
                row.getObject("id", UUID.class),
                new PublicationOfList(RegisterName.of(row.getString("register")).orElseThrow(), row.getString("title"),
                        row.getString("source"), row.getObject("complete_until", LocalDate.class)),
                new KeptImport.File(row.getString("file_name"), row.getString("file_hash"),
                        Format.valueOf(row.getString("format")), row.getString("encoding")),
                json.readValue(row.getString("reading"), ReadingOfList.class),
                KeptImport.State.of(row.getString("state")),
                new KeptImport.Uploaded(new PersonId(row.getObject("uploaded_by", UUID.class)), row.getString("uploader"),
                        instant(row, "uploaded_at")),
                proposed(row), decided(row));
    }

    private static @Nullable Proposed proposed(ResultSet row) throws SQLException {
        return row.getString("hash") == null ? null : new Proposed(row.getObject("proposal", UUID.class),
                row.getString("proposer"), instant(row, "proposed_at"), row.getString("hash"), row.getLong("register_index"));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        return row.getString("decider") == null ? null : new Decided(row.getString("decider"), instant(row, "decided_at"),
                row.getString("reason"), row.getObject("first_entry", Long.class), row.getObject("last_entry", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
