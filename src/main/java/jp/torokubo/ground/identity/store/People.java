// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody the program knows. What roles they hold stands in {@link Roles}. */
@Repository
public class People {

    private static final String WITH_ROLE = """
            select p.id, p.name, p.login, p.usable_since, p.epoch, p.password, p.totp_secret, p.totp_confirmed,
                   exists (select from identity.role r where r.person = p.id and r.role = 'OPERATOR' and r.ends_at is null) as operator,
                   exists (select from identity.role r where r.person = p.id and r.ends_at is null) as active
            from identity.person p
            """;

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    public Optional<Person> find(PersonId id) {
        return database.sql(WITH_ROLE + " where p.id = :id").param("id", id.value()).query(People::person).optional();
    }

    public Optional<Person> findByLogin(String login) {
        return database.sql(WITH_ROLE + " where p.login = :login").param("login", login).query(People::person).optional();
    }

    /** Reads a person and keeps everybody else from changing him until the transaction ends. */
    public Optional<Person> findForUpdate(PersonId id) {
        return database.sql(WITH_ROLE + " where p.id = :id for update of p")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    /** Who runs or has run the register, and whoever is still setting up an account; by name. */
    public List<Person> operatorsPastAndPresent() {
        return database.sql(WITH_ROLE + """
                         where exists (select from identity.role r where r.person = p.id and r.role = 'OPERATOR')
                            or not exists (select from identity.role r where r.person = p.id)
                        order by p.name, p.id
                        """)
                .query(People::person)
                .list();
    }

    /** By name. */
    public List<Person> all() {
        return database.sql(WITH_ROLE + " order by p.name, p.id").query(People::person).list();
    }

    /** Whether anybody can run the register. */
    public boolean anyUsableOperator() {
        return database.sql("""
                        select exists (
                            select from identity.role r join identity.person p on p.id = r.person
                            where r.role = 'OPERATOR' and r.ends_at is null and p.usable_since is not null)
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Locks the roles that have not ended, so that two people cannot each believe the other stays. */
    public List<PersonId> operatorsForUpdate() {
        return database.sql("""
                        select person from identity.role where role = 'OPERATOR' and ends_at is null
                        order by id for update
                        """)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    public void add(PersonId id, String name, String login, Instant at) {
        database.sql("""
                        insert into identity.person (id, name, login, created_at) values (:id, :name, :login, :at)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("login", login)
                .param("at", Moments.at(at))
                .update();
    }

    public void rename(PersonId id, String name, String login) {
        database.sql("update identity.person set name = :name, login = :login where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("login", login)
                .update();
    }

    public void keepPassword(PersonId id, String encoded) {
        database.sql("update identity.person set password = :encoded where id = :id")
                .param("id", id.value())
                .param("encoded", encoded)
                .update();
    }

    /** Offers an authenticator; it counts once its first code has come back. */
    public void offerAuthenticator(PersonId id, String secret) {
        database.sql("""
                        update identity.person set totp_secret = :secret, totp_confirmed = false, totp_last_step = 0 where id = :id
                        """)
                .param("id", id.value())
                .param("secret", secret)
                .update();
    }

    public void confirmAuthenticator(PersonId id) {
        database.sql("update identity.person set totp_confirmed = true where id = :id").param("id", id.value()).update();
    }

    /**
     * Uses up a code.
     *
     * @return false if a code of this step or of a later one has been used before
     */
    public boolean useStep(PersonId id, long step) {
        return database.sql("update identity.person set totp_last_step = :step where id = :id and totp_last_step < :step")
                        .param("id", id.value())
                        .param("step", step)
                        .update() == 1;
    }

    public void becomeUsable(PersonId id, Instant at) {
        database.sql("update identity.person set usable_since = :at where id = :id")
                .param("id", id.value())
                .param("at", Moments.at(at))
                .update();
    }

    /** Takes away every proof but the passkeys, and ends every session. */
    public void forgetProofs(PersonId id) {
        database.sql("""
                        update identity.person
                        set password = null, totp_secret = null, totp_confirmed = false, usable_since = null, epoch = epoch + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("login"),
                Moments.readIfSet(row, "usable_since"),
                row.getInt("epoch"),
                row.getString("password"),
                row.getString("totp_secret"),
                row.getBoolean("totp_confirmed"),
                row.getBoolean("operator"),
                row.getBoolean("active"));
    }
}
