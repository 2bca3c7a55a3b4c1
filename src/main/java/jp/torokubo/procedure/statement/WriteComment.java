// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.Desk;
import jp.torokubo.ground.desk.Message;
import jp.torokubo.ground.desk.Place;
import jp.torokubo.ground.desk.Subject;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Comments;
import jp.torokubo.record.criteria.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes something at a row for colleagues. Whoever is named with an @ finds on his desk that there is something, and not what it says. */
@Service
@Writes
public class WriteComment {

    public static final String MENTIONED = "statement.mentioned";

    /** @param mentions whom he has ticked; those named in the text come to them */
    public record Command(CommandId id, Actor actor, StatementId statement, String control, String text, Set<PersonId> mentions) {
        public Command {
            mentions = Set.copyOf(mentions);
        }
    }

    public sealed interface Result {

        /** @param told how many were told */
        record Written(UUID comment, int told) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Kept(UUID comment, int told) {}

    private final Once once;
    private final Entrance entrance;
    private final Comments comments;
    private final Colleagues colleagues;
    private final Criteria criteria;
    private final Desk desk;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    WriteComment(
            Once once, Entrance entrance, Comments comments, Colleagues colleagues, Criteria criteria, Desk desk, Trail trail, Ids ids,
            InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.comments = comments;
        this.colleagues = colleagues;
        this.criteria = criteria;
        this.desk = desk;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var text = CleanText.clean(command.text()).strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            return new Result.Refused(new StatementRefusal.CommentMissing());
        }
        if (length > Comment.LONGEST_TEXT) {
            return new Result.Refused(new StatementRefusal.TextTooLong("comment", Comment.LONGEST_TEXT, length));
        }
        var asked = Asked.hash(List.of(
                "comment", command.actor().person().value(), command.statement().value(), command.control(), text,
                command.mentions().stream().map(one -> one.value().toString()).sorted().toList()));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                var kept = once.run(command.id(), asked, Kept.class, () -> write(command, place, text));
                return new Result.Written(kept.comment(), kept.told());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept write(Command command, Entrance.Place place, String text) {
        var statement = place.statement();
        criteria.control(statement.edition(), command.control())
                .filter(AnswerRules::isAnswered)
                .orElseThrow(() -> new Halt(new StatementRefusal.ControlUnknown(command.control())));
        var mentions = mentioned(colleagues.now(place.reach(), statement.dossier()), text, command.mentions());
        var comment = new Comment(ids.next(), command.control(), text, mentions, clock.instant(), command.actor().person());
        comments.add(statement, comment);
        var told = mentions.stream().filter(one -> !one.equals(command.actor().person())).toList();
        var href = "/desk/dossiers/" + statement.dossier().value() + "/statements/" + statement.id().value() + "/controls/" + command.control();
        told.forEach(one -> desk.tell(command.actor(), new Message(
                MENTIONED, Subject.of("statement.grid.desk.row", command.control()), new Place(href), one, statement.dossier())));
        trail.write(
                command.actor(), "statement.comment-written", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "row", command.control(), "comment", comment.id().toString(),
                        "told", told.size()));
        return new Kept(comment.id(), told.size());
    }

    /** Those ticked, and those whose name stands behind an @; somebody whose name begins like another's is found by all of it. */
    static List<PersonId> mentioned(List<Colleague> colleagues, String text, Set<PersonId> ticked) {
        var found = new LinkedHashSet<PersonId>();
        var rest = written(text);
        var longestFirst = colleagues.stream()
                .sorted((one, other) -> written(other.name()).length() - written(one.name()).length())
                .toList();
        for (var one : longestFirst) {
            var called = "@" + written(one.name());
            if (called.length() > 1 && rest.contains(called)) {
                found.add(one.id());
                rest = rest.replace(called, "\n");
            }
        }
        colleagues.stream().map(Colleague::id).filter(ticked::contains).forEach(found::add);
        return List.copyOf(found);
    }

    /** As it is compared: full width or half, with or without spaces. */
    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\s]", "");
    }
}
