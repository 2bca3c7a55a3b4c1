// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.issuers.ExternalAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what people are known at issuers; each subject of an issuer belongs to one person. */
@Repository
public class ExternalAccounts {

    private final JdbcClient database;

    ExternalAccounts(JdbcClient database) {
        this.database = database;
    }

    public Optional<ExternalAccount> find(String issuer, String subject) {
        return database.sql("select * from identity.external_account where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(ExternalAccounts::account)
                .optional();
    }

    /** Oldest first. */
    public List<ExternalAccount> of(PersonId person) {
        return database.sql("select * from identity.external_account where person = :person order by linked_at, id")
                .param("person", person.value())
                .query(ExternalAccounts::account)
                .list();
    }

    public void add(ExternalAccount account) {
        database.sql("""
                        insert into identity.external_account
                            (id, issuer, subject, person, corporate_number, linked_at, last_used_at)
                        values (:id, :issuer, :subject, :person, :number, :linked, :used)
                        """)
                .param("id", account.id())
                .param("issuer", account.issuer())
                .param("subject", account.subject())
                .param("person", account.person().value())
                .param("number", account.number())
                .param("linked", Moments.at(account.linkedAt()))
                .param("used", Moments.at(account.lastUsedAt()))
                .update();
    }

    /** @param number kept where none was known so far */
    public void used(UUID id, @Nullable String number, Instant at) {
        database.sql("""
                        update identity.external_account
                        set last_used_at = :at, corporate_number = coalesce(corporate_number, cast(:number as text))
                        where id = :id
                        """)
                .param("id", id)
                .param("number", number)
                .param("at", Moments.at(at))
                .update();
    }

    public void remove(UUID id) {
        database.sql("delete from identity.external_account where id = :id").param("id", id).update();
    }

    public void forgetAllOf(PersonId person) {
        database.sql("delete from identity.external_account where person = :person").param("person", person.value()).update();
    }

    private static ExternalAccount account(ResultSet row, int number) throws SQLException {
        return new ExternalAccount(
                row.getObject("id", UUID.class), row.getString("issuer"), row.getString("subject"),
                new PersonId(row.getObject("person", UUID.class)), row.getString("corporate_number"),
                Moments.read(row, "linked_at"), Moments.read(row, "last_used_at"));
    }
}
