// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.correspondence.Note;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.correspondence.Note.Retraction;
import jp.torokubo.ground.correspondence.Place;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes and what hangs on them. Every question carries what the asker may reach. */
@Repository
public class Notes {

    private static final String WITHIN_REACH = " n.dossier = :dossier and n.dossier = any (:reach) ";
    private static final String NOTE = """
            select n.id, n.dossier, n.author, n.organisation, n.stands_in_for, n.text, n.at, n.reply_to, n.retracts,
                   r.id as taken_back, r.author as taken_back_by, r.at as taken_back_at
            from correspondence.note n
            left join correspondence.note r on r.dossier = n.dossier and r.dossier = any (:reach) and r.retracts = n.id
            where""" + WITHIN_REACH;
    private static final String FOUND = " (position(:words in n.text) > 0 or :key <> '' and position(:key in n.search_key) > 0) ";
    private static final String ATTACHMENT = """
            select n.id, n.note, n.name, n.cleaned, n.media_type, n.size, n.sha256 from correspondence.attachment n
            where""" + WITHIN_REACH;

    private final JdbcClient database;

    Notes(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is looked for.
     *
     * @param words as typed; empty for all
     * @param key the same as a {@link jp.torokubo.ground.japanese.SearchKey}
     */
    public record Search(String words, String key) {
        public static final Search ALL = new Search("", "");
    }

    public Optional<Note> find(Reach reach, DossierId dossier, UUID id) {
        return within(NOTE + " and n.id = :id", reach, dossier).param("id", id).query(Notes::note).optional()
                .map(note -> withFiles(reach, dossier, List.of(note)).get(0));
    }

    /** Newest first, those before a place. */
    public List<Note> newest(Reach reach, DossierId dossier, Search search, @Nullable Place before, int most) {
        var sql = NOTE + (search.words().isEmpty() ? "" : " and" + FOUND)
                + (before == null ? "" : " and (n.at, n.id) < (:at, :id)") + " order by n.at desc, n.id desc limit :most";
        return withFiles(reach, dossier, placed(searched(within(sql, reach, dossier), search), before).param("most", most)
                .query(Notes::note).list());
    }

    /** Oldest first, those after a place and up to an instant. */
    public List<Note> oldest(Reach reach, DossierId dossier, @Nullable Place after, Instant until, int most) {
        var sql = NOTE + " and n.at <= :until" + (after == null ? "" : " and (n.at, n.id) > (:at, :id)")
                + " order by n.at, n.id limit :most";
        return withFiles(reach, dossier, placed(within(sql, reach, dossier), after)
                .param("until", Moments.at(until)).param("most", most).query(Notes::note).list());
    }

    /** Oldest first. */
    public List<Note> repliesTo(Reach reach, DossierId dossier, UUID note, int most) {
        return withFiles(reach, dossier, within(NOTE + " and n.reply_to = :note order by n.at, n.id limit :most", reach, dossier)
                .param("note", note).param("most", most).query(Notes::note).list());
    }

    public long count(Reach reach, DossierId dossier, Search search) {
        var sql = "select count(*) from correspondence.note n where" + WITHIN_REACH + (search.words().isEmpty() ? "" : " and" + FOUND);
        return searched(within(sql, reach, dossier), search).query(Long.class).single();
    }

    /** How many files have been handed over up to an instant. */
    public int countFiles(Reach reach, DossierId dossier, Instant until) {
        return within("select count(*) from correspondence.note n join correspondence.attachment f on f.dossier = n.dossier and f.note = n.id"
                        + " where n.at <= :until and" + WITHIN_REACH, reach, dossier)
                .param("until", Moments.at(until)).query(Integer.class).single();
    }

    public Optional<Attachment> attachment(Reach reach, DossierId dossier, UUID id) {
        return within(ATTACHMENT + " and n.id = :id", reach, dossier).param("id", id).query(Notes::attachment).optional();
    }

    /** @return false where it takes back what has been taken back already; nothing has been added then */
    public boolean add(Note note, String searchKey) {
        return database.sql("""
                        insert into correspondence.note
                            (dossier, id, author, organisation, stands_in_for, text, search_key, at, reply_to, retracts)
                        values (:dossier, :id, :author, :organisation, :instead, :text, :key, :at, :reply, :retracts)
                        on conflict (dossier, retracts) do nothing
                        """)
                        .param("dossier", note.dossier().value())
                        .param("id", note.id())
                        .param("author", note.author().value())
                        .param("organisation", note.organisation().value())
                        .param("instead", note.standsInFor() == null ? null : note.standsInFor().value())
                        .param("text", note.text())
                        .param("key", searchKey)
                        .param("at", Moments.at(note.at()))
                        .param("reply", note.replyTo())
                        .param("retracts", note.retracts())
                        .update()
                == 1;
    }

    /** @param place from 1 */
    public void attach(DossierId dossier, Attachment file, int place) {
        database.sql("""
                        insert into correspondence.attachment (dossier, id, note, place, name, cleaned, media_type, size, sha256)
                        values (:dossier, :id, :note, :place, :name, :cleaned, :type, :size, :sha256)
                        """)
                .param("dossier", dossier.value())
                .param("id", file.id())
                .param("note", file.note())
                .param("place", place)
                .param("name", file.name())
                .param("cleaned", file.cleaned())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .update();
    }

    private List<Note> withFiles(Reach reach, DossierId dossier, List<Note> notes) {
        if (notes.isEmpty()) {
            return notes;
        }
        var files = files(reach, dossier, notes.stream().map(Note::id).toList());
        return notes.stream()
                .map(note -> new Note(
                        note.id(), note.dossier(), note.author(), note.organisation(), note.standsInFor(), note.text(), note.at(),
                        note.replyTo(), note.retracts(), note.retraction(), files.getOrDefault(note.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Attachment>> files(Reach reach, DossierId dossier, Collection<UUID> notes) {
        return within(ATTACHMENT + " and n.note = any (:notes) order by n.note, n.place", reach, dossier)
                .param("notes", notes.toArray(UUID[]::new))
                .query(Notes::attachment)
                .list().stream()
                .collect(Collectors.groupingBy(Attachment::note));
    }

    private JdbcClient.StatementSpec within(String sql, Reach reach, DossierId dossier) {
        return database.sql(sql).param("dossier", dossier.value()).param("reach", reach.dossierArray());
    }

    private static JdbcClient.StatementSpec searched(JdbcClient.StatementSpec asked, Search search) {
        return search.words().isEmpty() ? asked : asked.param("words", search.words()).param("key", search.key());
    }

    private static JdbcClient.StatementSpec placed(JdbcClient.StatementSpec asked, @Nullable Place place) {
        return place == null ? asked : asked.param("at", Moments.at(place.at())).param("id", place.note());
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        var takenBack = row.getObject("taken_back", UUID.class);
        var instead = row.getObject("stands_in_for", UUID.class);
        return new Note(
                row.getObject("id", UUID.class), new DossierId(row.getObject("dossier", UUID.class)),
                new PersonId(row.getObject("author", UUID.class)), new OrganisationId(row.getObject("organisation", UUID.class)),
                instead == null ? null : new PersonId(instead), row.getString("text"), Moments.read(row, "at"),
                row.getObject("reply_to", UUID.class), row.getObject("retracts", UUID.class),
                takenBack == null ? null : new Retraction(
                        takenBack, new PersonId(row.getObject("taken_back_by", UUID.class)), Moments.read(row, "taken_back_at")),
                List.of());
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class), row.getObject("note", UUID.class), row.getString("name"), row.getBoolean("cleaned"),
                row.getString("media_type"), row.getLong("size"), row.getString("sha256"));
    }
}
