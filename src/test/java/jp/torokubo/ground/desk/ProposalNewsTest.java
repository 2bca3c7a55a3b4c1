// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.desk.mail.MailTest;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever proposed something learns what became of it. */
class ProposalNewsTest extends MailTest {

    private static final String IMPORT = "register.import";

    @Autowired ProposalNews news;
    @Autowired Confirmations confirmations;
    @Autowired Messages messages;

    private final UUID subject = UUID.fromString("01930000-0000-7000-8000-000000000005");

    @Test
    void theProposerIsToldThatItWasConfirmedAndWhere() {
        var hanako = person("山田 花子");
        var taro = person("佐藤 太郎");
        var proposal = proposedBy(hanako);
        inTransaction(() -> confirmations.confirm(taro, Operators.PROVEN, proposal, "hash"));
        decided(taro, proposal);

        assertThat(told(hanako)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(ProposalNews.CONFIRMED);
            assertThat(message.subject()).isEqualTo(Subject.of("register.desk.import.kind"));
            assertThat(message.place()).isEqualTo(new Place("/operator/imports/" + subject));
        });
        assertThat(told(taro)).isEmpty();
    }

    @Test
    void theProposerIsToldThatItWasTurnedDown() {
        var hanako = person("山田 花子");
        var taro = person("佐藤 太郎");
        var proposal = proposedBy(hanako);
        inTransaction(() -> confirmations.turnDown(taro, proposal, "写し誤り"));
        decided(taro, proposal);

        assertThat(told(hanako)).singleElement().extracting(Messages.Shown::kind).isEqualTo(ProposalNews.TURNED_DOWN);
    }

    @Test
    void nobodyIsToldWhatHeHasDecidedHimselfOrWhatStillWaits() {
        var hanako = person("山田 花子");
        var taro = person("佐藤 太郎");
        var own = proposedBy(hanako);
        inTransaction(() -> confirmations.turnDown(hanako, own, "取りやめ"));
        decided(hanako, own);
        decided(taro, proposedBy(hanako));

        assertThat(told(hanako)).isEmpty();
        assertThat(told(taro)).isEmpty();
    }

    private UUID proposedBy(Actor person) {
        return inTransaction(() -> confirmations.propose(person, IMPORT, subject.toString(), "hash").id());
    }

    private void decided(Actor by, UUID proposal) {
        transaction.executeWithoutResult(open -> news.decided(by, proposal));
    }

    private List<Messages.Shown> told(Actor person) {
        return inTransaction(() -> messages.of(walls.enter(person), true, null, 10));
    }
}
