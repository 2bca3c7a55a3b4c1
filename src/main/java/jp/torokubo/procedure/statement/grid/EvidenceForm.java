// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AddEvidence;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.web.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The form by which evidence is added or renewed, whatever page it stands on. */
@Component
class EvidenceForm {

    private final AddEvidence addEvidence;
    private final Opened opened;

    EvidenceForm(AddEvidence addEvidence, Opened opened) {
        this.addEvidence = addEvidence;
        this.opened = opened;
    }

    /**
     * Why nothing was kept; empty where it was.
     *
     * @param replaces what it renews; null for something new
     * @param sent the fields of the form
     * @param row to which it belongs where the form says nothing else
     */
    Optional<Refusal> send(
            UUID commandId, StatementId statement, List<Colleague> colleagues, @Nullable UUID replaces, Map<String, String> sent,
            @Nullable MultipartFile file, String row) {
        Path content = null;
        try {
            content = received(file);
            var link = sent.getOrDefault("link", "").strip();
            var result = addEvidence.handle(new AddEvidence.Command(
                    new CommandId(commandId), opened.actor(), statement, replaces, sent.getOrDefault("title", ""),
                    content == null || file == null ? null : new AddEvidence.GivenFile(String.valueOf(file.getOriginalFilename()), content),
                    link.isEmpty() ? null : link, Opened.login(colleagues, sent.getOrDefault("evidenceOwner", "")),
                    Opened.day(sent.getOrDefault("validUntil", "")), sent.getOrDefault("rows", row)));
            return result instanceof AddEvidence.Result.Refused refused ? Optional.of(refused.why()) : Optional.empty();
        } catch (Opened.NotRead notRead) {
            return Optional.of(notRead.why());
        } finally {
            Uploads.remove(content);
        }
    }

    /** A field that was left empty comes as a nameless file of nothing. */
    private static @Nullable Path received(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
            return null;
        }
        return Uploads.onDisk(file);
    }
}
