// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.FileName;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a note to the others of a dossier, with its files: all of it or nothing. */
@Service
@Writes
public class WriteNote {

    /** @param content whoever calls removes it afterwards */
    public record GivenFile(String name, Path content) {}

    /** @param replyTo null where it answers nothing */
    public record Command(
            CommandId id, Actor actor, DossierId dossier, String text, @Nullable UUID replyTo, List<GivenFile> files) {}

    public sealed interface Result {
        record Written(UUID note) implements Result {}

        /** What was sent is not possible, whatever the dossier. By the name of the field. */
        record Impossible(Map<String, Refusal> fields) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice; says nothing of what was written. */
    record Answer(UUID note) {}

    private record Checked(FileName name, Path content, long size, String hash) {}

    private final Once once;
    private final Walls walls;
    private final MayWrite mayWrite;
    private final Notes notes;
    private final DossierFiles files;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    WriteNote(
            Once once, Walls walls, MayWrite mayWrite, Notes notes, DossierFiles files, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.walls = walls;
        this.mayWrite = mayWrite;
        this.notes = notes;
        this.files = files;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var text = NoteText.clean(command.text());
        var impossible = new LinkedHashMap<String, Refusal>();
        NoteText.wrong(text, new CorrespondenceRefusal.TextMissing()).ifPresent(why -> impossible.put("text", why));
        var given = checked(command.files(), impossible);
        if (!impossible.isEmpty()) {
            return new Result.Impossible(impossible);
        }
        var asked = asked(command, text, given);
        try {
            return transaction.execute(open -> {
                // before the claim, so that who no longer sees the dossier is not told by an answer of old that it is there
                var reach = walls.enter(command.actor());
                mayWrite.mustReach(reach, command.dossier());
                return new Result.Written(once.run(command.id(), asked, Answer.class, () -> write(command, reach, text, given)).note());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer write(Command command, Reach reach, String text, List<Checked> given) {
        mayWrite.mustBeFree(reach, command.dossier());
        if (command.replyTo() != null && notes.find(reach, command.dossier(), command.replyTo()).isEmpty()) {
            throw new Halt(new CorrespondenceRefusal.NoteUnknown());
        }
        var actor = command.actor();
        var note = new Note(
                ids.next(), command.dossier(), actor.person(), actor.organisation(), actor.standsInFor(), text, clock.instant(),
                command.replyTo(), null, null, List.of());
        var searched = Stream.concat(Stream.of(text), given.stream().map(file -> file.name().value()));
        notes.add(note, searched.map(SearchKey::of).collect(Collectors.joining("\n")));
        for (int i = 0; i < given.size(); i++) {
            attach(reach, note, given.get(i), i + 1);
        }
        trail.write(
                actor, "correspondence.note-written", "dossier " + command.dossier().value(), Map.of(),
                Map.of("note", note.id().toString(), "files", given.size()));
        return new Answer(note.id());
    }

    private void attach(Reach reach, Note note, Checked file, int place) {
        var hash = files.keep(reach, note.dossier(), file.content());
        if (!hash.equals(file.hash())) {
            throw new IllegalStateException("a file changed while it was handed in");
        }
        notes.attach(
                note.dossier(),
                new Attachment(
                        ids.next(), note.id(), file.name().value(), file.name().cleaned(),
                        MediaTypes.of(read(file.content()), file.name().value()), file.size(), hash),
                place);
    }

    private static List<Checked> checked(List<GivenFile> given, Map<String, Refusal> impossible) {
        if (given.size() > Note.MOST_FILES) {
            impossible.put("files", new CorrespondenceRefusal.TooManyFiles(Note.MOST_FILES, given.size()));
            return List.of();
        }
        var checked = new ArrayList<Checked>();
        for (var file : given) {
            var name = FileName.of(file.name());
            var size = size(file.content());
            var why = wrong(name, size, checked.size() + 1);
            if (why != null) {
                impossible.put("files", why);
                return List.of();
            }
            checked.add(new Checked(name, file.content(), size, Hashes.of(read(file.content()))));
        }
        return checked;
    }

    private static @Nullable Refusal wrong(FileName name, long size, int place) {
        if (name.value().isEmpty()) {
            return new CorrespondenceRefusal.FileNameMissing(place);
        }
        if (name.bytes() > FileName.MOST_BYTES) {
            return new CorrespondenceRefusal.FileNameTooLong(name.shown(), FileName.MOST_BYTES, name.bytes());
        }
        if (size == 0) {
            return new CorrespondenceRefusal.FileEmpty(name.shown());
        }
        return size > DossierFiles.MOST_BYTES
                ? new CorrespondenceRefusal.FileTooLarge(name.shown(), DossierFiles.MOST_BYTES / 1024 / 1024)
                : null;
    }

    private static String asked(Command command, String text, List<Checked> given) {
        var parts = new ArrayList<>(List.of(
                "note", command.actor().person().value().toString(), command.dossier().value().toString(), text,
                String.valueOf(command.replyTo())));
        given.forEach(file -> parts.addAll(List.of(file.name().value(), file.hash())));
        return Hashes.of(parts);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
