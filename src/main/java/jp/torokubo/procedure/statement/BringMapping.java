// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.FileName;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.mapping.Mapping;
import jp.torokubo.procedure.statement.mapping.MappingReader;
import jp.torokubo.procedure.statement.mapping.MappingReading;
import jp.torokubo.procedure.statement.mapping.MappingRefusal;
import jp.torokubo.procedure.statement.store.Mappings;
import jp.torokubo.procedure.statement.workbook.EditionNumbers;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a list of the provider's own, as CSV, with the controls its items answer to. The file is kept by its hash. */
@Service
@Writes
public class BringMapping {

    /** In code points. */
    public static final int LONGEST_NAME = 100;

    public static final long MOST_BYTES = 5L * 1024 * 1024;

    /**
     * @param file whoever calls removes it afterwards; null where none was sent
     * @param leaveOut whether lines that cannot be read are left out; otherwise they keep the whole file from being taken in
     */
    public record Command(
            CommandId id, Actor actor, StatementId statement, String name, String listEdition, String fileName, @Nullable Path file,
            boolean leaveOut) {}

    public sealed interface Result {
        record Brought(UUID mapping) implements Result {}

        /** Nothing was taken in: some lines cannot be read. */
        record Unreadable(MappingReading reading) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID mapping) {}

    private final Once once;
    private final Entrance entrance;
    private final Mappings mappings;
    private final Criteria criteria;
    private final TableReading tables;
    private final DossierFiles files;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    BringMapping(
            Once once, Entrance entrance, Mappings mappings, Criteria criteria, TableReading tables, DossierFiles files, Trail trail, Ids ids,
            InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.mappings = mappings;
        this.criteria = criteria;
        this.tables = tables;
        this.files = files;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            var name = named(command.name());
            var listEdition = named(command.listEdition());
            var edition = transaction.execute(open -> entrance.toWrite(command.actor(), command.statement()).statement().edition());
            if (name.isEmpty()) {
                throw new Halt(new MappingRefusal.NameMissing());
            }
            var content = content(command.file());
            // outside of any transaction: a stranger's file may take its time
            var table = tables.read(command.file(), TableReading.Format.CSV, encoding(content));
            if (table instanceof TableReading.Result.Refused refused) {
                return new Result.Refused(refused.why());
            }
            var rows = ((TableReading.Result.Read) table).sheets().get(0).rows();
            var reading = MappingReader.read(rows, criteria.catalogue(edition).orElseThrow(), numbers(edition));
            if (reading.items().isEmpty() || !reading.problems().isEmpty() && !command.leaveOut()) {
                return new Result.Unreadable(reading);
            }
            var asked = Asked.hash(List.of(
                    "mapping", command.actor().person().value(), command.statement().value(), name, listEdition, command.fileName(),
                    java.util.Base64.getEncoder().encodeToString(content)));
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                return new Result.Brought(once.run(
                        command.id(), asked, Kept.class, () -> keep(command, place, name, listEdition, reading)).mapping());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept keep(Command command, Entrance.Place place, String name, String listEdition, MappingReading reading) {
        var statement = place.statement();
        var hash = files.keep(place.reach(), statement.dossier(), java.util.Objects.requireNonNull(command.file()));
        var source = new Mapping.Source(
                ids.next(), statement.id(), name, listEdition, statement.edition(), hash, fileName(command.fileName()),
                reading.items().size(), reading.pairs().size(), reading.leftOut(), true, clock.instant(), command.actor().person());
        mappings.add(statement, new Mapping(source, reading.items(), reading.pairs()));
        trail.write(
                command.actor(), "statement.mapping-brought", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "mapping", source.id().toString(), "sha256", hash,
                        "pairs", reading.pairs().size(), "left-out", reading.leftOut()));
        return new Kept(source.id());
    }

    /** What other editions call a control, as far as one number became one other. */
    private EditionNumbers numbers(String edition) {
        var others = criteria.editions().stream()
                .filter(other -> !other.id().equals(edition))
                .flatMap(other -> criteria.changes(other.id(), edition).stream())
                .toList();
        return new EditionNumbers(criteria.catalogue(edition).orElseThrow(), others);
    }

    private static String named(String typed) {
        var text = CleanText.clean(typed).strip();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_NAME) {
            throw new Halt(new MappingRefusal.NameTooLong(LONGEST_NAME, length));
        }
        return text;
    }

    private static String fileName(String given) {
        var name = FileName.of(given);
        return name.isUsable() ? name.value() : "mapping.csv";
    }

    private static byte[] content(@Nullable Path file) {
        try {
            if (file == null || Files.size(file) == 0) {
                throw new Halt(new MappingRefusal.FileMissing());
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new Halt(new MappingRefusal.FileTooLarge(MOST_BYTES / 1024 / 1024));
            }
            return Files.readAllBytes(file);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** UTF-8 where every byte of it is; else what spreadsheets in Japan write. */
    private static String encoding(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return "UTF-8";
        } catch (CharacterCodingException other) {
            return "windows-31j";
        }
    }
}
