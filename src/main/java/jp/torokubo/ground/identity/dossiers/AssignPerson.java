// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Assignment;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.HeldRole;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings somebody into a dossier.
 *
 * <p>The provider's manager brings in his own people, and from outside the first adviser, auditor or reviewer, who may then bring in
 * colleagues of his organisation for the same part. So nobody else of that organisation learns of the dossier.
 */
@Service
@Writes
public class AssignPerson {

    /**
     * @param login of the person, as typed
     * @param from first instant; null: now
     * @param until first instant at which it is over; null: not set
     */
    public record Command(
            CommandId id, Actor actor, DossierId dossier, String login, Part part, boolean mayAssign, @Nullable Instant from,
            @Nullable Instant until) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Assigned(UUID assignment) implements Result {}

        record Refused(Wrong wrong) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Dossiers dossiers;
    private final People people;
    private final Roles roles;
    private final Independence independence;
    private final MayAssign mayAssign;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    AssignPerson(
            Once once, Walls walls, Dossiers dossiers, People people, Roles roles, Independence independence,
            MayAssign mayAssign, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.dossiers = dossiers;
        this.people = people;
        this.roles = roles;
        this.independence = independence;
        this.mayAssign = mayAssign;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("assign %s %s %s %s %s %s %s".formatted(
                command.actor().person().value(), command.dossier().value(), command.login(), command.part(), command.mayAssign(),
                command.from(), command.until()));
        return once.run(command.id(), asked, Result.class, () -> assign(command));
    }

    private Result assign(Command command) {
        var reach = walls.enter(command.actor(), command.dossier());
        var now = clock.instant();
        var dossier = dossiers.find(reach, command.dossier()).orElse(null);
        if (dossier == null) {
            return refused("", new IdentityRefusal.DossierUnknown());
        }
        if (!mayAssign.asked(reach, dossier, command.part(), now)) {
            return refused("", new IdentityRefusal.MayNotAssign());
        }
        var from = command.from() == null ? now : command.from();
        if (command.until() != null && !command.until().isAfter(from)) {
            return refused("until", IdentityRefusal.PeriodEndsBeforeItBegins.of(from, command.until()));
        }
        var login = Normalizer.normalize(command.login(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (login.isEmpty()) {
            return refused("login", new IdentityRefusal.LoginMissing());
        }
        var role = found(reach, dossier, login, command.part());
        if (role.isEmpty()) {
            return refused("login", new IdentityRefusal.NobodyToAssign(login));
        }
        return assign(command, reach, dossier, role.get(), from);
    }

    private Result assign(Command command, Reach reach, Dossier dossier, HeldRole role, Instant from) {
        var person = role.holder();
        if (isThere(reach, dossier, person, command.part(), from)) {
            return refused("login", new IdentityRefusal.AssignedAlready());
        }
        var tie = command.part().mustBeIndependent()
                ? independence.tie(command.actor(), person, dossier.owner(), TokyoDay.of(from))
                : Optional.<Independence.Tie>empty();
        if (tie.isPresent()) {
            return refused("login", new IdentityRefusal.NotIndependent(tie.get().kind()));
        }
        var assignment = new Assignment(
                ids.next(), dossier.id(), person, role.organisation(), command.part(),
                command.mayAssign() || !role.organisation().equals(command.actor().organisation()), from, command.until());
        dossiers.assign(assignment, command.actor().person());
        trail.write(
                command.actor(), "identity.assigned", "dossier " + dossier.id().value(), Map.of(),
                Map.of(
                        "person", person.value().toString(), "part", command.part().name(), "from", from.toString(),
                        "until", command.until() == null ? "" : command.until().toString()));
        return new Result.Assigned(assignment.id());
    }

    /** Within one's own organisation; the provider's manager finds advisers, auditors and reviewers in any other. */
    private Optional<HeldRole> found(Reach reach, Dossier dossier, String login, Part part) {
        var own = reach.actor().organisation();
        var anywhere = !part.isOfTheProvider() && own.equals(dossier.owner()) && reach.actor().role() == Caller.PROVIDER_MANAGER;
        return people.findByLogin(login)
                .filter(Person::usable)
                .map(Person::id)
                .stream()
                .flatMap(person -> roles.of(person).stream())
                .filter(role -> part.fits(role.role()))
                .filter(role -> anywhere || role.organisation().equals(own))
                .findFirst();
    }

    private boolean isThere(Reach reach, Dossier dossier, PersonId person, Part part, Instant at) {
        return dossiers.assignments(reach, dossier.id()).stream()
                .map(known -> known.assignment())
                .anyMatch(known -> known.person().equals(person) && known.part() == part
                        && (known.endsAt() == null || known.endsAt().isAfter(at)));
    }

    private static Result refused(String field, IdentityRefusal why) {
        return new Result.Refused(field.isEmpty() ? Wrong.whole(why) : new Wrong(field, why));
    }
}
