// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.organisations.GivenNumber;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.identity.store.Relations;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares what ties oneself to an organisation (利害関係の申告). Whether the organisation is known here is not said: the declaration is
 * taken down in any case, and counts whenever that organisation's matter comes up.
 */
@Service
@Writes
public class DeclareRelation {

    private static final int LONGEST = 200;

    public record Command(
            CommandId id, Actor actor, Independence.Kind kind, String name, String corporateNumber, @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Declared(UUID relation) implements Result {}

        record Refused(Wrong wrong) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Relations relations;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    DeclareRelation(Once once, Walls walls, Relations relations, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.relations = relations;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("relation %s %s %s %s %s %s".formatted(
                command.actor().person().value(), command.kind(), command.name(), command.corporateNumber(), command.since(),
                command.until()));
        return once.run(command.id(), asked, Result.class, () -> declare(command));
    }

    private Result declare(Command command) {
        var name = CleanText.clean(command.name());
        var number = GivenNumber.read(command.corporateNumber());
        var wrong = wrong(command, name, number);
        if (wrong != null) {
            return new Result.Refused(wrong);
        }
        walls.enter(command.actor());
        var relation = new Relation(
                ids.next(), command.actor().person(), command.kind(), name, number.digits(), command.since(), command.until());
        relations.declare(relation, SearchKey.of(name), clock.instant());
        trail.write(
                command.actor(), "identity.relation-declared", "person " + command.actor().person().value(), Map.of(),
                Map.of("relation", relation.id().toString(), "kind", command.kind().name()));
        return new Result.Declared(relation.id());
    }

    private static @Nullable Wrong wrong(Command command, String name, GivenNumber number) {
        if (!command.kind().isDeclared()) {
            return Wrong.whole(new IdentityRefusal.RelationUnknown());
        }
        if (name.isEmpty()) {
            return new Wrong("name", new IdentityRefusal.OrganisationNameMissing());
        }
        var length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            return new Wrong("name", new IdentityRefusal.TextTooLong(LONGEST, length));
        }
        if (number.wrong() != null) {
            return number.wrong();
        }
        if (command.since() != null && command.until() != null && command.until().isBefore(command.since())) {
            return new Wrong("until", new IdentityRefusal.PeriodEndsBeforeItBegins(
                    command.since().toString(), command.until().toString()));
        }
        return null;
    }
}
