// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.desk.TaskId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox: what the next mail of somebody has to speak of, written in the transaction of the task or message itself. A notice is taken
 * once, by a mail or by the finding that there is nothing left to say.
 */
@Repository
public class Notices {

    /**
     * @param task whether it is of a task; otherwise of a message
     * @param of the task or the message
     */
    public record Waiting(String kind, boolean task, UUID of, @Nullable LocalDate due) {}

    /** Before which moment notices count, by the pace somebody has chosen. */
    public record Cuts(Instant atOnce, Instant daily, Instant weekly) {}

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    public void addOfTask(UUID id, PersonId person, String kind, TaskId task, Instant at) {
        add(id, person, kind, task.value(), null, at);
    }

    public void addOfMessage(UUID id, PersonId person, String kind, UUID message, Instant at) {
        add(id, person, kind, null, message, at);
    }

    /** Those for whom it is time, the longest waiting first. */
    public List<PersonId> due(Cuts cuts, int limit) {
        return database.sql("""
                        select n.person from desk.notice n left join desk.mail_wish w on w.person = n.person
                        where n.taken_at is null and n.written_at <
                            case coalesce(w.pace, 'daily') when 'daily' then :daily when 'weekly' then :weekly else :atOnce end
                        group by n.person order by min(n.written_at), n.person limit :limit
                        """)
                .param("daily", Moments.at(cuts.daily()))
                .param("weekly", Moments.at(cuts.weekly()))
                .param("atOnce", Moments.at(cuts.atOnce()))
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    /** What waits of somebody from before a moment; nobody else takes it until the transaction has ended. */
    public List<Waiting> ofForUpdate(PersonId person, Instant cut) {
        return database.sql("""
                        select n.kind, n.task is not null as of_task, coalesce(n.task, n.message) as about, t.due_on
                        from desk.notice n left join desk.task t on t.id = n.task
                        where n.person = :person and n.taken_at is null and n.written_at < :cut
                        order by n.written_at, n.id for update of n
                        """)
                .param("person", person.value())
                .param("cut", Moments.at(cut))
                .query(Notices::waiting)
                .list();
    }

    /** @param mail null where there was nothing to say */
    public void take(PersonId person, Instant cut, @Nullable UUID mail, Instant at) {
        database.sql("""
                        update desk.notice set taken_at = :at, mail = :mail
                        where person = :person and taken_at is null and written_at < :cut
                        """)
                .param("at", Moments.at(at))
                .param("mail", mail)
                .param("person", person.value())
                .param("cut", Moments.at(cut))
                .update();
    }

    private void add(UUID id, PersonId person, String kind, @Nullable UUID task, @Nullable UUID message, Instant at) {
        database.sql("""
                        insert into desk.notice (id, person, kind, task, message, written_at)
                        values (:id, :person, :kind, :task, :message, :at)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind)
                .param("task", task)
                .param("message", message)
                .param("at", Moments.at(at))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString("kind"),
                row.getBoolean("of_task"),
                row.getObject("about", UUID.class),
                row.getObject("due_on", LocalDate.class));
    }
}
