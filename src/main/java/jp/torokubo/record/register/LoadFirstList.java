// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.record.register.importing.Hashes;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import jp.torokubo.record.register.importing.PublicationOfList;
import jp.torokubo.record.register.importing.PublishedListReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the list that the program brings with it in a register that is empty: the 20 services published by 2021-09-13.
 *
 * <p>Goes through the same reading and the same dry run as any import, but for the second person: there is nobody yet. It is recorded as
 * made by the program on the basis of that publication. All of it is one transaction, so a program that is killed meanwhile starts with
 * an empty register again and loads it then.
 */
@Service
@Writes
public class LoadFirstList {

    /** @param file a resource of the program */
    public record Command(String file) {
        public Command() {
            this("first-load/ismap-2021-09-13.csv");
        }
    }

    public sealed interface Result {
        record Loaded(int services, long lastEntry) implements Result {}

        /** There is something in the register, so nothing is loaded. */
        record NotEmpty() implements Result {}
    }

    private static final PublicationOfList PUBLICATION = new PublicationOfList(
            RegisterName.ISMAP, "【参考】ISMAPクラウドサービスリストへの登録状況",
            "資料３－１（ISMAPポータルサイト https://www.ismap.go.jp/csm?id=cloud_service_list）", LocalDate.of(2021, 9, 13));

    private final RegisterBook book;
    private final DryRunImport dryRuns;
    private final RecordEvents recordEvents;
    private final Imports imports;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    LoadFirstList(
            RegisterBook book, DryRunImport dryRuns, RecordEvents recordEvents, Imports imports, Trail trail, Ids ids,
            InstantSource clock) {
        this.book = book;
        this.dryRuns = dryRuns;
        this.recordEvents = recordEvents;
        this.imports = imports;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        book.lock(PUBLICATION.register());
        if (book.lastIndex(PUBLICATION.register()) >= 0) {
            return new Result.NotEmpty();
        }
        var content = content(command.file());
        var list = PublishedListReader.read(PUBLICATION.register(), Format.CSV, List.of(sheet(content)), Set.of());
        var reading = ((PublishedListReader.Result.Read) list).reading();
        var hash = Hashes.of(content);
        var dryRun = dryRuns.of(PUBLICATION, hash, reading);
        var recorded = recordEvents.handle(new RecordEvents.Command(Actor.SYSTEM, PUBLICATION.register(), dryRun.sayings()));
        if (!(recorded instanceof RecordEvents.Result.Recorded entries)) {
            throw new IllegalStateException("the list the program brings is refused: " + recorded);
        }
        long last = entries.indexes().get(entries.indexes().size() - 1);
        var now = clock.instant();
        var kept = new KeptImport(ids.next(), PUBLICATION, new KeptImport.File(command.file().substring(command.file().lastIndexOf('/') + 1), hash, Format.CSV, "UTF-8"),
                reading, KeptImport.State.READ, new KeptImport.Uploaded(Actor.SYSTEM.person(), Actor.SYSTEM.name(), now), null, null)
                .proposed(null, Actor.SYSTEM, now, dryRun)
                .confirmed(Actor.SYSTEM, now, entries.indexes().get(0), last);
        imports.add(kept);
        trail.write(Actor.SYSTEM, "register.first-list-loaded", kept.id().toString(), Map.of(),
                Map.of("services", reading.rows().size(), "last", last));
        return new Result.Loaded(reading.rows().size(), last);
    }

    private static String content(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Read here and not by a child process: the program trusts what it brings. */
    private static Sheet sheet(String content) {
        try (var records = CSVParser.parse(content, CSVFormat.RFC4180)) {
            var rows = new ArrayList<Row>();
            records.forEach(record -> rows.add(new Row(rows.size() + 1, List.of(record.values()))));
            return new Sheet("", false, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
