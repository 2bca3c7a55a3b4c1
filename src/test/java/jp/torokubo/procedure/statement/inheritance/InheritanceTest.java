// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.CheckStatement;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.DiscloseVersion;
import jp.torokubo.procedure.statement.EndDisclosure;
import jp.torokubo.procedure.statement.FreezeStatement;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementFixture;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.CarryOver;
import jp.torokubo.procedure.statement.inheritance.PlanResting.Chosen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Beta stands on alpha, which disclosed a version to it. */
@TorokuboTest
@FreshDatabase
class InheritanceTest {

    private static final String ALPHA_NUMBER = "7123456789012";
    private static final String BETA_NUMBER = "2120901007402";
    private static final String NOBODYS = "0".repeat(64);

    @Autowired ApplicationContext program;
    @Autowired MockMvc mvc;
    @Autowired PlanResting planResting;
    @Autowired ReadInheritance inheritance;
    @Autowired ReadStatement readStatement;
    @Autowired CheckStatement checkStatement;
    @Autowired ChangeAnswers changeAnswers;

    private Declarants they;
    private StatementFixture below;
    private StatementId above;
    private long parts;

    @BeforeEach
    void twoProviders() {
        they = new Declarants();
        below = StatementFixture.of(program, they.aiko, they.ofAlpha, BETA_NUMBER);
        above = Declarants.opened(program.getBean(OpenStatement.class), they.ben, they.ofBeta);
        parts = 0;
        pin(they.ben, above, below.version());
    }

    @Test
    void aTickedRowRestsOnTheVersionAndSaysSoAndStandsByItselfAgain() throws Exception {
        var here = at(they.ofBeta, above) + "/inheritance";
        assertThat(page(they.ben, here + "?base=base&chapter=9")).contains("個別管理策", "c-9.1.1.1", "開示を受けた版").doesNotContain("??");

        var done = sent(they.ben, form(here, "rows").param("row", "9.1.1.1"));
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(page(they.ben, done.getRedirectedUrl())).contains("1項目を変えました", "引き継いでいる");
        assertThat(whole(they.ben, above).answer("9.1.1.1").restsOn()).isEqualTo(new RestsOn(below.version(), "9.1.1.1"));
        var row = resting("9.1.1.1");
        assertThat(row.said()).isEqualTo(Choice.ADOPTED);
        assertThat(row.seen()).isTrue();
        assertThat(page(they.ben, at(they.ofBeta, above) + "/controls/9.1.1.1")).contains("アルファ基盤", "の 9.1.1.1 を引き継いでいます");
        assertThat(page(they.ben, "/en" + here + "?chapter=9")).contains("rests on it").doesNotContain("??");

        assertThat(sent(they.ben, form(here, "free").param("row", "9.1.1.1")).getStatus()).isEqualTo(302);
        assertThat(whole(they.ben, above).answer("9.1.1.1").restsOn()).isNull();
        assertThat(sent(they.ben, form(here, "chapter")).getStatus()).isEqualTo(302);
        assertThat(whole(they.ben, above).answer("9.1.1.1").restsOn()).isNotNull();
        assertThat(whole(they.ben, above).answer("9.1.1.2").restsOn()).as("left out below").isNull();
    }

    @Test
    void nothingRestsOnWhatTheBaseLeftOutOrDoesNotSay() throws Exception {
        assertThat(refused(they.ben, above, "9.1.1.2")).isEqualTo(new InheritanceRefusal.NotAdoptedBelow("9.1.1.2"));
        assertThat(refused(they.ben, above, "9.1.1.3")).isEqualTo(new InheritanceRefusal.NotInTheVersion("9.1.1.3"));
        assertThat(refused(they.ben, above)).isEqualTo(new InheritanceRefusal.NothingChosen());

        var said = sent(they.ben, form(at(they.ofBeta, above) + "/inheritance", "rows").param("row", "9.1.1.1").param("row", "9.1.1.2"));
        assertThat(said.getStatus()).isEqualTo(422);
        assertThat(said.getContentAsString(UTF_8)).contains("9.1.1.2 を選択していないため");
        assertThat(whole(they.ben, above).answer("9.1.1.1").restsOn()).as("all or none").isNull();
    }

    @Test
    void aVersionThatIsNotDisclosedIsAnsweredLikeOneThatIsNotThere() {
        wallsHold();
        World.withoutPolicies();
        try {
            wallsHold();
        } finally {
            World.withPolicies();
        }
    }

    private void wallsHold() {
        var bens = frozen(they.ben, above);
        var aikos = Declarants.opened(program.getBean(OpenStatement.class), they.aiko, they.ofAlpha);
        parts = 0;
        pin(they.aiko, aikos, bens);
        var toABens = refused(they.aiko, aikos, "9.1.1.1");
        var shownOfBens = inheritance.bases(they.aiko, whole(they.aiko, aikos)).get(0).changes();
        pin(they.aiko, aikos, NOBODYS);

        assertThat(toABens).isEqualTo(new InheritanceRefusal.BaseVersionUnknown()).isEqualTo(refused(they.aiko, aikos, "9.1.1.1"));
        assertThat(shownOfBens).extracting(BaseChange::kind).containsExactly(BaseChange.Kind.NOT_DISCLOSED);
        assertThat(inheritance.bases(they.aiko, whole(they.aiko, aikos)).get(0).changes()).extracting(BaseChange::kind)
                .containsExactly(BaseChange.Kind.NOT_DISCLOSED);
        assertThat(refused(they.aiko, above, "9.1.1.1")).isEqualTo(new StatementRefusal.StatementUnknown());
    }

    @Test
    void aRowNeverRestsOnItsOwnStatementAlsoNotThroughAnother() {
        changeAnswers.handle(change(they.ben, above, adopted("9.1.1.1", "自社の管理策")));
        var bens = frozen(they.ben, above);
        disclose(they.ben, bens, ALPHA_NUMBER);
        pin(they.ben, above, bens);
        assertThat(refused(they.ben, above, "9.1.1.1")).isEqualTo(new InheritanceRefusal.RestsOnItself("9.1.1.1"));

        changeAnswers.handle(change(they.aiko, below.statement(), AnswerEdit.of("9.1.1.1").withResting(new RestsOn(bens, "9.1.1.1"))));
        var circular = frozen(they.aiko, below.statement());
        disclose(they.aiko, circular, BETA_NUMBER);
        pin(they.ben, above, circular);
        assertThat(refused(they.ben, above, "9.1.1.1")).isEqualTo(new InheritanceRefusal.RestsOnItself("9.1.1.1"));
        assertThat(changed(above, new RestsOn(circular, "9.1.1.1"))).as("whatever way it comes")
                .isEqualTo(List.of(new InheritanceRefusal.RestsOnItself("9.1.1.1")));
        assertThat(whole(they.ben, above).answer("9.1.1.1").restsOn()).isNull();
    }

    @Test
    void aRowNeverRestsOnAnEarlierStatementOfItsOwnService() {
        changeAnswers.handle(change(they.ben, above, adopted("9.1.1.1", "自社の管理策")));
        var lastYears = frozen(they.ben, above);
        var thisYears = Declarants.opened(program.getBean(OpenStatement.class), they.ben, they.ofBeta);
        parts = 0;
        pin(they.ben, thisYears, lastYears);

        assertThat(refused(they.ben, thisYears, "9.1.1.1")).isEqualTo(new InheritanceRefusal.RestsOnItself("9.1.1.1"));
        assertThat(changed(thisYears, new RestsOn(lastYears, "9.1.1.1"))).isEqualTo(List.of(new InheritanceRefusal.RestsOnItself("9.1.1.1")));
    }

    @Test
    void whatWouldRestOnItselfIsCarriedOverWithoutResting() {
        changeAnswers.handle(change(they.ben, above, adopted("9.1.1.1", "自社の管理策")));
        var bens = frozen(they.ben, above);
        disclose(they.ben, bens, ALPHA_NUMBER);
        changeAnswers.handle(change(they.aiko, below.statement(), AnswerEdit.of("9.1.1.1").withResting(new RestsOn(bens, "9.1.1.1"))));
        var sister = frozen(they.aiko, below.statement());
        disclose(they.aiko, sister, BETA_NUMBER);
        World.said("update statement.answer set rests_on_version = ?, rests_on_control = '9.1.1.1' where statement = ? and control = '9.1.1.1'",
                sister, above.value());
        var thisYears = Declarants.opened(program.getBean(OpenStatement.class), they.ben, they.ofBeta);

        var taken = program.getBean(CarryOver.class).handle(new CarryOver.Command(
                command(), they.ben, thisYears, above, new CarryOver.Choice.Rows(Map.of("9.1.1.1", 0L), false)));

        assertThat(taken).isInstanceOf(CarryOver.Result.Taken.class);
        assertThat(whole(they.ben, thisYears).answer("9.1.1.1").isDescribed()).isTrue();
        assertThat(whole(they.ben, thisYears).answer("9.1.1.1").restsOn()).isNull();
    }

    @Test
    void aRowThatRestsOnAVersionNobodyNamesAnyMoreIsNoticed() throws Exception {
        sent(they.ben, form(at(they.ofBeta, above) + "/inheritance", "rows").param("row", "9.1.1.1"));
        assertThat(rules()).doesNotContain("rests-on-no-base", "rests-on-not-adopted").contains("rests-on-unregistered");

        program.getBean(SavePart.class).handle(new SavePart.Command(command(), they.ben, above, parts, new Content.BaseServices(true, List.of())));

        assertThat(rules()).contains("rests-on-no-base");
    }

    private List<Refusal> changed(StatementId statement, RestsOn on) {
        var result = changeAnswers.handle(change(they.ben, statement, AnswerEdit.of("9.1.1.1").withResting(on)));
        return ((ChangeAnswers.Result.NotChanged) result).troubles().stream().flatMap(trouble -> trouble.why().stream()).toList();
    }

    @Test
    void aNewerVersionAndAnEndedDisclosureShowAboveAndTheRowKeepsWhatItSays() throws Exception {
        var here = at(they.ofBeta, above) + "/inheritance";
        sent(they.ben, form(here, "rows").param("row", "9.1.1.1"));
        assertThat(rules()).doesNotContain("base-version-newer", "base-version-not-disclosed");

        program.getBean(jp.torokubo.SettableClock.class).advance(java.time.Duration.ofDays(1));
        changeAnswers.handle(change(they.aiko, below.statement(), adopted("9.1.1.3", "新しい管理策")));
        disclose(they.aiko, frozen(they.aiko, below.statement()), BETA_NUMBER);
        assertThat(page(they.ben, here)).contains("新しい版があります");
        assertThat(rules()).contains("base-version-newer");

        program.getBean(EndDisclosure.class).handle(
                new EndDisclosure.Command(command(), they.aiko, below.version(), below.disclosure()));
        assertThat(page(they.ben, here)).contains("開示されていないか、開示が終わっています").doesNotContain("個別管理策");
        assertThat(rules()).contains("base-version-not-disclosed");
        var row = resting("9.1.1.1");
        assertThat(row.on()).isEqualTo(new RestsOn(below.version(), "9.1.1.1"));
        assertThat(row.seen()).isFalse();
        assertThat(row.said()).isNull();
    }

    private ReadInheritance.RestingRow resting(String control) {
        return inheritance.row(they.ben, above, whole(they.ben, above).answer(control)).orElseThrow();
    }

    private List<String> rules() {
        var checked = (CheckStatement.Result.Checked) checkStatement.whole(they.ben, they.ofBeta, above);
        return checked.remarks().all().stream().map(Remark::rule).toList();
    }

    private void pin(Actor actor, StatementId statement, String version) {
        var saved = program.getBean(SavePart.class).handle(new SavePart.Command(command(), actor, statement, parts, new Content.BaseServices(
                false, List.of(new BaseService("base", Wording.of("アルファ基盤"), null, version)))));
        parts = ((SavePart.Result.Saved) saved).version();
    }

    private String frozen(Actor actor, StatementId statement) {
        var result = program.getBean(FreezeStatement.class).handle(new FreezeStatement.Command(command(), actor, statement));
        return result instanceof FreezeStatement.Result.Frozen done ? done.hash()
                : program.getBean(jp.torokubo.procedure.statement.ReadVersions.class).of(actor, statement).get(0).hash();
    }

    private void disclose(Actor actor, String version, String receiver) {
        program.getBean(DiscloseVersion.class).handle(new DiscloseVersion.Command(command(), actor, version, receiver, "相手"));
    }

    private Refusal refused(Actor actor, StatementId statement, String... controls) {
        var result = planResting.handle(new PlanResting.Asked(actor, statement, "base", new Chosen.Rows(List.of(controls))));
        return ((PlanResting.Result.Refused) result).why();
    }

    private WholeStatement whole(Actor actor, StatementId statement) {
        return ((ReadStatement.Result.Read) readStatement.whole(actor, statement)).whole();
    }

    private static String at(DossierId dossier, StatementId statement) {
        return "/desk/dossiers/" + dossier.value() + "/statements/" + statement.value();
    }

    private static MockHttpServletRequestBuilder form(String address, String deed) {
        return post(URI.create(address)).param("commandId", UUID.randomUUID().toString()).param("base", "base").param("chapter", "9")
                .param("deed", deed);
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = sent(actor, get(URI.create(address)));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse sent(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Operators.signedIn(actor)).with(csrf())).andReturn().getResponse();
    }
}
