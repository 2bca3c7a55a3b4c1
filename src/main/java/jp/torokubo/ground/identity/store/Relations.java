// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.dossiers.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Declared relations, and those the program knows of itself. */
@Repository
public class Relations {

    private final JdbcClient database;

    Relations(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<Relation> of(PersonId person) {
        return database.sql("""
                        select id, person, kind, name, corporate_number, since, until from identity.relation
                        where person = :person order by declared_at desc, id desc
                        """)
                .param("person", person.value())
                .query(Relations::relation)
                .list();
    }

    public void declare(Relation relation, String nameKey, Instant at) {
        database.sql("""
                        insert into identity.relation (id, person, kind, name, name_key, corporate_number, since, until, declared_at)
                        values (:id, :person, :kind, :name, :key, :number, :since, :until, :at)
                        """)
                .param("id", relation.id())
                .param("person", relation.person().value())
                .param("kind", relation.kind().name())
                .param("name", relation.name())
                .param("key", nameKey)
                .param("number", relation.corporateNumber())
                .param("since", relation.since())
                .param("until", relation.until())
                .param("at", Moments.at(at))
                .update();
    }

    /** @return false if it is not his, or has ended */
    public boolean end(UUID id, PersonId person, LocalDate lastDay) {
        return database.sql("""
                        update identity.relation set until = greatest(:day, since)
                        where id = :id and person = :person and (until is null or until > :day)
                        """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("day", lastDay)
                        .update()
                == 1;
    }

    /** What he has declared about the organisation with this number or one of these names, in force on the day. */
    public Optional<Independence.Tie> declared(
            PersonId person, @Nullable String corporateNumber, Collection<String> nameKeys, LocalDate day) {
        return database.sql("""
                        select kind, since from identity.relation
                        where person = :person and (since is null or since <= :day) and (until is null or until >= :day)
                          and (corporate_number = :number or name_key = any (:keys))
                        order by declared_at limit 1
                        """)
                .param("person", person.value())
                .param("day", day)
                .param("number", corporateNumber)
                .param("keys", nameKeys.toArray(String[]::new))
                .query((row, number) ->
                        new Independence.Tie(Independence.Kind.valueOf(row.getString("kind")), row.getObject("since", LocalDate.class)))
                .optional();
    }

    /** Since when he holds a role there; empty if he holds none. */
    public Optional<Instant> roleSince(PersonId person, OrganisationId organisation) {
        return database.sql("""
                        select starts_at from identity.role
                        where person = :person and organisation = :organisation and ends_at is null order by starts_at limit 1
                        """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .query((row, number) -> Moments.read(row, "starts_at"))
                .optional();
    }

    /** Since when he advises that provider in any dossier; empty if he does not. */
    public Optional<Instant> advisesSince(PersonId person, OrganisationId provider, Instant now) {
        return database.sql("""
                        select a.starts_at from identity.assignment a join identity.dossier d on d.id = a.dossier
                        where a.person = :person and d.organisation = :provider and a.part = 'ADVISER'
                          and a.starts_at <= :now and (a.ends_at is null or a.ends_at > :now)
                        order by a.starts_at limit 1
                        """)
                .param("person", person.value())
                .param("provider", provider.value())
                .param("now", Moments.at(now))
                .query((row, number) -> Moments.read(row, "starts_at"))
                .optional();
    }

    private static Relation relation(ResultSet row, int number) throws SQLException {
        return new Relation(
                row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class)),
                Independence.Kind.valueOf(row.getString("kind")), row.getString("name"), row.getString("corporate_number"),
                row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
    }
}
