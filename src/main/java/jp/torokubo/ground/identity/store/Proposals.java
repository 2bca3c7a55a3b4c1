// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Confirmations.Proposal;
import jp.torokubo.ground.identity.Confirmations.State;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a second person, and what became of it. */
@Repository
public class Proposals {

    private static final String WITH_NAME = """
            select q.id, q.kind, q.subject, q.hash, q.proposer, coalesce(p.name, 'system') as proposer_name, q.proposed_at, q.state
            from identity.proposal q left join identity.person p on p.id = q.proposer
            """;

    private final JdbcClient database;

    Proposals(JdbcClient database) {
        this.database = database;
    }

    /** @param inTheNameOf whose deputy proposed it; null where nobody's did */
    public void add(Proposal proposal, @Nullable PersonId inTheNameOf) {
        database.sql("""
                        insert into identity.proposal (id, kind, subject, hash, proposer, in_the_name_of, proposed_at, state)
                        values (:id, :kind, :subject, :hash, :proposer, :name, :at, :state)
                        """)
                .param("name", inTheNameOf == null ? null : inTheNameOf.value())
                .param("id", proposal.id())
                .param("kind", proposal.kind())
                .param("subject", proposal.subject())
                .param("hash", proposal.hash())
                .param("proposer", proposal.proposer().value())
                .param("at", Moments.at(proposal.proposedAt()))
                .param("state", proposal.state().name())
                .update();
    }

    public Optional<Proposal> find(UUID id) {
        return database.sql(WITH_NAME + " where q.id = :id").param("id", id).query(Proposals::proposal).optional();
    }

    public Optional<PersonId> proposedInTheNameOf(UUID id) {
        return database.sql("select in_the_name_of from identity.proposal where id = :id and in_the_name_of is not null")
                .param("id", id)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Reads a proposal; a second person who reads it so waits until this transaction has ended. */
    public Optional<Proposal> findForUpdate(UUID id) {
        return database.sql(WITH_NAME + " where q.id = :id for update of q")
                .param("id", id)
                .query(Proposals::proposal)
                .optional();
    }

    /** Oldest first. */
    public List<Proposal> waiting() {
        return database.sql(WITH_NAME + " where q.state = 'WAITING' order by q.proposed_at, q.id")
                .query(Proposals::proposal)
                .list();
    }

    /** @return false if it has been decided meanwhile */
    public boolean decide(UUID id, State state, PersonId by, Instant at, @Nullable String reason) {
        return database.sql("""
                                update identity.proposal set state = :state, decided_by = :by, decided_at = :at, reason = :reason
                                where id = :id and state = 'WAITING'
                                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by.value())
                        .param("at", Moments.at(at))
                        .param("reason", reason)
                        .update() == 1;
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("hash"),
                new PersonId(row.getObject("proposer", UUID.class)),
                row.getString("proposer_name"),
                Moments.read(row, "proposed_at"),
                State.valueOf(row.getString("state")));
    }
}
