// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.record.register.CorrectionProposals;
import jp.torokubo.record.register.ProposeCorrection;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.WaitingCorrections;
import jp.torokubo.record.register.entry.ProposalCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed corrections in PostgreSQL; who proposed them, and what became of them, the desk of confirmations knows. */
@Repository
class CorrectionsInDatabase implements CorrectionProposals, WaitingCorrections {

    private final JdbcClient jdbc;
    private final Confirmations confirmations;

    CorrectionsInDatabase(JdbcClient jdbc, Confirmations confirmations) {
        this.jdbc = jdbc;
        this.confirmations = confirmations;
    }

    @Override
    public void add(UUID proposal, RegisterName register, long registerIndex, String body, String hash) {
        jdbc.sql("""
                        insert into register.correction_proposal (id, register, register_index, body, hash)
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
                .filter(proposal -> proposal.kind().equals(ProposeCorrection.KIND))
                .map(this::proposed)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Proposed> find(UUID proposal) {
        return confirmations.find(proposal).filter(one -> one.kind().equals(ProposeCorrection.KIND)).flatMap(this::proposed);
    }

    private Optional<Proposed> proposed(Confirmations.Proposal proposal) {
        return jdbc.sql("select body from register.correction_proposal where id = :id")
                .param("id", proposal.id())
                .query(String.class)
                .optional()
                .map(body -> proposed(proposal, ProposalCodec.content(body)));
    }

    private static Proposed proposed(Confirmations.Proposal proposal, ProposalCodec.Content content) {
        return new Proposed(
                proposal.id(), content.register(), content.registerIndex(), content.corrections(), content.basis(), proposal.hash(),
                proposal.proposer(), proposal.proposerName(), proposal.proposedAt(), proposal.state());
    }
}
