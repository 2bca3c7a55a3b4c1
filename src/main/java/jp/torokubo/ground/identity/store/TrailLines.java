// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the trail, newest first. */
@Repository
public class TrailLines {

    /** @param actorName null for the program itself */
    public record Line(
            UUID id, Instant at, PersonId actor, @Nullable String actorName, String role, String deed, String subject,
            String before, String after) {}

    /** Place in the trail after which reading goes on. */
    public record Position(Instant at, UUID id) {}

    /** What is looked for; null asks for everything. {@code until} is the first instant that is no longer meant. */
    public record Asked(
            @Nullable PersonId actor, @Nullable String deed, @Nullable String subjectStart, @Nullable Instant from,
            @Nullable Instant until) {}

    private final JdbcClient database;

    TrailLines(JdbcClient database) {
        this.database = database;
    }

    public void add(UUID id, Instant at, PersonId actor, String role, String deed, String subject, String before, String after) {
        database.sql("""
                        insert into identity.trail (id, at, actor, role, deed, subject, before, after)
                        values (:id, :at, :actor, :role, :deed, :subject, cast(:before as jsonb), cast(:after as jsonb))
                        """)
                .param("id", id)
                .param("at", Moments.at(at))
                .param("actor", actor.value())
                .param("role", role)
                .param("deed", deed)
                .param("subject", subject)
                .param("before", before)
                .param("after", after)
                .update();
    }

    public List<Line> read(Asked asked, @Nullable Position after, int limit) {
        var conditions = new Conditions();
        conditions.with(asked.actor() == null ? null : asked.actor().value(), "t.actor = :actor", "actor");
        conditions.with(asked.deed(), "t.deed = :deed", "deed");
        conditions.with(startsWith(asked.subjectStart()), "t.subject like :subject", "subject");
        conditions.with(asked.from() == null ? null : Moments.at(asked.from()), "t.at >= :from", "from");
        conditions.with(asked.until() == null ? null : Moments.at(asked.until()), "t.at < :until", "until");
        if (after != null) {
            conditions.with(Moments.at(after.at()), "(t.at, t.id) < (:afterAt, :afterId)", "afterAt");
            conditions.also(after.id(), "afterId");
        }
        return database.sql("""
                        select t.id, t.at, t.actor, p.name as actor_name, t.role, t.deed, t.subject, t.before, t.after
                        from identity.trail t left join identity.person p on p.id = t.actor
                        %s
                        order by t.at desc, t.id desc
                        limit :limit
                        """.formatted(conditions.where()))
                .params(conditions.values())
                .param("limit", limit)
                .query(TrailLines::line)
                .list();
    }

    /** The deeds there are lines of, for the choice on the page. */
    public List<String> deeds() {
        return database.sql("""
                        with recursive deed as (
                            (select deed from identity.trail order by deed limit 1)
                            union all
                            select (select t.deed from identity.trail t where t.deed > d.deed order by t.deed limit 1)
                            from deed d where d.deed is not null)
                        select deed from deed where deed is not null
                        """)
                .query(String.class)
                .list();
    }

    private static @Nullable String startsWith(@Nullable String text) {
        return text == null ? null : text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                Moments.read(row, "at"),
                new PersonId(row.getObject("actor", UUID.class)),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("deed"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"));
    }
}
