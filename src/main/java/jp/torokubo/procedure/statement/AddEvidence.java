// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.FileName;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds evidence to rows, or renews what is there: a version that takes the place of the one before, which stays in the history. */
@Service
@Writes
public class AddEvidence {

    public static final int LONGEST_TITLE = 200;

    /** @param content whoever calls removes it afterwards */
    public record GivenFile(String name, Path content) {}

    /**
     * @param replaces what it renews; null for something new
     * @param file with link null where something is renewed: the content stays what it was
     * @param owner login; empty for nobody
     * @param controls separated by spaces or commas, as typed
     */
    public record Command(
            CommandId id, Actor actor, StatementId statement, @Nullable UUID replaces, String title, @Nullable GivenFile file,
            @Nullable String link, String owner, @Nullable LocalDate validUntil, String controls) {}

    public sealed interface Result {
        record Added(UUID evidence) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Kept(UUID evidence) {}

    private final Once once;
    private final Entrance entrance;
    private final EvidenceShelf shelf;
    private final Colleagues colleagues;
    private final Criteria criteria;
    private final DossierFiles files;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AddEvidence(
            Once once, Entrance entrance, EvidenceShelf shelf, Colleagues colleagues, Criteria criteria, DossierFiles files, Trail trail,
            Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.shelf = shelf;
        this.colleagues = colleagues;
        this.criteria = criteria;
        this.files = files;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            check(command);
            var title = CleanText.clean(command.title()).strip();
            var asked = Asked.hash(List.of(
                    "evidence", command.actor().person().value(), command.statement().value(), String.valueOf(command.replaces()), title,
                    command.file() == null ? "" : command.file().name() + hash(command.file().content()), String.valueOf(command.link()),
                    command.owner(), String.valueOf(command.validUntil()), command.controls()));
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                return new Result.Added(once.run(command.id(), asked, Kept.class, () -> add(command, place, title)).evidence());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private static void check(Command command) {
        var title = CleanText.clean(command.title()).strip();
        int length = title.codePointCount(0, title.length());
        boolean nothing = command.file() == null && command.link() == null && command.replaces() == null;
        if (title.isEmpty() || nothing || command.file() != null && command.link() != null) {
            throw new Halt(new StatementRefusal.EvidenceIncomplete());
        }
        if (length > LONGEST_TITLE) {
            throw new Halt(new RowRefusal.TitleOfEvidenceTooLong(LONGEST_TITLE, length));
        }
        if (command.link() != null && !isALink(command.link())) {
            throw new Halt(new StatementRefusal.LinkNotALink(shortened(command.link())));
        }
        if (command.file() != null) {
            check(command.file());
        }
    }

    private static void check(GivenFile file) {
        var name = FileName.of(file.name());
        if (!name.isUsable()) {
            throw new Halt(new RowRefusal.FileNameUnusable());
        }
        long size = size(file.content());
        if (size == 0) {
            throw new Halt(new StatementRefusal.EvidenceEmpty(name.shown()));
        }
        if (size > DossierFiles.MOST_BYTES) {
            throw new Halt(new StatementRefusal.EvidenceTooLarge(name.shown(), DossierFiles.MOST_BYTES / 1024 / 1024));
        }
    }

    private Kept add(Command command, Entrance.Place place, String title) {
        var statement = place.statement();
        var before = command.replaces() == null ? null : shelf.find(place.reach(), statement.id(), command.replaces())
                .orElseThrow(() -> new Halt(new StatementRefusal.EvidenceUnknown()));
        boolean same = before != null && command.file() == null && command.link() == null;
        if (!command.owner().isEmpty()
                && colleagues.now(place.reach(), statement.dossier()).stream().noneMatch(one -> one.login().equals(command.owner()))) {
            throw new Halt(new StatementRefusal.OwnerUnknown(command.owner()));
        }
        var hash = command.file() == null ? null : files.keep(place.reach(), statement.dossier(), command.file().content());
        var evidence = new Evidence(
                ids.next(), title, same ? before.sha256() : hash,
                same ? before.fileName() : command.file() == null ? null : FileName.of(command.file().name()).value(),
                same ? before.link() : command.link(), command.owner(), command.validUntil(), controls(statement, command.controls()));
        shelf.add(statement, evidence, command.replaces(), false, clock.instant(), command.actor().person());
        trail.write(
                command.actor(), before == null ? "statement.evidence-added" : "statement.evidence-renewed",
                "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "evidence", evidence.id().toString(),
                        "rows", evidence.controls().size()));
        return new Kept(evidence.id());
    }

    private List<String> controls(Statement statement, String typed) {
        var catalogue = criteria.catalogue(statement.edition()).orElseThrow();
        var controls = Arrays.stream(typed.strip().split("[\\s\\p{Z},、，]+")).filter(one -> !one.isEmpty())
                .map(one -> catalogue.called(one).filter(AnswerRules::isAnswered)
                        .orElseThrow(() -> new Halt(new StatementRefusal.ControlUnknown(shortened(one)))).id())
                .distinct().toList();
        if (controls.isEmpty()) {
            throw new Halt(new RowRefusal.NoRowsChosen());
        }
        return controls;
    }

    private static boolean isALink(String given) {
        try {
            var uri = new URI(given.strip());
            return given.length() <= 2000 && "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (java.net.URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String shortened(String given) {
        var points = given.codePoints().limit(41).toArray();
        return points.length <= 40 ? given : new String(points, 0, 40) + "…";
    }

    private static String hash(Path file) {
        try {
            return Asked.hash(List.of(java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
