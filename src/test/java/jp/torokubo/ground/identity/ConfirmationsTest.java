// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Confirmations.Proposal;
import jp.torokubo.ground.identity.Confirmations.State;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
class ConfirmationsTest {

    @Autowired
    Confirmations confirmations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Actor hanako = Actor.SYSTEM;
    private Actor taro = Actor.SYSTEM;

    @BeforeEach
    void thereAreTwoOperators() {
        hanako = Operators.add(jdbc, "山田 花子");
        taro = Operators.add(jdbc, "佐藤 太郎");
    }

    @Test
    void aSecondPersonWhoSawTheSameConfirms() {
        var proposal = proposed();

        assertThat(confirm(taro, proposal.id(), "h1")).isEmpty();

        assertThat(confirmations.find(proposal.id())).map(Proposal::state).contains(State.CONFIRMED);
        assertThat(confirmations.waiting()).doesNotContain(proposal);
    }

    @Test
    void nobodyConfirmsWhatHeProposed() {
        var proposal = proposed();

        assertThat(confirm(hanako, proposal.id(), "h1")).contains(new IdentityRefusal.SamePerson("山田 花子"));
        assertThat(confirmations.waiting()).contains(proposal);
    }

    @Test
    void theDatabaseToldDirectlyRefusesItToo() {
        var proposal = proposed();

        assertThatThrownBy(() -> jdbc.sql("""
                                update identity.proposal set state = 'CONFIRMED', decided_by = proposer, decided_at = proposed_at
                                where id = :id
                                """)
                        .param("id", proposal.id())
                        .update())
                .hasMessageContaining("nobody_confirms_his_own");
    }

    @Test
    void whatHasChangedSinceIsNotConfirmed() {
        var proposal = proposed();

        assertThat(confirm(taro, proposal.id(), "h2")).contains(new IdentityRefusal.ChangedSinceProposed());
        assertThat(confirmations.waiting()).contains(proposal);
    }

    @Test
    void nothingIsDecidedTwice() {
        var proposal = proposed();
        confirm(taro, proposal.id(), "h1");

        assertThat(confirm(taro, proposal.id(), "h1")).contains(new IdentityRefusal.AlreadyDecided(State.CONFIRMED));
        assertThat(turnDown(taro, proposal.id(), "too late")).contains(new IdentityRefusal.AlreadyDecided(State.CONFIRMED));
    }

    @Test
    void whoIsNoOperatorAnyMoreConfirmsNothingWhateverHisSessionSays() {
        var proposal = proposed();
        jdbc.sql("update identity.role set ends_at = now() where person = :id").param("id", taro.person().value()).update();

        assertThat(confirm(taro, proposal.id(), "h1")).contains(new IdentityRefusal.NotEntitled());
        assertThat(confirm(Actor.SYSTEM, proposal.id(), "h1")).contains(new IdentityRefusal.NotEntitled());
    }

    @Test
    void anUnknownProposalIsUnknown() {
        assertThat(confirm(taro, UUID.randomUUID(), "h1")).contains(new IdentityRefusal.ProposalUnknown());
    }

    @Test
    void theProposerHimselfMayTurnItDownAndMustSayWhy() {
        var proposal = proposed();

        assertThat(turnDown(hanako, proposal.id(), " ")).contains(new IdentityRefusal.ReasonMissing());
        assertThat(turnDown(hanako, proposal.id(), "wrong file")).isEmpty();

        assertThat(confirmations.find(proposal.id())).map(Proposal::state).contains(State.TURNED_DOWN);
    }

    @Test
    void ofManyWhoConfirmAtOnceOneWins() throws Exception {
        for (var round = 0; round < 20; round++) {
            var proposal = proposed();
            var others = IntStream.range(0, 4).mapToObj(i -> Operators.add(jdbc, "operator " + i)).toList();

            var answers = atOnce(others.stream()
                    .map(other -> (Callable<Optional<Refusal>>) () -> confirm(other, proposal.id(), "h1"))
                    .toList());

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(answers)
                    .filteredOn(Optional::isPresent)
                    .containsOnly(Optional.of(new IdentityRefusal.AlreadyDecided(State.CONFIRMED)));
            assertThat(lines("identity.confirmed", proposal)).isEqualTo(1);
        }
    }

    @Test
    void aConfirmationWhoseTransactionFailsHasNotHappened() {
        var proposal = proposed();

        assertThatThrownBy(() -> transaction.execute(open -> {
                    confirmations.confirm(taro, Operators.PROVEN, proposal.id(), "h1");
                    throw new IllegalStateException("what should follow failed");
                }))
                .hasMessage("what should follow failed");

        assertThat(confirmations.find(proposal.id())).map(Proposal::state).contains(State.WAITING);
        assertThat(lines("identity.confirmed", proposal)).isZero();
    }

    @Test
    void whoHasNotProvenAnewWhoHeIsConfirmsNothing() {
        var proposal = proposed();
        var justTooLongAgo = clock.instant().minus(Duration.ofMinutes(5));

        assertThat(confirm(taro, proof("", null), proposal)).contains(new IdentityRefusal.ProofNeeded());
        assertThat(confirm(taro, proof("", justTooLongAgo), proposal)).contains(new IdentityRefusal.ProofNeeded());
        assertThat(confirm(taro, proof("000000", null), proposal)).contains(new IdentityRefusal.CodeWrong());
        assertThat(confirmations.find(proposal.id())).map(Proposal::state).contains(State.WAITING);
        assertThat(lines("identity.confirmed", proposal)).isZero();

        assertThat(confirm(taro, proof("", justTooLongAgo.plusMillis(1)), proposal)).isEmpty();
    }

    @Test
    void aCodeConfirmsOnceHoweverOftenTheRequestIsSentAgain() {
        var one = proposed();
        var other = proposed();
        var code = Operators.code(clock.instant());

        assertThat(confirm(taro, proof(code, null), one)).isEmpty();

        assertThat(confirm(taro, proof(code, null), one)).contains(new IdentityRefusal.AlreadyDecided(State.CONFIRMED));
        assertThat(confirm(taro, proof(code, null), other)).contains(new IdentityRefusal.CodeWrong());
        assertThat(confirmations.find(other.id())).map(Proposal::state).contains(State.WAITING);
    }

    @Test
    void aCodeIsNotUsedUpByAConfirmationThatIsRefused() {
        var proposal = proposed();
        var code = Operators.code(clock.instant());

        assertThat(confirm(taro, proof(code, null), proposal.id(), "h2")).contains(new IdentityRefusal.ChangedSinceProposed());

        assertThat(confirm(taro, proof(code, null), proposal)).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsProposedOrConfirmed() {
        assertThatThrownBy(() -> confirmations.propose(hanako, "register.import", "s", "h"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Proposal proposed() {
        return transaction.execute(open -> confirmations.propose(hanako, "register.import", "list of 2021-09-13", "h1"));
    }

    private Optional<Refusal> confirm(Actor actor, UUID id, String seen) {
        return transaction.execute(open -> confirmations.confirm(actor, Operators.PROVEN, id, seen));
    }

    private Optional<Refusal> confirm(Actor actor, Proof proof, Proposal proposal) {
        return confirm(actor, proof, proposal.id(), "h1");
    }

    private Optional<Refusal> confirm(Actor actor, Proof proof, UUID id, String seen) {
        return transaction.execute(open -> confirmations.confirm(actor, proof, id, seen));
    }

    private static Proof proof(String code, @Nullable Instant passkeyAt) {
        return new Proof(code, passkeyAt, "192.0.2.1");
    }

    private Optional<Refusal> turnDown(Actor actor, UUID id, String reason) {
        return transaction.execute(open -> confirmations.turnDown(actor, id, reason));
    }

    private int lines(String deed, Proposal proposal) {
        return jdbc.sql("select count(*) from identity.trail where deed = :deed and subject = :subject")
                .param("deed", deed)
                .param("subject", "register.import " + proposal.id())
                .query(Integer.class)
                .single();
    }

    private static <A> List<A> atOnce(List<Callable<A>> senders) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(senders.size());
        try {
            var answers = senders.stream()
                    .map(sender -> pool.submit(() -> {
                        start.await();
                        return sender.call();
                    }))
                    .toList();
            start.countDown();
            var all = new ArrayList<A>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }
}
