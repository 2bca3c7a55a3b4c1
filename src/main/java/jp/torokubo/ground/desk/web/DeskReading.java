// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.InstantSource;
import java.util.List;
import jp.torokubo.ground.desk.mail.MailWish;
import jp.torokubo.ground.desk.store.MailWishes;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads for the pages, each time behind the walls as the one who looks. */
@Component
@Transactional(readOnly = true)
class DeskReading {

    /** What stands on a page of tasks, and how many there are in all. */
    record TasksRead(Tasks.Count count, List<Tasks.Waiting> tasks) {}

    /** What stands on a page of messages, and how many are unread in all. */
    record MessagesRead(long unread, List<Messages.Shown> messages) {}

    /** What became of mails. */
    record SendingRead(Mails.Counts counts, List<Mails.Listed> failed, List<Mails.Listed> tried) {}

    private final Walls walls;
    private final Tasks tasks;
    private final Messages messages;
    private final Mails mails;
    private final MailWishes wishes;
    private final InstantSource clock;

    DeskReading(Walls walls, Tasks tasks, Messages messages, Mails mails, MailWishes wishes, InstantSource clock) {
        this.walls = walls;
        this.tasks = tasks;
        this.messages = messages;
        this.mails = mails;
        this.wishes = wishes;
        this.clock = clock;
    }

    TasksRead tasks(Actor reader, Tasks.@Nullable Position after, int limit) {
        var reach = walls.enter(reader);
        return new TasksRead(tasks.count(reach, TokyoDay.today(clock)), tasks.waitingFor(reach, after, limit));
    }

    MessagesRead messages(Actor reader, boolean unreadOnly, Messages.@Nullable Position after, int limit) {
        var reach = walls.enter(reader);
        return new MessagesRead(messages.unread(reach), messages.of(reach, unreadOnly, after, limit));
    }

    MailWish wish(Actor reader) {
        walls.enter(reader);
        return wishes.of(reader.person());
    }

    SendingRead sending(Actor operator) {
        walls.enter(operator);
        return new SendingRead(mails.counts(), mails.failed(), mails.tried());
    }

    /** For the menu, which knows nobody: how many there are tells nothing of whose they are. */
    long countFailed() {
        walls.enter(Actor.program("desk.menu"));
        return mails.countFailed();
    }
}
