// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.torokubo.ground.correspondence.ExportNotes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.paper.TableAsCsv;
import org.springframework.stereotype.Component;

/**
 * The correspondence of a dossier as an archive: {@code notes.csv}, and every file under {@code files/} by the name that stands in the
 * table. One file is held in memory at a time.
 */
@Component
public class NotesArchive {

    private final NotesTable table;
    private final ExportNotes export;

    NotesArchive(NotesTable table, ExportNotes export) {
        this.table = table;
        this.export = export;
    }

    /** The stream is flushed and stays open. */
    public void write(Actor actor, Dossier dossier, Instant until, Locale language, OutputStream out) throws IOException {
        var names = new UniqueNames();
        var files = new LinkedHashMap<UUID, String>();
        var zip = new ZipOutputStream(new StaysOpen(out));
        zip.putNextEntry(entry("notes.csv", until));
        new TableAsCsv(TableAsCsv.Encoding.UTF_8_WITH_MARK).write(
                table.of(actor, dossier, until, language, file ->
                        files.computeIfAbsent(file.id(), id -> "files/" + names.of(file.name()))),
                zip);
        zip.closeEntry();
        for (var file : files.entrySet()) {
            zip.putNextEntry(entry(file.getValue(), until));
            zip.write(export.content(actor, dossier.id(), file.getKey()));
            zip.closeEntry();
        }
        zip.finish();
        out.flush();
    }

    private static ZipEntry entry(String name, Instant at) {
        var entry = new ZipEntry(name);
        // a zip file has no zone; whoever unpacks it is taken to be in Tokyo
        entry.setTimeLocal(at.atZone(TokyoDay.ZONE).toLocalDateTime());
        return entry;
    }

    /** The answer to a request belongs to the server. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
