// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.HeldRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which role in which organisation, since when and until when. */
@Repository
public class Roles {

    private static final String HELD = """
            select r.id, r.person, r.role, r.organisation, r.starts_at, cast(null as timestamptz) as deputy_until
            from identity.role r where r.ends_at is null
            """;

    /** Somebody of an organisation, as its managers see him. */
    public record Colleague(UUID role, PersonId person, String name, String login, boolean usable, Caller as, Instant since) {}

    private final JdbcClient database;

    Roles(JdbcClient database) {
        this.database = database;
    }

    public Optional<HeldRole> find(UUID id) {
        return database.sql(HELD + " and r.id = :id").param("id", id).query(Roles::held).optional();
    }

    /** Oldest first. */
    public List<HeldRole> of(PersonId person) {
        return database.sql(HELD + " and r.person = :person order by r.starts_at, r.id")
                .param("person", person.value())
                .query(Roles::held)
                .list();
    }

    /** Roles of others in which somebody may act now, in their name. */
    public List<HeldRole> deputisedTo(PersonId person, Instant now) {
        return database.sql("""
                        select r.id, r.person, r.role, r.organisation, r.starts_at, d.ends_at as deputy_until
                        from identity.deputy d join identity.role r on r.id = d.role
                        where d.deputy = :person and r.ends_at is null and d.starts_at <= :now and (d.ends_at is null or d.ends_at > :now)
                        order by d.starts_at, d.id
                        """)
                .param("person", person.value())
                .param("now", Moments.at(now))
                .query(Roles::held)
                .list();
    }

    /** Whoever holds this role there, and keeps it until the transaction ends: two must not each believe the other stays. */
    public List<PersonId> holdersForUpdate(OrganisationId organisation, Caller role) {
        return database.sql("""
                        select person from identity.role
                        where organisation = :organisation and role = :role and ends_at is null order by id for update
                        """)
                .param("organisation", organisation.value())
                .param("role", role.name())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** By name. */
    public List<Colleague> colleagues(OrganisationId organisation) {
        return database.sql("""
                        select r.id, r.person, p.name, p.login, p.usable_since is not null as usable, r.role, r.starts_at
                        from identity.role r join identity.person p on p.id = r.person
                        where r.organisation = :organisation and r.ends_at is null order by p.name, r.id
                        """)
                .param("organisation", organisation.value())
                .query((row, number) -> new Colleague(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class)), row.getString("name"),
                        row.getString("login"), row.getBoolean("usable"), Caller.valueOf(row.getString("role")),
                        Moments.read(row, "starts_at")))
                .list();
    }

    public void grant(UUID id, PersonId person, Caller role, OrganisationId organisation, PersonId by, Instant at) {
        database.sql("""
                        insert into identity.role (id, person, role, organisation, starts_at, granted_by)
                        values (:id, :person, :role, :organisation, :at, :by)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("role", role.name())
                .param("organisation", organisation.value())
                .param("at", Moments.at(at))
                .param("by", by.value())
                .update();
    }

    /** @return false if the role is not held any more */
    public boolean end(UUID id, PersonId by, Instant at) {
        return database.sql("update identity.role set ends_at = :at, ended_by = :by where id = :id and ends_at is null")
                        .param("id", id)
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private static HeldRole held(ResultSet row, int number) throws SQLException {
        return new HeldRole(
                row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class)),
                Caller.valueOf(row.getString("role")), new OrganisationId(row.getObject("organisation", UUID.class)),
                Moments.read(row, "starts_at"), Moments.readIfSet(row, "deputy_until"));
    }
}
