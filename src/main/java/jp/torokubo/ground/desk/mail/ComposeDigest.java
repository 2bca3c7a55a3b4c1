// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.store.MailWishes;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Notices;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.jobs.Leases;
import jp.torokubo.ground.jobs.Leases.Lease;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one mail of all that waits to be said to somebody, where his time has come and there is still something to say. */
@Service
@Writes
public class ComposeDigest {

    private static final int AT_ONE_TIME = 500;

    public record Command(Lease lease, PersonId person) {}

    public sealed interface Result {
        record Composed(UUID mail) implements Result {}

        /** What he would have been told of is done or read by now, or he does not want to be told. */
        record NothingToSay() implements Result {}

        /** Another instance does this work now. */
        record NotOurs() implements Result {}
    }

    private final Leases leases;
    private final Walls walls;
    private final Tasks tasks;
    private final Messages messages;
    private final Notices notices;
    private final Mails mails;
    private final MailWishes wishes;
    private final Addressees addressees;
    private final Ids ids;
    private final InstantSource clock;

    ComposeDigest(
            Leases leases, Walls walls, Tasks tasks, Messages messages, Notices notices, Mails mails, MailWishes wishes,
            Addressees addressees, Ids ids, InstantSource clock) {
        this.leases = leases;
        this.walls = walls;
        this.tasks = tasks;
        this.messages = messages;
        this.notices = notices;
        this.mails = mails;
        this.wishes = wishes;
        this.addressees = addressees;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those for whom it is time. */
    @Transactional(readOnly = true)
    public List<PersonId> due() {
        walls.enter(MailRound.SENDER);
        var now = clock.instant();
        return notices.due(new Notices.Cuts(
                Pace.AT_ONCE.latestCut(now), Pace.DAILY.latestCut(now), Pace.WEEKLY.latestCut(now)), AT_ONE_TIME);
    }

    @Transactional
    public Result handle(Command command) {
        if (!leases.holds(command.lease())) {
            return new Result.NotOurs();
        }
        var person = command.person();
        var now = clock.instant();
        var seen = seenBy(person);
        walls.enter(MailRound.SENDER);
        var wish = wishes.of(person);
        var cut = wish.pace().latestCut(now);
        var wanted = notices.ofForUpdate(person, cut).stream()
                .filter(one -> wish.pace() != Pace.OFF && !wish.unwanted().contains(one.kind()) && seen.contains(one.of()))
                .toList();
        if (wanted.isEmpty()) {
            notices.take(person, cut, null, now);
            return new Result.NothingToSay();
        }
        var digest = new Digest(ids.next(), person, wish.language(), 0, lines(wanted));
        mails.add(digest, now);
        notices.take(person, cut, digest.id(), now);
        return new Result.Composed(digest.id());
    }

    /**
     * What would wait for him on his start pages if he looked now, in any of his roles: asked as himself, so that a mail never
     * speaks of what a page would not show. What is done, read, or beyond a wall by now is not in it.
     */
    private Set<UUID> seenBy(PersonId person) {
        var seen = new HashSet<UUID>();
        for (var role : addressees.roles(person)) {
            var reach = walls.enter(role);
            seen.addAll(tasks.idsOfWaiting(reach));
            seen.addAll(messages.idsOfUnread(reach));
        }
        return seen;
    }

    private static List<Digest.Line> lines(List<Notices.Waiting> notices) {
        var byKind = new TreeMap<String, Digest.Line>();
        var counted = new HashSet<UUID>();
        for (var one : notices) {
            if (!counted.add(one.of())) {
                continue; // asked and reminded of within one mail
            }
            byKind.merge(
                    one.task() + " " + one.kind(), new Digest.Line(one.task(), one.kind(), 1, one.due()),
                    (sum, next) -> new Digest.Line(
                            sum.task(), sum.kind(), sum.count() + 1, nearer(sum.nearestDue(), next.nearestDue())));
        }
        return List.copyOf(byKind.values());
    }

    private static @Nullable LocalDate nearer(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
