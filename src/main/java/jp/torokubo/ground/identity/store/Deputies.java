// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.organisations.Deputy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands in for whom, from when to when. */
@Repository
public class Deputies {

    private final JdbcClient database;

    Deputies(JdbcClient database) {
        this.database = database;
    }

    public void add(UUID id, UUID role, PersonId deputy, Instant from, @Nullable Instant until, PersonId by, Instant at) {
        database.sql("""
                        insert into identity.deputy (id, role, deputy, starts_at, ends_at, appointed_by, appointed_at)
                        values (:id, :role, :deputy, :from, :until, :by, :at)
                        """)
                .param("id", id)
                .param("role", role)
                .param("deputy", deputy.value())
                .param("from", Moments.at(from))
                .param("until", until == null ? null : Moments.at(until))
                .param("by", by.value())
                .param("at", Moments.at(at))
                .update();
    }

    /** Those appointed for this role whose time is not over, oldest first. */
    public List<Deputy> of(UUID role, Instant now) {
        return database.sql("""
                        select d.id, d.deputy, p.name, d.starts_at, d.ends_at
                        from identity.deputy d join identity.person p on p.id = d.deputy
                        where d.role = :role and (d.ends_at is null or d.ends_at > :now) order by d.starts_at, d.id
                        """)
                .param("role", role)
                .param("now", Moments.at(now))
                .query((row, number) -> new Deputy(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("deputy", UUID.class)), row.getString("name"),
                        Moments.read(row, "starts_at"), Moments.readIfSet(row, "ends_at")))
                .list();
    }

    /** @return false if there is none of this role by that id whose time is not over */
    public boolean end(UUID id, UUID role, PersonId by, Instant at) {
        return database.sql("""
                        update identity.deputy set ends_at = greatest(starts_at, :at), ended_by = :by
                        where id = :id and role = :role and (ends_at is null or ends_at > :at)
                        """)
                        .param("id", id)
                        .param("role", role)
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Whoever has no role can have no deputy, and whoever has left an organisation stands in for nobody there. */
    public void endWith(UUID role, PersonId holder, PersonId by, Instant at) {
        database.sql("""
                        update identity.deputy d set ends_at = greatest(starts_at, :at), ended_by = :by
                        where (ends_at is null or ends_at > :at)
                          and (role = :role
                               or deputy = :holder and exists (
                                   select from identity.role theirs join identity.role his on his.organisation = theirs.organisation
                                   where theirs.id = d.role and his.id = :role))
                        """)
                .param("role", role)
                .param("holder", holder.value())
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }
}
