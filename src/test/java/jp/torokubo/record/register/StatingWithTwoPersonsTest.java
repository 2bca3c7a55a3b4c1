// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class StatingWithTwoPersonsTest {

    private static final PublicStatement STATEMENT = Statements.of("例のクラウド");
    private static final LocalDate DAY = LocalDate.of(2021, 4, 1);

    @Autowired RecordEvents recordEvents;
    @Autowired ProposeStatement proposeStatement;
    @Autowired ConfirmStatement confirmStatement;
    @Autowired TurnDownStatement turnDownStatement;
    @Autowired StatementProposals proposals;
    @Autowired StatementReading statements;
    @Autowired RegisterReading reading;
    @Autowired JdbcClient jdbc;

    private Actor hanako;
    private Actor taro;

    @BeforeEach
    void twoOperatorsAndAService() {
        hanako = Operators.add(jdbc, "山田 花子");
        taro = Operators.add(jdbc, "鈴木 太郎");
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "例のクラウド", "甲")));
    }

    @Test
    void nothingIsShownUntilASecondPersonConfirms() {
        var proposed = proposed();
        assertThat(shown(DAY)).isNull();

        var result = confirmStatement.handle(confirmation(taro, proposed, proposed.hash()));

        assertThat(result).isEqualTo(new ConfirmStatement.Result.Confirmed(RegisterName.ISMAP, 1L));
        assertThat(shown(DAY)).isEqualTo(STATEMENT);
        assertThat(shown(DAY.minusDays(1))).as("the day before it stands").isNull();
        assertThat(proposals.waiting()).isEmpty();
        var event = reading.events(RegisterName.ISMAP, service(1), null).get(1);
        assertThat(event.basis()).isEqualTo(new Basis.ProviderAct("凍結した言明書の提出", DAY));
        assertThat(event.recorderRole()).isEqualTo("operator");
    }

    @Test
    void theProposerDoesNotConfirmNorWhoeverSawSomethingElseOrHasNotProvenWhoHeIs() {
        var proposed = proposed();
        var unproven = new ConfirmStatement.Command(taro, new Proof("", null, "192.0.2.1"), id(), proposed.proposal(), proposed.hash());

        assertThat(codes(confirmStatement.handle(confirmation(hanako, proposed, proposed.hash())))).containsExactly("identity.same-person");
        assertThat(codes(confirmStatement.handle(confirmation(taro, proposed, "00".repeat(32)))))
                .containsExactly("identity.changed-since-proposed");
        assertThat(codes(confirmStatement.handle(unproven))).containsExactly("identity.proof-needed");
        assertThat(shown(DAY)).isNull();
    }

    @Test
    void whatWasRecordedMeanwhileMakesTheProposalStale() {
        var proposed = proposed();
        entered(recordEvents, granted(2, FIRST_BATCH, facts("C21-0002-2", "別", "乙")));

        assertThat(codes(confirmStatement.handle(confirmation(taro, proposed, proposed.hash())))).containsExactly("register.changed-since");
        assertThat(shown(DAY)).isNull();
    }

    @Test
    void whatIsTurnedDownIsNotConfirmed() {
        var proposed = proposed();

        assertThat(turnDownStatement.handle(new TurnDownStatement.Command(taro, id(), proposed.proposal(), "別の版")))
                .isEqualTo(new TurnDownStatement.Result.TurnedDown());
        assertThat(codes(confirmStatement.handle(confirmation(taro, proposed, proposed.hash())))).containsExactly("identity.already-decided");
        assertThat(shown(DAY)).isNull();
    }

    @Test
    void whatIsWrongIsSaidFieldByFieldAndNothingIsProposed() {
        assertThat(impossible(new ProposeStatement.Command(hanako, id(), null, "", "", " ", "2021-02-30")))
                .containsEntry("file", "register.statement-file-missing")
                .containsEntry("service", "register.field-missing")
                .containsEntry("effectiveOn", "register.field-missing")
                .containsEntry("what", "register.field-missing")
                .containsKey("actOn");
        assertThat(impossible(command("C99-0001-2", "2021-04-01", STATEMENT))).isEqualTo(Map.of("service", "register.service-not-found"));
        assertThat(impossible(command("C21-0001-2", "2021-03-11", STATEMENT)))
                .isEqualTo(Map.of("effectiveOn", "register.service-not-registered"));
        var otherEdition = new PublicStatement(
                StatementHashes.version("1999-01", StatementHashes.section(STATEMENT.rows()), STATEMENT.agencies(), STATEMENT.restricted()),
                "1999-01", STATEMENT.agencies(), STATEMENT.restricted(), STATEMENT.rows());
        assertThat(impossible(command("C21-0001-2", "2021-04-01", otherEdition)))
                .isEqualTo(Map.of("file", "register.statement-edition-unknown"));
        assertThat(proposals.waiting()).isEmpty();
    }

    @Test
    void aVersionThatIsShownAlreadyIsNotShownAgain() {
        entered(recordEvents, new RegisterEvent.StatementStated(service(1), DAY, STATEMENT));

        assertThat(impossible(command("C21-0001-2", "2021-05-01", STATEMENT))).isEqualTo(Map.of("file", "register.statement-already-there"));
    }

    /** Past every form and file: the register itself does not take in rows other than those the version was frozen with. */
    @Test
    void noEventCarriesAStatementWhoseHashDoesNotHold() {
        var rows = STATEMENT.rows().subList(0, STATEMENT.rows().size());
        var broken = new PublicStatement("00".repeat(32), STATEMENT.edition(), STATEMENT.agencies(), STATEMENT.restricted(), rows);

        var result = recordEvents.handle(Given.command(new RegisterEvent.StatementStated(service(1), DAY, broken)));

        assertThat(((RecordEvents.Result.Refused) result).why().get(0).why().code()).isEqualTo("register.statement-wrong-hash");
    }

    @Test
    void aRegistrationGrantedAnewBeginsWithoutOneAndACorrectionTakesOneBack() {
        entered(recordEvents, new RegisterEvent.StatementStated(service(1), DAY, STATEMENT));
        var known = reading.standing(RegisterName.ISMAP, null).knownAt();
        entered(recordEvents, new RegisterEvent.Withdrawn(service(1), DAY.plusDays(10)),
                new RegisterEvent.Granted(service(1), DAY.plusDays(20), facts("C21-0001-2", "例のクラウド", "甲")));

        assertThat(shown(DAY.plusDays(9))).isEqualTo(STATEMENT);
        assertThat(shown(DAY.plusDays(20))).isNull();

        entered(recordEvents, new RegisterEvent.Corrected(1, null, "別のサービスの言明書だった"));
        assertThat(shown(DAY)).isNull();
        assertThat(statements.of(RegisterName.ISMAP, service(1), DAY, known).orElseThrow().statement())
                .as("what was known stays known").isEqualTo(STATEMENT);
    }

    @Test
    @NthFailureOf({ProposeStatement.class, ConfirmStatement.class})
    void aStatementIsShownOnceOrNotAtAll() {
        var command = command("C21-0001-2", "2021-04-01", STATEMENT);
        NthFailure.of(() -> proposeStatement.handle(command)).changesNothingAndARetryTakesEffectOnce();

        var proposed = (ProposeStatement.Result.Proposed) proposeStatement.handle(command);
        var confirmation = confirmation(taro, proposed, proposed.hash());
        NthFailure.of(() -> confirmStatement.handle(confirmation)).changesNothingAndARetryTakesEffectOnce();
        assertThat(shown(DAY)).isEqualTo(STATEMENT);
    }

    @Test
    @NthFailureOf(TurnDownStatement.class)
    void aStatementIsTurnedDownOnceOrNotAtAll() {
        var command = new TurnDownStatement.Command(taro, id(), proposed().proposal(), "別の版");

        NthFailure.of(() -> turnDownStatement.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private ProposeStatement.Result.Proposed proposed() {
        return (ProposeStatement.Result.Proposed) proposeStatement.handle(command("C21-0001-2", "2021-04-01", STATEMENT));
    }

    private ProposeStatement.Command command(String service, String day, PublicStatement statement) {
        return new ProposeStatement.Command(
                hanako, id(), Statements.file(statement), service, day, "凍結した言明書の提出", "2021-04-01");
    }

    private Map<String, String> impossible(ProposeStatement.Command command) {
        var fields = ((ProposeStatement.Result.Impossible) proposeStatement.handle(command)).fields();
        return fields.entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, one -> one.getValue().code()));
    }

    private static ConfirmStatement.Command confirmation(Actor second, ProposeStatement.Result.Proposed proposed, String hash) {
        return new ConfirmStatement.Command(second, Operators.PROVEN, id(), proposed.proposal(), hash);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static List<String> codes(ConfirmStatement.Result result) {
        return ((ConfirmStatement.Result.Refused) result).why().stream().map(Refusal::code).toList();
    }

    private @org.jspecify.annotations.Nullable PublicStatement shown(LocalDate day) {
        return statements.of(RegisterName.ISMAP, service(1), day, null).map(StatementReading.Stated::statement).orElse(null);
    }
}
