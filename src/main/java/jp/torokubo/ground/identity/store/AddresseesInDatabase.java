// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AddresseesInDatabase implements Addressees {

    private final JdbcClient database;

    AddresseesInDatabase(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Addressee> find(PersonId person) {
        return database.sql("""
                        select p.name, p.login from identity.person p
                        where p.id = :id and p.usable_since is not null
                          and exists (select from identity.role r where r.person = p.id and r.ends_at is null)
                        """)
                .param("id", person.value())
                .query((row, number) -> new Addressee(person, row.getString("name"), row.getString("login")))
                .optional();
    }

    @Override
    public List<PersonId> holding(Caller role, OrganisationId organisation) {
        return database.sql("""
                        select p.id from identity.person p
                        where p.usable_since is not null and exists (
                            select from identity.role r where r.person = p.id and r.role = :role
                                and r.organisation = :organisation and r.ends_at is null)
                        order by p.id
                        """)
                .param("role", role.name())
                .param("organisation", organisation.value())
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Actor> roles(PersonId person) {
        return database.sql("""
                        select p.name, r.role, r.organisation from identity.role r join identity.person p on p.id = r.person
                        where p.id = :id and p.usable_since is not null and r.ends_at is null order by r.starts_at, r.id
                        """)
                .param("id", person.value())
                .query((row, number) -> new Actor(
                        person, row.getString("name"), Caller.valueOf(row.getString("role")),
                        new OrganisationId(row.getObject("organisation", UUID.class)), null))
                .list();
    }
}
