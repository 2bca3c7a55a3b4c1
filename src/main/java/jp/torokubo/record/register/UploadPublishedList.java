// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.StoredFiles;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.record.register.importing.Hashes;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import jp.torokubo.record.register.importing.KnownEntries;
import jp.torokubo.record.register.importing.PublicationOfList;
import jp.torokubo.record.register.importing.PublishedListReader;
import jp.torokubo.record.register.importing.ReadingOfList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a published list that an operator has sent, and keeps the reading for the dry run.
 *
 * <p>A file that cannot be read is not kept; why stands on the page of failed jobs.
 */
@Service
@Writes
public class UploadPublishedList {

    private static final int LONGEST_TEXT = 1_000;

    /**
     * @param file null where none was sent; whoever calls removes it afterwards
     * @param completeUntil as typed
     */
    public record Command(
            Actor actor, CommandId id, RegisterName register, @Nullable Path file, String fileName, Format format, String encoding,
            String title, String source, String completeUntil) {}

    public sealed interface Result {
        record Read(UUID id) implements Result {}

        /** What was typed is not possible. By the name of the field. */
        record Impossible(Map<String, Refusal> fields) implements Result {}

        /** The file is not read. */
        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Answer(UUID id) {}

    private final TableReading reading;
    private final StoredFiles files;
    private final Imports imports;
    private final KnownEntries entries;
    private final FailedJobs failedJobs;
    private final RefusalWords words;
    private final Trail trail;
    private final Once once;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    UploadPublishedList(
            TableReading reading, StoredFiles files, Imports imports, KnownEntries entries, FailedJobs failedJobs, RefusalWords words,
            Trail trail, Once once, Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.reading = reading;
        this.files = files;
        this.imports = imports;
        this.entries = entries;
        this.failedJobs = failedJobs;
        this.words = words;
        this.trail = trail;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        Map<String, Refusal> impossible = new HashMap<>();
        var publication = publication(command, impossible);
        if (command.file() == null) {
            impossible.put("file", new ImportRefusal.FileMissing());
        }
        if (!impossible.isEmpty() || command.file() == null) {
            return new Result.Impossible(impossible);
        }
        // outside of any transaction: a stranger's file may take its time
        var table = reading.read(command.file(), command.format(), command.encoding());
        if (table instanceof TableReading.Result.Refused refused) {
            return refused(command, refused.why());
        }
        var sheets = ((TableReading.Result.Read) table).sheets();
        var list = PublishedListReader.read(command.register(), command.format(), sheets, knownProviders(command.register()));
        if (list instanceof PublishedListReader.Result.Refused refused) {
            return refused(command, refused.why());
        }
        return keep(command, command.file(), publication, ((PublishedListReader.Result.Read) list).reading());
    }

    private PublicationOfList publication(Command command, Map<String, Refusal> impossible) {
        String title = CleanText.clean(command.title());
        String source = CleanText.clean(command.source());
        if (title.isEmpty()) {
            impossible.put("title", new ImportRefusal.TitleMissing());
        } else if (title.length() > LONGEST_TEXT) {
            impossible.put("title", new ImportRefusal.TextTooLong(title.length(), LONGEST_TEXT));
        }
        if (source.isEmpty()) {
            impossible.put("source", new ImportRefusal.SourceMissing());
        } else if (source.length() > LONGEST_TEXT) {
            impossible.put("source", new ImportRefusal.TextTooLong(source.length(), LONGEST_TEXT));
        }
        var until = CivilDay.read(command.completeUntil());
        if (until instanceof CivilDay.Reading.Refused refused) {
            impossible.put("completeUntil", refused.why());
            return new PublicationOfList(command.register(), title, source, LocalDate.EPOCH);
        }
        var day = ((CivilDay.Reading.Read) until).day().day();
        if (day.isAfter(TokyoDay.today(clock)) || day.isBefore(RegisterRefusal.FIRST_DAY)) {
            impossible.put("completeUntil", new ImportRefusal.CompleteUntilImpossible(day));
        }
        return new PublicationOfList(command.register(), title, source, day);
    }

    private Set<String> knownProviders(RegisterName register) {
        return Fold.on(entries.all(register), TokyoDay.today(clock)).values().stream()
                .map(service -> service.state().facts().provider()).collect(Collectors.toSet());
    }

    private Result keep(Command command, Path file, PublicationOfList publication, ReadingOfList list) {
        var request = Hashes.of("upload", command.actor().person().value().toString(), publication.toString(), command.fileName(),
                command.format().name(), command.encoding());
        return transaction.execute(status -> {
            var answer = once.run(command.id(), request, Answer.class, () -> {
                var id = ids.next();
                var stored = new KeptImport.File(
                        fileName(command), files.keep(file), command.format(), command.encoding());
                imports.add(new KeptImport(id, publication, stored, list, KeptImport.State.READ,
                        new KeptImport.Uploaded(command.actor().person(), command.actor().name(), clock.instant()), null, null));
                trail.write(command.actor(), "register.import-read", id.toString(), Map.of(),
                        Map.of("file", stored.name(), "hash", stored.hash(), "rows", list.lines().size(), "refused", list.refused()));
                return new Answer(id);
            });
            return new Result.Read(answer.id());
        });
    }

    private Result refused(Command command, Refusal why) {
        var said = words.of(why);
        transaction.executeWithoutResult(status -> {
            failedJobs.record("register.import-reading", fileName(command), said.japanese() + " / " + said.english());
            trail.write(command.actor(), "register.import-refused", fileName(command), Map.of(), Map.of("code", why.code()));
        });
        return new Result.Refused(why);
    }

    /** The last part of what a browser gave as name, clean and not too long. */
    private static String fileName(Command command) {
        var parts = new ArrayList<>(List.of(command.fileName().split("[/\\\\]")));
        var name = CleanText.clean(parts.isEmpty() ? "" : parts.get(parts.size() - 1)).replace('\n', ' ');
        return name.isEmpty() ? "?" : name.length() <= 120 ? name : name.substring(0, 120) + "…";
    }
}
