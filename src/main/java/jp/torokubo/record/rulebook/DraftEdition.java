// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.store.DraftStore;
import jp.torokubo.record.rulebook.store.EditionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prepares a new edition. Nothing of it is public, and nothing is in force, before a second person has confirmed it. */
@Service
@Writes
public class DraftEdition {

    /**
     * @param fields texts by name, as {@link Kind#fields()} names them; an empty text is not known; what is missing stays as it was
     * @param effectiveOn null is not known
     */
    public record Command(
            CommandId id,
            Actor actor,
            Kind kind,
            String subject,
            Map<String, String> fields,
            Standing standing,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate attestedOn,
            String reasonJa,
            String reasonEn,
            Source source) {}

    public sealed interface Result {

        /** @param cleaned how many characters were brought to their ordinary form */
        record Drafted(UUID draft, int cleaned) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private static final int LONGEST = 400_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9/.-]{0,60}");

    private final EditionStore editions;
    private final DraftStore drafts;
    private final Deed deed;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    DraftEdition(EditionStore editions, DraftStore drafts, Deed deed, Trail trail, Ids ids, InstantSource clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.deed = deed;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public Result handle(Command command) {
        return deed.once(
                command.id(), "draft " + command, Result.Drafted.class, () -> draft(command), answer -> answer, Result.Refused::new);
    }

    private Result.Drafted draft(Command command) {
        var before = editions.all().getOrDefault(command.kind(), Map.of()).get(command.subject());
        if (before == null && !ID.matcher(command.subject()).matches()) {
            throw new Refused(new RulebookRefusal.SubjectIdUnfit(command.subject()));
        }
        var cleaning = new Cleaning();
        var content = before == null ? new LinkedHashMap<String, @Nullable String>() : new LinkedHashMap<>(newest(before).content());
        for (var name : command.kind().fields()) {
            if (command.fields().containsKey(name)) {
                var text = cleaning.clean(name, command.fields().get(name));
                content.put(name, text.isEmpty() ? null : text);
            }
        }
        var edition = new Edition(
                command.kind(), command.subject(), before == null ? 1 : newest(before).number() + 1, content, command.standing(),
                command.decidedOn(), command.effectiveOn(), command.attestedOn(),
                cleaning.clean("reason", command.reasonJa()), cleaning.clean("reason", command.reasonEn()),
                new Source(
                        command.source().provenance(), cleaning.clean("source", command.source().ja()),
                        cleaning.clean("source", command.source().en())),
                clock.instant(), "operator");
        check(edition);
        if (before != null && saysTheSame(edition, newest(before))) {
            throw new Refused(new RulebookRefusal.NothingChanged());
        }
        var draft = new EditionDraft(ids.next(), edition, EditionDraft.State.DRAFTED, command.actor().person(), clock.instant(), null);
        drafts.add(draft);
        trail.write(command.actor(), "rulebook.drafted", subject(draft), Map.of(), Map.of("hash", draft.hash(), "cleaned", cleaning.changes));
        return new Result.Drafted(draft.id(), cleaning.changes);
    }

    private void check(Edition edition) {
        if (edition.source().ja().isEmpty() || edition.source().en().isEmpty()) {
            throw new Refused(new RulebookRefusal.SourceMissing());
        }
        for (var name : edition.kind().fields()) {
            boolean isAName = name.startsWith("name_") || name.startsWith("says_") || name.startsWith("means_");
            if (isAName && edition.get(name) == null) {
                throw new Refused(new RulebookRefusal.NameMissing());
            }
        }
        switch (edition.kind()) {
            case PERIOD -> {
                readable(edition, "value", java.time.Period::parse);
                readable(edition, "article", this::articleOrFail);
            }
            case NUMBER_PATTERN -> readable(edition, "regex", Pattern::compile);
            case COUNT -> {
                required(edition, "day");
                required(edition, "register");
                required(edition, "services");
                readable(edition, "services", Long::valueOf);
                readable(edition, "providers", Long::valueOf);
            }
            case ARTICLE -> {
                required(edition, "document");
                required(edition, "number");
                if (!editions.all().getOrDefault(Kind.DOCUMENT, Map.of()).containsKey(edition.get("document"))) {
                    throw new Refused(new RulebookRefusal.SubjectUnknown(String.valueOf(edition.get("document"))));
                }
            }
            default -> { }
        }
    }

    private Editions articleOrFail(String id) {
        return Objects.requireNonNull(editions.all().getOrDefault(Kind.ARTICLE, Map.of()).get(id));
    }

    private static void required(Edition edition, String name) {
        if (edition.get(name) == null) {
            throw new Refused(new RulebookRefusal.ValueUnreadable(name, ""));
        }
    }

    private static void readable(Edition edition, String name, java.util.function.Function<String, ?> reading) {
        var value = edition.get(name);
        if (value == null) {
            return;
        }
        try {
            reading.apply(value);
        } catch (DateTimeException | NumberFormatException | PatternSyntaxException | NullPointerException unreadable) {
            throw new Refused(new RulebookRefusal.ValueUnreadable(name, value));
        }
    }

    private static boolean saysTheSame(Edition one, Edition other) {
        return one.content().equals(other.content())
                && one.standing() == other.standing()
                && Objects.equals(one.decidedOn(), other.decidedOn())
                && Objects.equals(one.effectiveOn(), other.effectiveOn())
                && Objects.equals(one.attestedOn(), other.attestedOn())
                && one.source().equals(other.source());
    }

    private static Edition newest(Editions editions) {
        return editions.newest().orElseThrow();
    }

    static String subject(EditionDraft draft) {
        return draft.edition().kind().code() + " " + draft.edition().subject() + " " + draft.edition().number();
    }

    /** Cleans every text on its way in, and counts what was changed. */
    private static final class Cleaning {
        private int changes;

        String clean(String field, String text) {
            if (text.length() > LONGEST) {
                throw new Refused(new RulebookRefusal.TextTooLong(field, LONGEST, text.length()));
            }
            var clean = CleanText.of(text);
            changes += (int) clean.changes().stream()
                    .filter(change -> !change.why().equals("line-end") && !change.why().equals("trim"))
                    .count();
            return clean.text();
        }
    }
}
