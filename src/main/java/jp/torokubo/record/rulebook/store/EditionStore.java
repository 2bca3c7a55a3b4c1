// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.Editions;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import jp.torokubo.record.rulebook.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded editions. They only grow, so their number tells whether what is held in memory is still all of them.
 */
@Repository
public class EditionStore {

    private static final TypeReference<LinkedHashMap<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient publicly;
    private final JdbcClient program;
    private final JsonMapper json;
    private final Ids ids;
    private volatile Held held = new Held(-1, Map.of());

    EditionStore(@PublicRead JdbcClient publicly, JdbcClient program, JsonMapper json, Ids ids) {
        this.publicly = publicly;
        this.program = program;
        this.json = json;
        this.ids = ids;
    }

    private record Held(long count, Map<Kind, Map<String, Editions>> editions) {}

    /** By kind and subject, in the order in which subjects were first recorded. */
    public Map<Kind, Map<String, Editions>> all() {
        long count = publicly.sql("select count(*) from rulebook.edition").query(Long.class).single();
        var now = held;
        if (now.count != count) {
            now = read();
            held = now;
        }
        return now.editions;
    }

    @EventListener
    void forget(DatabaseReplaced replaced) {
        held = new Held(-1, Map.of());
    }

    private Held read() {
        var rows = publicly.sql("""
                select kind, subject, number, content, status, decided_on, effective_on, attested_on,
                       reason_ja, reason_en, source_ja, source_en, provenance, recorded_at, recorder_role
                from rulebook.edition
                order by recorded_at, place
                """).query((row, n) -> edition(row)).list();
        var grouped = new LinkedHashMap<Kind, Map<String, List<Edition>>>();
        rows.forEach(edition -> grouped
                .computeIfAbsent(edition.kind(), kind -> new LinkedHashMap<>())
                .computeIfAbsent(edition.subject(), subject -> new ArrayList<>())
                .add(edition));
        var editions = new LinkedHashMap<Kind, Map<String, Editions>>();
        grouped.forEach((kind, subjects) -> {
            var of = new LinkedHashMap<String, Editions>();
            subjects.forEach((subject, list) -> {
                list.sort(java.util.Comparator.comparing(Edition::number));
                of.put(subject, new Editions(kind, subject, List.copyOf(list)));
            });
            editions.put(kind, of);
        });
        return new Held(rows.size(), editions);
    }

    /** Number of the newest edition of a subject as this transaction sees it; 0 where there is none. */
    public int newestNumber(Kind kind, String subject) {
        return program.sql("select coalesce(max(number), 0) from rulebook.edition where kind = :kind and subject = :subject")
                .param("kind", kind.code())
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    /** Whether the files with this hash have been loaded, by this program or another instance. */
    public boolean hasLoaded(String digest) {
        return program.sql("select exists (select 1 from rulebook.shipped where digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    public void markLoaded(String digest, Instant at) {
        program.sql("insert into rulebook.shipped (digest, loaded_at) values (:digest, :at) on conflict (digest) do nothing")
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Kind and subject of everything recorded, as this transaction sees it. */
    public Set<List<String>> subjects() {
        return Set.copyOf(program.sql("select distinct kind, subject from rulebook.edition")
                .query((row, n) -> List.of(row.getString("kind"), row.getString("subject")))
                .list());
    }

    /**
     * Records editions, in this order.
     *
     * @param proposal what two persons confirmed; null for what the program brings
     * @return how many; those whose number somebody else has recorded meanwhile are left out
     */
    public int add(List<Edition> editions, @Nullable UUID proposal) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var edition : editions) {
            rows.add(row(edition, rows.size(), proposal));
        }
        return program.sql("""
                insert into rulebook.edition (id, kind, subject, number, content, status, decided_on, effective_on, attested_on,
                    reason_ja, reason_en, source_ja, source_en, provenance, recorded_at, place, recorder_role, proposal)
                select id, kind, subject, number, content, status, decided_on, effective_on, attested_on,
                    reason_ja, reason_en, source_ja, source_en, provenance, recorded_at, place, recorder_role, proposal
                from jsonb_to_recordset(cast(:rows as jsonb)) as given (id uuid, kind text, subject text, number integer,
                    content jsonb, status text, decided_on date, effective_on date, attested_on date, reason_ja text, reason_en text,
                    source_ja text, source_en text, provenance text, recorded_at timestamptz, place integer, recorder_role text,
                    proposal uuid)
                on conflict (kind, subject, number) do nothing
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    private Map<String, @Nullable Object> row(Edition edition, int place, @Nullable UUID proposal) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", ids.next());
        row.put("kind", edition.kind().code());
        row.put("subject", edition.subject());
        row.put("number", edition.number());
        row.put("content", edition.content());
        row.put("status", edition.standing().code());
        row.put("decided_on", text(edition.decidedOn()));
        row.put("effective_on", text(edition.effectiveOn()));
        row.put("attested_on", text(edition.attestedOn()));
        row.put("reason_ja", edition.reasonJa());
        row.put("reason_en", edition.reasonEn());
        row.put("source_ja", edition.source().ja());
        row.put("source_en", edition.source().en());
        row.put("provenance", edition.source().provenance().code());
        row.put("recorded_at", edition.recordedAt().toString());
        row.put("place", place);
        row.put("recorder_role", edition.recorderRole());
        row.put("proposal", proposal);
        return row;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getInt("number"),
                json.readValue(row.getString("content"), TEXTS),
                Standing.of(row.getString("status")).orElseThrow(),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("attested_on", LocalDate.class),
                row.getString("reason_ja"),
                row.getString("reason_en"),
                new Source(
                        Provenance.of(row.getString("provenance")).orElseThrow(), row.getString("source_ja"), row.getString("source_en")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorder_role"));
    }
}
