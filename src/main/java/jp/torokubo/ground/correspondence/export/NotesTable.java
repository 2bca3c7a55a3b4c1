// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.correspondence.ExportNotes;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.correspondence.Place;
import jp.torokubo.ground.correspondence.ReadNotes;
import jp.torokubo.ground.correspondence.SignedNote;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.japanese.Days;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.paper.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The correspondence of a dossier as a table, oldest first. Rows are read a few at a time while they are written. */
@Component
public class NotesTable {

    private static final int ROWS_AT_A_TIME = 100;

    private final ReadNotes notes;
    private final MessageSource words;

    NotesTable(ReadNotes notes, MessageSource words) {
        this.notes = notes;
        this.words = words;
    }

    /** @param fileName how a file is called in this export */
    public Table of(Actor actor, Dossier dossier, Instant until, Locale language, Function<Attachment, String> fileName) {
        var title = words.getMessage("correspondence.export.title", new Object[] {dossier.title()}, language);
        Iterable<List<@Nullable Object>> rows = () -> all(actor, dossier, until, language).map(note -> row(note, fileName)).iterator();
        return new Table(title, columns(language), rows, List.of(
                words.getMessage("correspondence.export.until", new Object[] {moment(until, language)}, language),
                words.getMessage("correspondence.export.by", new Object[] {actor.name()}, language),
                words.getMessage("correspondence.export.confidential", null, language)));
    }

    public List<Table.Column> columns(Locale language) {
        return ExportNotes.COLUMNS.stream()
                .map(key -> new Table.Column(key, words.getMessage("correspondence.column." + key, null, language)))
                .toList();
    }

    private static String moment(Instant instant, Locale language) {
        var day = TokyoDay.of(instant);
        var time = instant.atZone(TokyoDay.ZONE).toLocalTime().withNano(0);
        return (language.getLanguage().equals("en") ? Days.english(day) : Days.japanese(day)) + " " + time;
    }

    private static List<@Nullable Object> row(SignedNote signed, Function<Attachment, String> fileName) {
        var note = signed.note();
        var retraction = note.retraction();
        return Arrays.asList(
                note.id().toString(), note.at(), signed.author(), signed.organisation(), signed.standsInFor(), note.text(),
                note.replyTo() == null ? null : note.replyTo().toString(), note.retracts() == null ? null : note.retracts().toString(),
                retraction == null ? null : retraction.at(), signed.retractedBy(),
                note.attachments().isEmpty() ? null : note.attachments().stream().map(fileName).collect(Collectors.joining("\n")));
    }

    private Stream<SignedNote> all(Actor actor, Dossier dossier, Instant until, Locale language) {
        var pages = new Iterator<List<SignedNote>>() {
            private @Nullable Place after;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public List<SignedNote> next() {
                var page = notes.oldest(actor, dossier.id(), after, until, ROWS_AT_A_TIME, language);
                more = page.size() == ROWS_AT_A_TIME;
                after = page.isEmpty() ? after : Place.of(page.get(page.size() - 1).note());
                return page;
            }
        };
        return Stream.iterate(pages, Iterator::hasNext, same -> same).map(Iterator::next).flatMap(List::stream);
    }
}
