// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class CorrectingWithTwoPersonsTest {

    private static final Basis BASIS = new Basis.ProviderAct("訂正の申出", FIRST_BATCH);

    @Autowired RecordEvents recordEvents;
    @Autowired ProposeCorrection proposeCorrection;
    @Autowired ConfirmCorrection confirmCorrection;
    @Autowired TurnDownCorrection turnDownCorrection;
    @Autowired WaitingCorrections waitingCorrections;
    @Autowired RegisterReading reading;
    @Autowired JdbcClient jdbc;

    private Actor hanako;
    private Actor taro;

    @BeforeEach
    void twoOperatorsAndAService() {
        hanako = Operators.add(jdbc, "山田 花子");
        taro = Operators.add(jdbc, "鈴木 太郎");
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "旧い名", "甲")));
    }

    @Test
    void nothingChangesUntilASecondPersonConfirms() {
        var proposed = proposed();

        assertThat(nameNow()).isEqualTo("旧い名");
        assertThat(waitingCorrections.waiting()).extracting(WaitingCorrections.Proposed::id).containsExactly(proposed.proposal());

        var result = confirmCorrection.handle(confirmation(taro, proposed, proposed.hash()));

        assertThat(result).isEqualTo(new ConfirmCorrection.Result.Confirmed(RegisterName.ISMAP, List.of(1L)));
        assertThat(nameNow()).isEqualTo("正しい名");
        assertThat(waitingCorrections.waiting()).isEmpty();
        var events = reading.events(RegisterName.ISMAP, service(1), null);
        assertThat(events.get(0).correctedBy()).isEqualTo(1L);
        assertThat(events.get(1).basis()).isEqualTo(BASIS);
        assertThat(events.get(1).recorderRole()).isEqualTo("operator");
    }

    @Test
    void theProposerDoesNotConfirm() {
        var proposed = proposed();

        assertThat(codes(confirmCorrection.handle(confirmation(hanako, proposed, proposed.hash())))).containsExactly("identity.same-person");
        assertThat(nameNow()).isEqualTo("旧い名");
    }

    @Test
    void whoeverHasNotProvenAnewWhoHeIsDoesNotConfirm() {
        var proposed = proposed();
        var unproven = new Proof("", null, "192.0.2.1");

        var result = confirmCorrection.handle(new ConfirmCorrection.Command(taro, unproven, id(), proposed.proposal(), proposed.hash()));

        assertThat(codes(result)).containsExactly("identity.proof-needed");
        assertThat(nameNow()).isEqualTo("旧い名");
        assertThat(waitingCorrections.waiting()).hasSize(1);
    }

    @Test
    void whoeverSawSomethingElseDoesNotConfirm() {
        var proposed = proposed();

        assertThat(codes(confirmCorrection.handle(confirmation(taro, proposed, "00".repeat(32)))))
                .containsExactly("identity.changed-since-proposed");
        assertThat(nameNow()).isEqualTo("旧い名");
    }

    @Test
    void whatWasRecordedMeanwhileMakesTheProposalStale() {
        var proposed = proposed();
        entered(recordEvents, granted(2, FIRST_BATCH, facts("C21-0002-2", "別", "乙")));

        assertThat(codes(confirmCorrection.handle(confirmation(taro, proposed, proposed.hash())))).containsExactly("register.changed-since");
        assertThat(nameNow()).isEqualTo("旧い名");
        assertThat(waitingCorrections.waiting()).as("it still waits: it can be turned down").hasSize(1);
    }

    @Test
    void aCorrectionThatWouldBeRefusedIsNotProposed() {
        var result = proposeCorrection.handle(new ProposeCorrection.Command(
                hanako, id(), RegisterName.ISMAP, List.of(new Corrected(9, null, "誤り")), BASIS));

        assertThat(result).isEqualTo(new ProposeCorrection.Result.Refused(List.of(new RegisterRefusal.EntryUnknown(9))));
        assertThat(waitingCorrections.waiting()).isEmpty();
    }

    @Test
    void whatIsTurnedDownIsNotConfirmed() {
        var proposed = proposed();

        assertThat(turnDownCorrection.handle(new TurnDownCorrection.Command(taro, id(), proposed.proposal(), "根拠が足りない")))
                .isEqualTo(new TurnDownCorrection.Result.TurnedDown());
        assertThat(codes(confirmCorrection.handle(confirmation(taro, proposed, proposed.hash())))).containsExactly("identity.already-decided");
        assertThat(nameNow()).isEqualTo("旧い名");
    }

    @Test
    @NthFailureOf({ProposeCorrection.class, ConfirmCorrection.class})
    void aCorrectionIsEnteredOnceOrNotAtAll() {
        var command = new ProposeCorrection.Command(hanako, id(), RegisterName.ISMAP, List.of(correction()), BASIS);
        NthFailure.of(() -> proposeCorrection.handle(command)).changesNothingAndARetryTakesEffectOnce();

        var proposed = (ProposeCorrection.Result.Proposed) proposeCorrection.handle(command);
        var confirmation = confirmation(taro, proposed, proposed.hash());
        NthFailure.of(() -> confirmCorrection.handle(confirmation)).changesNothingAndARetryTakesEffectOnce();
        assertThat(nameNow()).isEqualTo("正しい名");
    }

    @Test
    @NthFailureOf(TurnDownCorrection.class)
    void aCorrectionIsTurnedDownOnceOrNotAtAll() {
        var command = new TurnDownCorrection.Command(taro, id(), proposed().proposal(), "根拠が足りない");

        NthFailure.of(() -> turnDownCorrection.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private ProposeCorrection.Result.Proposed proposed() {
        return (ProposeCorrection.Result.Proposed) proposeCorrection.handle(
                new ProposeCorrection.Command(hanako, id(), RegisterName.ISMAP, List.of(correction()), BASIS));
    }

    private static Corrected correction() {
        return new Corrected(0, new RegisterEvent.Granted(service(1), FIRST_BATCH, facts("C21-0001-2", "正しい名", "甲")), "名称の誤り");
    }

    private static ConfirmCorrection.Command confirmation(Actor second, ProposeCorrection.Result.Proposed proposed, String hash) {
        return new ConfirmCorrection.Command(second, Operators.PROVEN, id(), proposed.proposal(), hash);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static List<String> codes(ConfirmCorrection.Result result) {
        return ((ConfirmCorrection.Result.Refused) result).why().stream().map(why -> why.code()).toList();
    }

    private String nameNow() {
        return reading.service(RegisterName.ISMAP, "C21-0001-2", FIRST_BATCH, null).orElseThrow().listed().name();
    }
}
