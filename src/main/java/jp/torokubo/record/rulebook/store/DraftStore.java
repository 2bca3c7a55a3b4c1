// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.EditionDraft;
import jp.torokubo.record.rulebook.EditionDraft.State;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import jp.torokubo.record.rulebook.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What operators prepare. Only the state of a draft ever changes. */
@Repository
public class DraftStore {

    private static final TypeReference<LinkedHashMap<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient program;
    private final JsonMapper json;

    DraftStore(JdbcClient program, JsonMapper json) {
        this.program = program;
        this.json = json;
    }

    public void add(EditionDraft draft) {
        var edition = draft.edition();
        program.sql("""
                insert into rulebook.draft (id, kind, subject, content, status, decided_on, effective_on, attested_on, reason_ja, reason_en,
                    source_ja, source_en, provenance, after_number, state, drafted_by, drafted_at, proposal)
                values (:id, :kind, :subject, cast(:content as jsonb), :status, :decided, :effective, :attested, :reasonJa, :reasonEn,
                    :sourceJa, :sourceEn, :provenance, :after, :state, :by, :at, null)
                """)
                .param("id", draft.id())
                .param("kind", edition.kind().code())
                .param("subject", edition.subject())
                .param("content", json.writeValueAsString(edition.content()))
                .param("status", edition.standing().code())
                .param("decided", edition.decidedOn())
                .param("effective", edition.effectiveOn())
                .param("attested", edition.attestedOn())
                .param("reasonJa", edition.reasonJa())
                .param("reasonEn", edition.reasonEn())
                .param("sourceJa", edition.source().ja())
                .param("sourceEn", edition.source().en())
                .param("provenance", edition.source().provenance().code())
                .param("after", edition.number() - 1)
                .param("state", draft.state().code())
                .param("by", draft.draftedBy().value())
                .param("at", draft.draftedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<EditionDraft> find(UUID id) {
        return program.sql("select * from rulebook.draft where id = :id").param("id", id).query((row, n) -> draft(row)).optional();
    }

    /** Keeps others from deciding on it until the transaction ends. */
    public Optional<EditionDraft> findForUpdate(UUID id) {
        return program.sql("select * from rulebook.draft where id = :id for update")
                .param("id", id)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Drafted and proposed ones, newest first. */
    public List<EditionDraft> open() {
        return program.sql("select * from rulebook.draft where state in ('drafted', 'proposed') order by drafted_at desc, id desc")
                .query((row, n) -> draft(row))
                .list();
    }

    public void save(EditionDraft draft) {
        int changed = program.sql("update rulebook.draft set state = :state, proposal = :proposal where id = :id")
                .param("state", draft.state().code())
                .param("proposal", draft.proposal())
                .param("id", draft.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("no draft " + draft.id());
        }
    }

    private EditionDraft draft(ResultSet row) throws SQLException {
        var at = row.getObject("drafted_at", OffsetDateTime.class).toInstant();
        var edition = new Edition(
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getInt("after_number") + 1,
                json.readValue(row.getString("content"), TEXTS),
                Standing.of(row.getString("status")).orElseThrow(),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("attested_on", LocalDate.class),
                row.getString("reason_ja"),
                row.getString("reason_en"),
                new Source(
                        Provenance.of(row.getString("provenance")).orElseThrow(), row.getString("source_ja"), row.getString("source_en")),
                at,
                "operator");
        return new EditionDraft(
                row.getObject("id", UUID.class), edition, State.of(row.getString("state")),
                new PersonId(row.getObject("drafted_by", UUID.class)), at, row.getObject("proposal", UUID.class));
    }
}
