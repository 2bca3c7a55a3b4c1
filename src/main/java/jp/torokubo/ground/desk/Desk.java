// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a module leaves what waits for somebody. Everything happens in the transaction that is open (there must be one): when the deed is
 * undone, nobody is told of it.
 *
 * <p>{@code by} is who acts in that transaction; the desk keeps its rows behind the walls as the program, and lets him go on as himself.
 *
 * <p>What is done about a task is done on the module's own page; when it has been done, the module says so here.
 */
public interface Desk {

    /** Lays a task on the desks of those it is for, and lets their next mail speak of it. */
    TaskId ask(Actor by, Task task);

    /** Lays a message on somebody's desk, and lets his next mail speak of it. */
    void tell(Actor by, Message message);

    /** The tasks of a kind about a subject that are still open, oldest first. */
    List<TaskId> open(Actor by, String kind, Subject subject);

    /** Sets the day, or takes it back to 未定. Empty when done; otherwise why not. */
    Optional<Refusal> setDue(Actor by, TaskId task, @Nullable LocalDate due);

    /** What was asked for has been done. Empty when ended; otherwise why not. */
    Optional<Refusal> done(Actor by, TaskId task);

    /** It need not be done any more. Empty when ended; otherwise why not. */
    Optional<Refusal> withdraw(Actor by, TaskId task);
}
