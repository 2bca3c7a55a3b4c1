// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.FileName;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.workbook.ReadUploadedBook;
import jp.torokubo.procedure.statement.store.Workbooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a workbook that is to be taken in, once it has been read to its end. Nothing of the statement changes yet. */
@Service
@Writes
public class KeepWorkbook {

    private static final int LONGEST_NAME = 200;

    /**
     * @param name of the file on the disk it came from
     * @param file whoever calls removes it afterwards
     */
    public record Command(CommandId id, Actor actor, StatementId statement, String name, Path file) {}

    public sealed interface Result {

        /** @param hash by which the preview is asked for; it opens nothing */
        record Kept(String hash) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Answer(String hash) {}

    private final Once once;
    private final Entrance entrance;
    private final ReadUploadedBook books;
    private final DossierFiles files;
    private final Workbooks workbooks;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    KeepWorkbook(
            Once once, Entrance entrance, ReadUploadedBook books, DossierFiles files, Workbooks workbooks, Trail trail, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.books = books;
        this.files = files;
        this.workbooks = workbooks;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            // who may not write here is told so before anything of his is read
            transaction.executeWithoutResult(open -> entrance.toWrite(command.actor(), command.statement()));
            var size = Files.size(command.file());
            if (size == 0) {
                return new Result.Refused(new WorkbookRefusal.FileMissing());
            }
            if (size > DossierFiles.MOST_BYTES) {
                return new Result.Refused(new WorkbookRefusal.FileTooLarge(DossierFiles.MOST_BYTES / 1024 / 1024));
            }
            var content = Files.readAllBytes(command.file());
            if (books.read(content) instanceof TableReading.Result.Refused refused) {
                return new Result.Refused(refused.why());
            }
            var asked = Asked.hash(List.of("workbook", command.actor().person().value(), command.statement().value(), size));
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                return new Result.Kept(once.run(command.id(), asked, Answer.class, () -> keep(command, place)).hash());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Answer keep(Command command, Entrance.Place place) {
        var hash = files.keep(place.reach(), place.statement().dossier(), command.file());
        workbooks.add(place.statement(), hash, called(command.name()), clock.instant(), command.actor().person());
        trail.write(
                command.actor(), "statement.workbook-kept", "dossier " + place.statement().dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "sha256", hash));
        return new Answer(hash);
    }

    private static String called(String given) {
        var name = FileName.of(given);
        return name.value().isEmpty() ? "?" : name.shortened(LONGEST_NAME);
    }
}
