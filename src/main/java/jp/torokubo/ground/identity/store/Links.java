// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links, by the hash of their secret. */
@Repository
public class Links {

    private final JdbcClient database;

    Links(JdbcClient database) {
        this.database = database;
    }

    public void add(Link link, String tokenHash, Instant at) {
        database.sql("""
                        insert into identity.link
                            (id, token_hash, purpose, person, issued_by, issued_at, expires_at, role, organisation)
                        values (:id, :hash, :purpose, :person, :by, :at, :expires, :role, :organisation)
                        """)
                .param("id", link.id())
                .param("hash", tokenHash)
                .param("purpose", link.purpose().name())
                .param("person", link.person() == null ? null : link.person().value())
                .param("by", link.issuedBy().value())
                .param("at", Moments.at(at))
                .param("expires", Moments.at(link.expiresAt()))
                .param("role", link.role().name())
                .param("organisation", link.organisation().value())
                .update();
    }

    /** The link, if it is neither used nor withdrawn nor expired; nobody else can use it until the transaction ends. */
    public Optional<Link> findOpenForUpdate(String tokenHash, Instant now) {
        return open(tokenHash, now, " for update");
    }

    public Optional<Link> findOpen(String tokenHash, Instant now) {
        return open(tokenHash, now, "");
    }

    public void belongsTo(UUID link, PersonId person) {
        database.sql("update identity.link set person = :person where id = :id")
                .param("id", link)
                .param("person", person.value())
                .update();
    }

    public void used(UUID link, Instant at) {
        database.sql("update identity.link set used_at = :at where id = :id")
                .param("id", link)
                .param("at", Moments.at(at))
                .update();
    }

    /** Takes back what is still open of this purpose; for one person, or for all where none is given. */
    public void withdraw(Link.Purpose purpose, @Nullable PersonId person, Instant at) {
        database.sql("""
                        update identity.link set withdrawn_at = :at
                        where purpose = :purpose and used_at is null and withdrawn_at is null
                          and (cast(:person as uuid) is null or person = cast(:person as uuid))
                        """)
                .param("purpose", purpose.name())
                .param("person", person == null ? null : person.value())
                .param("at", Moments.at(at))
                .update();
    }

    /** Takes back what somebody has handed out and nobody has used yet. */
    public void withdrawIssuedBy(PersonId issuer, Instant at) {
        database.sql("""
                        update identity.link set withdrawn_at = :at
                        where issued_by = :issuer and used_at is null and withdrawn_at is null
                        """)
                .param("issuer", issuer.value())
                .param("at", Moments.at(at))
                .update();
    }

    private Optional<Link> open(String tokenHash, Instant now, String lock) {
        return database.sql("""
                        select id, purpose, person, issued_by, expires_at, role, organisation from identity.link
                        where token_hash = :hash and used_at is null and withdrawn_at is null and expires_at > :now
                        """ + lock)
                .param("hash", tokenHash)
                .param("now", Moments.at(now))
                .query(Links::link)
                .optional();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var role = row.getString("role");
        var organisation = row.getObject("organisation", UUID.class);
        return new Link(
                row.getObject("id", UUID.class),
                Link.Purpose.valueOf(row.getString("purpose")),
                person == null ? null : new PersonId(person),
                new PersonId(row.getObject("issued_by", UUID.class)),
                Moments.read(row, "expires_at"),
                role == null ? Caller.OPERATOR : Caller.valueOf(role),
                organisation == null ? OrganisationId.OPERATOR : new OrganisationId(organisation));
    }
}
