// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out a file of a dossier, asked for by its own id. Nothing is handed out of which the trail has no line. */
@Service
@Writes
public class ReadAttachment {

    public record Command(Actor actor, DossierId dossier, UUID attachment) {}

    public sealed interface Result {
        record Read(Attachment file, byte[] content) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Walls walls;
    private final Notes notes;
    private final DossierFiles files;
    private final VolumeBudget budget;
    private final Trail trail;

    ReadAttachment(Walls walls, Notes notes, DossierFiles files, VolumeBudget budget, Trail trail) {
        this.walls = walls;
        this.notes = notes;
        this.files = files;
        this.budget = budget;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var reach = walls.enter(command.actor());
        if (!reach.opens(command.dossier())) {
            return new Result.Refused(new IdentityRefusal.DossierUnknown());
        }
        var found = notes.attachment(reach, command.dossier(), command.attachment());
        if (found.isEmpty()) {
            return new Result.Refused(new CorrespondenceRefusal.AttachmentUnknown());
        }
        var tooMany = budget.take(command.actor(), command.dossier(), 1);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var file = found.get();
        var content = files.content(reach, command.dossier(), file.sha256())
                .orElseThrow(() -> new IllegalStateException("the content of attachment " + file.id() + " is not there"));
        trail.write(
                command.actor(), "correspondence.file-fetched", "dossier " + command.dossier().value(), Map.of(),
                Map.of("file", file.id().toString(), "note", file.note().toString(), "bytes", file.size()));
        return new Result.Read(file, content);
    }
}
