// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.correspondence.store.Notes.Search;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody take the whole correspondence of a dossier with him, as it stands now. The line in the trail stands before the first
 * byte is sent; what is sent is then read page by page, each time from within the walls.
 */
@Service
@Writes
public class ExportNotes {

    /** Keys of the columns, as in the dictionary. */
    public static final List<String> COLUMNS = List.of(
            "note", "written_at", "written_by", "written_for", "stands_in_for", "note_text", "reply_to", "retracts", "retracted_at",
            "retracted_by", "attachments");

    public enum Form {
        /** The notes as a workbook, without files. */
        XLSX,
        /** The notes as a table, and every file. */
        ZIP
    }

    public record Command(Actor actor, DossierId dossier, Form form) {}

    public sealed interface Result {
        /** @param until what was written later is not in it */
        record Begun(Dossier dossier, Instant until) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Walls walls;
    private final DossierReading dossiers;
    private final Notes notes;
    private final DossierFiles files;
    private final VolumeBudget budget;
    private final Trail trail;
    private final InstantSource clock;

    ExportNotes(
            Walls walls, DossierReading dossiers, Notes notes, DossierFiles files, VolumeBudget budget, Trail trail, InstantSource clock) {
        this.walls = walls;
        this.dossiers = dossiers;
        this.notes = notes;
        this.files = files;
        this.budget = budget;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var actor = command.actor();
        var reach = walls.enter(actor);
        var dossier = dossiers.find(reach, command.dossier()).orElse(null);
        if (dossier == null) {
            return new Result.Refused(new IdentityRefusal.DossierUnknown());
        }
        var now = clock.instant();
        var handedOut = command.form() == Form.ZIP ? notes.countFiles(reach, dossier.id(), now) : 0;
        var tooMany = budget.take(actor, dossier.id(), 1 + handedOut);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        trail.write(
                actor, "correspondence.exported", "dossier " + dossier.id().value(), Map.of(),
                Map.of(
                        "form", command.form().name(), "notes", notes.count(reach, dossier.id(), Search.ALL), "files", handedOut,
                        "until", now.toString()));
        return new Result.Begun(dossier, now);
    }

    /** A file for an export that has begun: counted and written down already. */
    @Transactional(readOnly = true)
    public byte[] content(Actor actor, DossierId dossier, UUID attachment) {
        var reach = walls.enter(actor);
        return notes.attachment(reach, dossier, attachment)
                .flatMap(file -> files.content(reach, dossier, file.sha256()))
                .orElseThrow(() -> new IllegalStateException("attachment " + attachment + " is not within reach"));
    }
}
