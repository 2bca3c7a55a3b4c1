// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.CriteriaEdition;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.OfficialText;
import jp.torokubo.record.criteria.StandsFrom;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.TextSet;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.TitleBasis;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded editions, official texts and lists. They only grow, so their numbers tell whether what is held in memory is still all of
 * them.
 */
@Repository
public class CriteriaStore {

    private static final Comparator<Catalogue> BY_TIME = Comparator.comparing(
            catalogue -> catalogue.edition().standsFrom() == null ? null : catalogue.edition().standsFrom().earliest(),
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final JdbcClient publicly;
    private final JdbcClient program;
    private final JsonMapper json;
    private volatile Held held = new Held("", Map.of());

    CriteriaStore(@PublicRead JdbcClient publicly, JdbcClient program, JsonMapper json) {
        this.publicly = publicly;
        this.program = program;
        this.json = json;
    }

    /** @param numbers how many editions, sets of texts and lists it was made of */
    private record Held(String numbers, Map<String, Catalogue> catalogues) {}

    /** By id, oldest edition first; one of which the day is not known stands last. */
    public Map<String, Catalogue> all() {
        var numbers = publicly.sql("""
                select concat_ws('/', (select count(*) from criteria.edition), (select count(*) from criteria.text_set),
                    (select count(*) from criteria.dated_list))
                """).query(String.class).single();
        var now = held;
        if (!now.numbers.equals(numbers)) {
            now = new Held(numbers, read());
            held = now;
        }
        return now.catalogues;
    }

    @EventListener
    void forget(DatabaseReplaced replaced) {
        held = new Held("", Map.of());
    }

    private Map<String, Catalogue> read() {
        var controls = new HashMap<String, List<Control>>();
        publicly.sql("""
                select edition, id, tier, parent, suffix, obligation, title_ja, title_en, reference, first_edition, changed_in, title_basis
                from criteria.control order by edition, position
                """).query(row -> {
            controls.computeIfAbsent(row.getString("edition"), edition -> new ArrayList<>()).add(control(row));
        });
        var japanese = texts("ja");
        var english = texts("en");
        var lists = lists();
        var found = new ArrayList<Catalogue>();
        publicly.sql("""
                select id, title_ja, title_en, stands_from, source_ja, source_en, provenance, recorded_at, recorder_role, import_id
                from criteria.edition order by number
                """).query((row, n) -> edition(row)).list().forEach(edition -> {
            var official = controls.getOrDefault(edition.id(), List.of()).stream()
                    .map(control -> with(
                            control, japanese.get(List.of(edition.id(), control.id())), english.get(List.of(edition.id(), control.id()))))
                    .toList();
            found.add(new Catalogue(edition, official, lists.stream().filter(list -> list.edition().equals(edition.id())).toList()));
        });
        found.sort(BY_TIME);
        var all = new LinkedHashMap<String, Catalogue>();
        found.forEach(catalogue -> all.put(catalogue.edition().id(), catalogue));
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Control with(Control control, @Nullable OfficialText japanese, @Nullable OfficialText english) {
        return japanese == null && english == null ? control : control.withOfficial(japanese, english);
    }

    /** By edition and control; what was taken back is not in it. */
    private Map<List<String>, OfficialText> texts(String language) {
        var texts = new HashMap<List<String>, OfficialText>();
        publicly.sql("""
                select s.edition, t.control, t.title, t.body, s.source_ja, s.source_en, s.import_id
                from criteria.official_text t join criteria.text_set s on s.id = t.text_set
                where s.language = :language order by s.number
                """).param("language", language).query(row -> {
            var key = List.of(row.getString("edition"), row.getString("control"));
            var text = new OfficialText(
                    row.getString("title"), row.getString("body"), row.getString("source_ja"), row.getString("source_en"),
                    row.getObject("import_id", UUID.class));
            if (text.title() == null && text.body() == null) {
                texts.remove(key);
            } else {
                texts.put(key, text);
            }
        });
        return texts;
    }

    private List<DatedList> lists() {
        var entries = new HashMap<UUID, List<DatedList.Entry>>();
        publicly.sql("select list, control, value from criteria.dated_list_entry order by list, control, value").query(row -> {
            entries.computeIfAbsent(row.getObject("list", UUID.class), list -> new ArrayList<>())
                    .add(new DatedList.Entry(row.getString("control"), row.getString("value")));
        });
        return publicly.sql("""
                select id, kind, edition, valid_from, valid_until, source_ja, source_en, provenance, recorded_at, recorder_role, import_id
                from criteria.dated_list order by number
                """).query((row, n) -> new DatedList(
                        row.getObject("id", UUID.class), ListKind.of(row.getString("kind")).orElseThrow(), row.getString("edition"),
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class), source(row),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorder_role"),
                        row.getObject("import_id", UUID.class),
                        List.copyOf(entries.getOrDefault(row.getObject("id", UUID.class), List.of())))).list();
    }

    /** Ids of the recorded editions, as this transaction sees them. */
    public Set<String> editions() {
        return Set.copyOf(program.sql("select id from criteria.edition").query(String.class).list());
    }

    /** Whether the files with this hash have been loaded, by this program or another instance. */
    public boolean hasLoaded(String digest) {
        return program.sql("select exists (select 1 from criteria.shipped where digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    public void markLoaded(String digest, Instant at) {
        program.sql("insert into criteria.shipped (digest, loaded_at) values (:digest, :at) on conflict (digest) do nothing")
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Records an edition with all its rows. One that is already there, recorded by another instance in the same moment, is left as it is.
     *
     * @param controls in natural order, without official texts
     * @return whether it was recorded
     */
    public boolean add(CriteriaEdition edition, List<Control> controls) {
        int added = program.sql("""
                insert into criteria.edition (id, number, title_ja, title_en, stands_from, source_ja, source_en, provenance, recorded_at,
                    recorder_role, import_id)
                values (:id, (select coalesce(max(number), 0) + 1 from criteria.edition), :titleJa, :titleEn, :standsFrom, :sourceJa,
                    :sourceEn, :provenance, :recordedAt, :role, :importId)
                on conflict (id) do nothing
                """)
                .param("id", edition.id())
                .param("titleJa", edition.titleJa())
                .param("titleEn", edition.titleEn())
                .param("standsFrom", edition.standsFrom() == null ? null : edition.standsFrom().text())
                .param("sourceJa", edition.source().ja())
                .param("sourceEn", edition.source().en())
                .param("provenance", edition.source().provenance().code())
                .param("recordedAt", edition.recordedAt().atOffset(ZoneOffset.UTC))
                .param("role", edition.recorderRole())
                .param("importId", edition.importId())
                .update();
        if (added == 0) {
            return false;
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        controls.forEach(control -> rows.add(row(edition.id(), rows.size(), control)));
        program.sql("""
                insert into criteria.control (edition, id, position, tier, parent, suffix, obligation, title_ja, title_en, reference,
                    first_edition, changed_in, title_basis)
                select edition, id, position, tier, parent, suffix, obligation, title_ja, title_en, reference, first_edition, changed_in,
                    title_basis
                from jsonb_to_recordset(cast(:rows as jsonb)) as given (edition text, id text, position integer, tier text, parent text,
                    suffix text, obligation text, title_ja text, title_en text, reference text, first_edition text, changed_in text,
                    title_basis text)
                """).param("rows", json.writeValueAsString(rows)).update();
        return true;
    }

    /** Records official texts; from the commit on they are what is shown. */
    public void add(TextSet set) {
        program.sql("""
                insert into criteria.text_set (id, number, edition, language, source_ja, source_en, recorded_at, recorder_role, import_id)
                values (:id, (select coalesce(max(number), 0) + 1 from criteria.text_set), :edition, :language, :sourceJa, :sourceEn,
                    :recordedAt, :role, :importId)
                """)
                .param("id", set.id())
                .param("edition", set.edition())
                .param("language", set.english() ? "en" : "ja")
                .param("sourceJa", set.sourceJa())
                .param("sourceEn", set.sourceEn())
                .param("recordedAt", set.recordedAt().atOffset(ZoneOffset.UTC))
                .param("role", set.recorderRole())
                .param("importId", set.importId())
                .update();
        program.sql("""
                insert into criteria.official_text (text_set, control, title, body)
                select :id, control, title, body
                from jsonb_to_recordset(cast(:rows as jsonb)) as given (control text, title text, body text)
                """).param("id", set.id()).param("rows", json.writeValueAsString(set.texts())).update();
    }

    /** Records a list; one without entries takes back what an earlier one of its kind said of the same days. */
    public void add(DatedList list) {
        program.sql("""
                insert into criteria.dated_list (id, number, kind, edition, valid_from, valid_until, source_ja, source_en, provenance,
                    recorded_at, recorder_role, import_id)
                values (:id, (select coalesce(max(number), 0) + 1 from criteria.dated_list), :kind, :edition, :from, :until, :sourceJa,
                    :sourceEn, :provenance, :recordedAt, :role, :importId)
                """)
                .param("id", list.id())
                .param("kind", list.kind().code())
                .param("edition", list.edition())
                .param("from", list.validFrom())
                .param("until", list.validUntil())
                .param("sourceJa", list.source().ja())
                .param("sourceEn", list.source().en())
                .param("provenance", list.source().provenance().code())
                .param("recordedAt", list.recordedAt().atOffset(ZoneOffset.UTC))
                .param("role", list.recorderRole())
                .param("importId", list.importId())
                .update();
        program.sql("""
                insert into criteria.dated_list_entry (list, control, value)
                select :id, control, value from jsonb_to_recordset(cast(:rows as jsonb)) as given (control text, value text)
                """).param("id", list.id()).param("rows", json.writeValueAsString(list.entries())).update();
    }

    private static Map<String, @Nullable Object> row(String edition, int position, Control control) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("edition", edition);
        row.put("id", control.id());
        row.put("position", position);
        row.put("tier", control.tier().code());
        row.put("parent", control.parent());
        row.put("suffix", control.suffix().code());
        row.put("obligation", control.obligation().code());
        row.put("title_ja", control.titleJa());
        row.put("title_en", control.titleEn());
        row.put("reference", control.reference());
        row.put("first_edition", control.firstEdition());
        row.put("changed_in", control.changedIn());
        row.put("title_basis", control.titleBasis().code());
        return row;
    }

    private static Control control(ResultSet row) throws SQLException {
        return new Control(
                row.getString("id"), Tier.of(row.getString("tier")).orElseThrow(), row.getString("parent"),
                Suffix.of(row.getString("suffix")).orElseThrow(), Obligation.of(row.getString("obligation")).orElseThrow(),
                row.getString("title_ja"), row.getString("title_en"), row.getString("reference"), row.getString("first_edition"),
                row.getString("changed_in"), TitleBasis.of(row.getString("title_basis")).orElseThrow(), null, null);
    }

    private static CriteriaEdition edition(ResultSet row) throws SQLException {
        var from = row.getString("stands_from");
        return new CriteriaEdition(
                row.getString("id"), row.getString("title_ja"), row.getString("title_en"), from == null ? null : new StandsFrom(from),
                source(row), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorder_role"),
                row.getObject("import_id", UUID.class));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                Provenance.of(row.getString("provenance")).orElseThrow(), row.getString("source_ja"), row.getString("source_en"));
    }
}
