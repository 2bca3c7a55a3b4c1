// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.record.register.ProposeStatement;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.StatementProposals;
import jp.torokubo.record.register.entry.StatementProposalCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed statements in PostgreSQL; who proposed them, and what became of them, the desk of confirmations knows. */
@Repository
class StatementProposalsInDatabase implements StatementProposals {

    private final JdbcClient jdbc;
    private final Confirmations confirmations;

    StatementProposalsInDatabase(JdbcClient jdbc, Confirmations confirmations) {
        this.jdbc = jdbc;
        this.confirmations = confirmations;
    }

    @Override
    public void add(UUID proposal, RegisterName register, long registerIndex, String body, String hash) {
        jdbc.sql("""
                        insert into register.statement_proposal (id, register, register_index, body, hash)
                        values (:id, :register, :index, :body, :hash)
                        """)
                .param("id", proposal)
                .param("register", register.code())
                .param("index", registerIndex)
                .param("body", body)
                .param("hash", hash)
                .update();
    }

    @Override
    public List<Proposed> waiting() {
        return confirmations.waiting().stream()
                .filter(proposal -> proposal.kind().equals(ProposeStatement.KIND))
                .map(this::proposed)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Proposed> find(UUID proposal) {
        return confirmations.find(proposal).filter(one -> one.kind().equals(ProposeStatement.KIND)).flatMap(this::proposed);
    }

    private Optional<Proposed> proposed(Confirmations.Proposal proposal) {
        return jdbc.sql("select body from register.statement_proposal where id = :id")
                .param("id", proposal.id())
                .query(String.class)
                .optional()
                .map(body -> proposed(proposal, StatementProposalCodec.content(body)));
    }

    private static Proposed proposed(Confirmations.Proposal proposal, StatementProposalCodec.Content content) {
        return new Proposed(
                proposal.id(), content.register(), content.registerIndex(), content.event(), content.basis(), proposal.hash(),
                proposal.proposer(), proposal.proposerName(), proposal.proposedAt(), proposal.state());
    }
}
