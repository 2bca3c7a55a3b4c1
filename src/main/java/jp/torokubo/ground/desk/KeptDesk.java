// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.desk.TaskState.Move;
import jp.torokubo.ground.desk.mail.WriteNotices;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps tasks and messages in the database, each with a notice for the mail of everybody it is for. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptDesk implements Desk {

    private final Tasks tasks;
    private final Messages messages;
    private final WriteNotices notices;
    private final DeskKinds kinds;
    private final Walls walls;
    private final Ids ids;
    private final InstantSource clock;

    KeptDesk(
            Tasks tasks, Messages messages, WriteNotices notices, DeskKinds kinds, Walls walls, Ids ids, InstantSource clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.notices = notices;
        this.kinds = kinds;
        this.walls = walls;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public TaskId ask(Actor by, Task task) {
        known(task.kind());
        var id = new TaskId(ids.next());
        return walls.asProgram(by, () -> {
            tasks.add(id, task, by.person(), clock.instant());
            notices.ofTask(id, task.kind(), task.audience());
            return id;
        });
    }

    @Override
    public void tell(Actor by, Message message) {
        known(message.kind());
        walls.asProgram(by, () -> {
            var id = ids.next();
            messages.add(id, message, by.person(), clock.instant());
            notices.ofMessage(id, message.kind(), message.person());
            return id;
        });
    }

    @Override
    public List<TaskId> open(Actor by, String kind, Subject subject) {
        return walls.asProgram(by, () -> tasks.open(kind, subject));
    }

    @Override
    public Optional<Refusal> setDue(Actor by, TaskId task, @Nullable LocalDate due) {
        return walls.asProgram(by, () -> {
            var whyNot = whyNot(task, Move.DUE_SET);
            if (whyNot.isEmpty()) {
                tasks.setDue(task, due);
            }
            return whyNot;
        });
    }

    @Override
    public Optional<Refusal> done(Actor by, TaskId task) {
        return end(by, task, Move.DONE);
    }

    @Override
    public Optional<Refusal> withdraw(Actor by, TaskId task) {
        return end(by, task, Move.WITHDRAWN);
    }

    private Optional<Refusal> end(Actor by, TaskId task, Move move) {
        return walls.asProgram(by, () -> {
            var whyNot = whyNot(task, move);
            if (whyNot.isEmpty()) {
                tasks.end(task, TaskState.OPEN.after(move).orElseThrow(), by.person(), clock.instant());
            }
            return whyNot;
        });
    }

    /** Holds the task's row until the transaction ends, so that of two who end it at once one is refused. */
    private Optional<Refusal> whyNot(TaskId task, Move move) {
        var state = tasks.stateForUpdate(task);
        if (state.isEmpty()) {
            return Optional.of(new DeskRefusal.TaskUnknown());
        }
        return state.get().after(move).isPresent() ? Optional.empty() : Optional.of(new DeskRefusal.TaskEnded(state.get()));
    }

    private void known(String kind) {
        if (!kinds.knows(kind)) {
            throw new IllegalArgumentException("no module names the kind " + kind);
        }
    }
}
