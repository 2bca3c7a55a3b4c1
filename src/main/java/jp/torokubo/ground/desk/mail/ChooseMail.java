// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.DeskKind;
import jp.torokubo.ground.desk.DeskKinds;
import jp.torokubo.ground.desk.DeskRefusal;
import jp.torokubo.ground.desk.store.MailWishes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses how often one is written to, in which language, and of which kinds. */
@Service
@Writes
public class ChooseMail {

    /** @param wanted the kinds he wants mail of; of all others that there are now he wants none */
    public record Command(CommandId id, Actor actor, String pace, String language, Set<String> wanted) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Chosen(String pace) implements Result {}

        record Refused(DeskRefusal why) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final MailWishes wishes;
    private final DeskKinds kinds;
    private final Trail trail;
    private final InstantSource clock;

    ChooseMail(Once once, Walls walls, MailWishes wishes, DeskKinds kinds, Trail trail, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.wishes = wishes;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var person = command.actor().person().value();
        var asked = Asked.sha256(
                "choose mail " + person, command.pace(), command.language(), String.join(",", new TreeSet<>(command.wanted())));
        walls.enter(command.actor());
        return once.run(command.id(), asked, Result.class, () -> choose(command));
    }

    private Result choose(Command command) {
        var pace = Pace.of(command.pace());
        if (pace.isEmpty()) {
            return new Result.Refused(new DeskRefusal.PaceUnknown(command.pace()));
        }
        if (!Set.of("ja", "en").contains(command.language())) {
            return new Result.Refused(new DeskRefusal.LanguageUnknown(command.language()));
        }
        var unwanted = new TreeSet<>(kinds.all().stream().map(DeskKind::kind).toList());
        unwanted.removeAll(command.wanted());
        var person = command.actor().person();
        var before = wishes.of(person);
        var after = new MailWish(pace.get(), command.language(), unwanted);
        wishes.keep(person, after, clock.instant());
        trail.write(command.actor(), "desk.mail-chosen", "person " + person.value(), said(before), said(after));
        return new Result.Chosen(pace.get().code());
    }

    private static Map<String, ?> said(MailWish wish) {
        return Map.of(
                "pace", wish.pace().code(), "language", wish.language(), "unwanted", String.join(" ", new TreeSet<>(wish.unwanted())));
    }
}
