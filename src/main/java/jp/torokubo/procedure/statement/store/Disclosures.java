// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.Disclosure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom versions are disclosed. */
@Repository
public class Disclosures {

    private final JdbcClient database;

    Disclosures(JdbcClient database) {
        this.database = database;
    }

    /** Of a version, those that have ended included, oldest first. */
    public List<Disclosure> of(Reach reach, String hash) {
        return database.sql("""
                        select id, hash, receiver, named, starts_at, ends_at from statement.disclosure
                        where dossier = any (:reach) and hash = :hash order by starts_at, id
                        """)
                .param("reach", reach.dossierArray()).param("hash", hash).query(Disclosures::disclosure).list();
    }

    /** @return false where it is disclosed to that number already; nothing has been added then */
    public boolean add(DossierId dossier, Disclosure disclosure, PersonId by) {
        return database.sql("""
                        insert into statement.disclosure (dossier, id, hash, receiver, named, starts_at, author)
                        values (:dossier, :id, :hash, :receiver, :named, :at, :by)
                        on conflict do nothing
                        """)
                        .param("dossier", dossier.value())
                        .param("id", disclosure.id())
                        .param("hash", disclosure.version())
                        .param("receiver", disclosure.receiver())
                        .param("named", disclosure.named())
                        .param("at", Moments.at(disclosure.since()))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** @return false where there is none that holds */
    public boolean end(Reach reach, UUID id, Instant at, PersonId by) {
        return database.sql("""
                        update statement.disclosure set ends_at = :at, ended_by = :by
                        where dossier = any (:reach) and id = :id and ends_at is null
                        """)
                        .param("reach", reach.dossierArray())
                        .param("id", id)
                        .param("at", Moments.at(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Also of a sheet's disclosures, which have the same columns. */
    static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ends_at", OffsetDateTime.class);
        return new Disclosure(
                row.getObject("id", UUID.class), row.getString("hash"), row.getString("receiver"), row.getString("named"),
                Moments.read(row, "starts_at"), ended == null ? null : ended.toInstant());
    }
}
