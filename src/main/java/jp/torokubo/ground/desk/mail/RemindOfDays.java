// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.InstantSource;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.jobs.Leases;
import jp.torokubo.ground.jobs.Leases.Lease;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets mail speak once more of tasks whose day is near: once for each day that is set. */
@Service
@Writes
public class RemindOfDays {

    /** How many days before. Ours: no rule of the scheme speaks of it. */
    static final int DAYS_BEFORE = 3;

    private static final int AT_ONE_TIME = 200;

    public record Command(Lease lease) {}

    public sealed interface Result {
        /** @param tasks of how many; there may be more */
        record Reminded(int tasks) implements Result {}

        /** Another instance does this work now. */
        record NotOurs() implements Result {}
    }

    private final Leases leases;
    private final Walls walls;
    private final Tasks tasks;
    private final WriteNotices notices;
    private final InstantSource clock;

    RemindOfDays(Leases leases, Walls walls, Tasks tasks, WriteNotices notices, InstantSource clock) {
        this.leases = leases;
        this.walls = walls;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        if (!leases.holds(command.lease())) {
            return new Result.NotOurs();
        }
        walls.enter(MailRound.SENDER);
        var near = tasks.nearForUpdate(TokyoDay.today(clock).plusDays(DAYS_BEFORE), AT_ONE_TIME);
        for (var task : near) {
            notices.ofTask(task.id(), task.kind(), task.audience());
            tasks.reminded(task.id());
        }
        return new Result.Reminded(near.size());
    }
}
