// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.desk.Audience;
import jp.torokubo.ground.desk.Place;
import jp.torokubo.ground.desk.Subject;
import jp.torokubo.ground.desk.Task;
import jp.torokubo.ground.desk.TaskId;
import jp.torokubo.ground.desk.TaskState;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks, and whose they are. */
@Repository
public class Tasks {

    /** An open task as those see it whom it is for. */
    public record Waiting(
            UUID id, String kind, Subject subject, Place place, @Nullable LocalDate due, Instant askedAt) {}

    /** A task whose day is near. */
    public record Near(TaskId id, String kind, Audience audience) {}

    /** Place in the list after which reading goes on. */
    public record Position(@Nullable LocalDate due, Instant askedAt, UUID id) {}

    /** Where a task without a day stands: behind all that have one. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String MINE = """
            t.state = 'open' and t.organisation = :organisation and (t.for_person = :person or t.for_role = :role)
            and (t.dossier is null or t.dossier = any (:reach))
            """;

    private final JdbcClient database;

    Tasks(JdbcClient database) {
        this.database = database;
    }

    public void add(TaskId id, Task task, PersonId by, Instant at) {
        var audience = task.audience();
        database.sql("""
                        insert into desk.task (id, kind, subject_key, subject_ids, href, organisation, for_person, for_role,
                            dossier, due_on, asked_by, asked_at, state)
                        values (:id, :kind, :key, :ids, :href, :organisation, :person, :role, :dossier, :due, :by, :at, 'open')
                        """)
                .param("id", id.value())
                .param("kind", task.kind())
                .param("key", task.subject().key())
                .param("ids", Subjects.ids(task.subject()))
                .param("href", task.place().href())
                .param("organisation", audience.organisation().value())
                .param("person", audience instanceof Audience.OnePerson one ? one.person().value() : null)
                .param("role", audience instanceof Audience.Holders holders ? holders.role().name() : null)
                .param("dossier", task.dossier() == null ? null : task.dossier().value())
                .param("due", task.due())
                .param("by", by.value())
                .param("at", Moments.at(at))
                .update();
    }

    /** The open tasks of the reader in his role: the nearest day first, and so what is overdue before all; without a day last. */
    public List<Waiting> waitingFor(Reach reader, @Nullable Position after, int limit) {
        return of(reader, """
                        select t.id, t.kind, t.subject_key, t.subject_ids, t.href, t.due_on, t.asked_at from desk.task t
                        where %s and (cast(:afterId as uuid) is null
                            or (coalesce(t.due_on, :noDay), t.asked_at, t.id)
                                > (cast(:afterDue as date), cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                        order by coalesce(t.due_on, :noDay), t.asked_at, t.id limit :limit
                        """.formatted(MINE))
                .param("noDay", NO_DAY)
                .param("afterDue", after == null ? null : after.due() == null ? NO_DAY : after.due())
                .param("afterAt", after == null ? null : Moments.at(after.askedAt()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(Tasks::waiting)
                .list();
    }

    /**
     * @param overdue how many of them should have been done before the day given
     */
    public record Count(long all, long overdue) {}

    public Count count(Reach reader, LocalDate today) {
        return of(reader, """
                        select count(*) as all_of_them, count(*) filter (where t.due_on < :today) as overdue
                        from desk.task t where %s
                        """.formatted(MINE))
                .param("today", today)
                .query((row, number) -> new Count(row.getLong("all_of_them"), row.getLong("overdue")))
                .single();
    }

    /** The ids of all of them. */
    public Set<UUID> idsOfWaiting(Reach reader) {
        return Set.copyOf(of(reader, "select t.id from desk.task t where " + MINE).query(UUID.class).list());
    }

    public List<TaskId> open(String kind, Subject subject) {
        return database.sql("""
                        select id from desk.task
                        where kind = :kind and subject_key = :key and subject_ids = :ids and state = 'open'
                        order by asked_at, id
                        """)
                .param("kind", kind)
                .param("key", subject.key())
                .param("ids", Subjects.ids(subject))
                .query((row, number) -> new TaskId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Reads how far a task is; nobody else moves it until the transaction has ended. */
    public Optional<TaskState> stateForUpdate(TaskId id) {
        return database.sql("select state from desk.task where id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Tasks::state);
    }

    /** Open tasks due by a day of which nobody has been reminded; nobody else moves them until the transaction has ended. */
    public List<Near> nearForUpdate(LocalDate until, int limit) {
        return database.sql("""
                        select id, kind, organisation, for_person, for_role from desk.task
                        where state = 'open' and due_on <= :until and reminded_of is distinct from due_on
                        order by due_on, id limit :limit for update
                        """)
                .param("until", until)
                .param("limit", limit)
                .query(Tasks::near)
                .list();
    }

    /** Of the day it has now. */
    public void reminded(TaskId id) {
        database.sql("update desk.task set reminded_of = due_on where id = :id").param("id", id.value()).update();
    }

    public void setDue(TaskId id, @Nullable LocalDate due) {
        database.sql("update desk.task set due_on = :due where id = :id").param("due", due).param("id", id.value()).update();
    }

    public void end(TaskId id, TaskState state, PersonId by, Instant at) {
        database.sql("update desk.task set state = :state, ended_by = :by, ended_at = :at where id = :id and state = 'open'")
                .param("state", state.code())
                .param("by", by.value())
                .param("at", Moments.at(at))
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec of(Reach reader, String sql) {
        return database.sql(sql)
                .param("organisation", reader.actor().organisation().value())
                .param("person", reader.actor().assigned().value())
                .param("role", reader.actor().role().name())
                .param("reach", reader.dossierArray());
    }

    private static TaskState state(String code) {
        for (var state : TaskState.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalStateException("no state of a task: " + code);
    }

    private static Near near(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation", UUID.class));
        var person = row.getObject("for_person", UUID.class);
        return new Near(
                new TaskId(row.getObject("id", UUID.class)), row.getString("kind"),
                person == null
                        ? new Audience.Holders(Caller.valueOf(row.getString("for_role")), organisation)
                        : new Audience.OnePerson(new PersonId(person), organisation));
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Subjects.read(row),
                new Place(row.getString("href")),
                row.getObject("due_on", LocalDate.class),
                Moments.read(row, "asked_at"));
    }
}
