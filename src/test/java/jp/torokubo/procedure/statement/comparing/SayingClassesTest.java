// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.comparing.ChangeClass.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.ClassRefusal;
import jp.torokubo.procedure.statement.ClassifyChange;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.FreezeStatement;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Other;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Result.Compared;
import jp.torokubo.procedure.statement.store.SaidClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Two years of one service: a description whose words propose a class, and one for which none do. */
@TorokuboTest
@FreshDatabase
class SayingClassesTest {

    private static final String PROPOSED = "12.4.1.1";
    private static final String UNTOLD = "9.1.1.1";

    @Autowired OpenStatement openStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired FreezeStatement freezeStatement;
    @Autowired ClassifyChange classify;
    @Autowired CompareStatements compare;
    @Autowired SettableClock clock;
    @Autowired SaidClasses saidClasses;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient database;
    @Autowired MockMvc mvc;

    private Declarants they;
    private StatementId last;
    private StatementId now;

    @BeforeEach
    void twoYears() {
        they = new Declarants();
        last = opened("2024年度", "2022-04");
        written(last, adopted(PROPOSED, "ログを年１回点検する。"), adopted(UNTOLD, "教育を行う。"));
        clock.advance(Duration.ofMinutes(1));
        now = opened("2025年度", "2024-07");
        written(now, adopted(PROPOSED, "ログを年４回点検する。"), adopted(UNTOLD, "訓練を行う。"));
    }

    @Test
    void whatIsSaidHoldsInsteadOfTheProposalAndTheProposalStaysBesideIt() {
        said(they.yuki, PROPOSED, PROCEDURE, "手順書の改定による");
        said(they.aiko, UNTOLD, WORDING, "");

        assertThat(row(PROPOSED).classes()).containsExactly(PROCEDURE);
        assertThat(row(PROPOSED).proposal().kind()).isEqualTo(OPERATION);
        assertThat(row(PROPOSED).said().why()).isEqualTo("手順書の改定による");
        assertThat(row(UNTOLD).classes()).containsExactly(WORDING);
        assertThat(row(UNTOLD).change()).isFalse();
        assertThat(compared().comparison().counts()).containsOnlyKeys(PROCEDURE, WORDING);
        assertThat(compared().comparison().proposed(PROCEDURE)).isZero();
        assertThat(compared().people()).containsOnly(
                Map.entry(they.yuki.person(), "結城 由紀"), Map.entry(they.aiko.person(), "青木 愛子"));
    }

    @Test
    void itHoldsWhereverTheSameRowGoesFromTheSameTextToTheSameText() {
        said(they.yuki, UNTOLD, REALISATION, "");
        var frozen = ((FreezeStatement.Result.Frozen) freezeStatement.handle(new FreezeStatement.Command(command(), they.aiko, last))).hash();

        assertThat(row(now, new Other.Frozen(frozen), UNTOLD).classes()).as("against a version").containsExactly(REALISATION);
        assertThat(row(last, new Other.AsItStands(now), UNTOLD).classes()).as("from the other side").containsExactly(REALISATION);
        written(now, AnswerEdit.of(UNTOLD).withRealisations(List.of(Realisation.throughout(new Wording("訓練を行う。", "Drills are held.")))));
        assertThat(row(UNTOLD).classes()).as("the English says nothing").containsExactly(REALISATION);
        clock.advance(Duration.ofMinutes(1));
        var further = opened("写し", "2024-07");
        written(further, adopted(UNTOLD, "教育を行う。"), adopted("9.1.1.2", "教育を行う。"));
        written(now, adopted("9.1.1.2", "訓練を行う。"));
        assertThat(row(now, new Other.AsItStands(further), UNTOLD).classes()).as("the other way round").containsExactly(UNDECIDED);
        written(last, adopted("9.1.1.2", "教育を行う。"));
        assertThat(row("9.1.1.2").classes()).as("another row").containsExactly(UNDECIDED);
        written(further, adopted(UNTOLD, "訓練を行う。"));
        assertThat(row(last, new Other.AsItStands(further), UNTOLD).classes()).as("said of this year's, not of the third").containsExactly(UNDECIDED);
    }

    @Test
    void itLapsesWhenEitherTextChangesAndHoldsAgainWhenItIsPutBack() {
        said(they.yuki, UNTOLD, REALISATION, "");

        written(now, adopted(UNTOLD, "演習を行う。"));
        assertThat(row(UNTOLD).said()).isNull();
        assertThat(row(UNTOLD).classes()).containsExactly(UNDECIDED);
        written(now, adopted(UNTOLD, "訓練を行う。"));
        assertThat(row(UNTOLD).classes()).containsExactly(REALISATION);
        written(last, adopted(UNTOLD, "研修を行う。"));
        assertThat(row(UNTOLD).classes()).containsExactly(UNDECIDED);
    }

    @Test
    void theNewestWordWinsAndItCanBeTakenBackAndNothingIsRemoved() {
        said(they.yuki, PROPOSED, PROCEDURE, "");
        said(they.aiko, PROPOSED, TOOL, "");
        assertThat(row(PROPOSED).classes()).containsExactly(TOOL);

        said(they.yuki, PROPOSED, UNDECIDED, "聞き直す");
        assertThat(row(PROPOSED).classes()).containsExactly(UNDECIDED);
        assertThat(row(PROPOSED).isCertain()).isFalse();
        assertThat(row(PROPOSED).proposal().kind()).isEqualTo(OPERATION);
        said(they.aiko, PROPOSED, TOOL, "");
        assertThat(row(PROPOSED).classes()).containsExactly(TOOL);
        assertThat(words(they.yuki)).extracting(SaidClass::kind).containsExactly(PROCEDURE, TOOL, UNDECIDED, TOOL);
        assertThat(database.sql("select has_table_privilege('torokubo_app', 'statement.said_class', 'update, delete, truncate')")
                .query(Boolean.class).single()).isFalse();
    }

    @Test
    void nothingIsSaidOfWhatIsNoChangedDescriptionOrNotTheOneThatWasSeen() {
        for (var kind : List.of("newly-selected", "owner", "translation", "", "x")) {
            assertThat(say(they.yuki, row(UNTOLD), kind, "")).as(kind).isEqualTo(refused(new ClassRefusal.ClassNotChosen()));
        }
        assertThat(say(they.yuki, row(UNTOLD), "tool", "あ".repeat(1001))).isEqualTo(refused(new StatementRefusal.TextTooLong("why", 1000, 1001)));

        var seen = row(UNTOLD);
        written(now, adopted(UNTOLD, "演習を行う。"));
        assertThat(say(they.yuki, seen, "tool", "")).isEqualTo(refused(new ClassRefusal.ComparedTextChanged()));
        written(now, adopted(UNTOLD, "訓練を行う。"));
        written(last, adopted(UNTOLD, "研修を行う。"));
        assertThat(say(they.yuki, seen, "tool", "")).isEqualTo(refused(new ClassRefusal.ComparedTextChanged()));
        written(now, Declarants.leftOut(UNTOLD, "不要"));
        assertThat(say(they.yuki, seen, "tool", "")).isEqualTo(refused(new ClassRefusal.DifferenceGone()));
        assertThat(words(they.yuki)).as("nothing was kept").isEmpty();
    }

    @Test
    void strangersSayNothingWithEitherGuardAloneAndAnAuditorOnlyReads() {
        var seen = row(UNTOLD);
        said(they.yuki, UNTOLD, TOOL, "内輪の理由");
        strangersSayNothing(seen);
        World.withoutPolicies();
        try {
            strangersSayNothing(seen);
        } finally {
            World.withPolicies();
        }
        assertThat(say(they.jiro, seen, "tool", "")).isEqualTo(refused(new StatementRefusal.OnlyTheProviderWrites()));
        assertThat(((Compared) compared(they.jiro, now, new Other.AsItStands(last))).comparison().counts()).containsKey(TOOL);
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());
        assertThat(say(they.yuki, seen, "tool", "")).isEqualTo(refused(new StatementRefusal.DossierClosed()));
    }

    private void strangersSayNothing(RowDifference seen) {
        for (var stranger : they.strangers()) {
            assertThat(say(stranger, seen, "tool", "")).isEqualTo(refused(new StatementRefusal.StatementUnknown()));
            assertThat(words(stranger)).isEmpty();
        }
    }

    @Test
    void aQueryWithoutConditionsFindsAWordOnlyWithinReach() {
        said(they.yuki, UNTOLD, TOOL, "");

        assertThat(found(they.yuki)).isEqualTo(1);
        assertThat(found(they.jiro)).isEqualTo(1);
        assertThat(they.strangers()).allSatisfy(stranger -> assertThat(found(stranger)).isZero());
        assertThat(database.sql("select count(*) from statement.said_class").query(Long.class).single()).as("nobody has entered").isZero();
    }

    @Test
    @NthFailureOf(ClassifyChange.class)
    void aClassIsSaidOnceOrNotAtAll() {
        var row = row(UNTOLD);
        var word = new ClassifyChange.Command(
                command(), they.yuki, now, new Other.AsItStands(last), UNTOLD, row.wasText(), row.isText(), "tool", "システムにした");

        NthFailure.of(() -> classify.handle(word)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    void aClassIsSaidByAFormThatNeedsNoScriptInBothLanguages() throws Exception {
        var undecided = page(they.yuki, diff() + "&class=undecided");
        assertThat(undecided).contains("区分を申告する", "選んでください", "言い回しだけの変更", "<details class=\"tb-noprint\" open").doesNotContain("??");
        assertThat(page(they.yuki, diff())).contains("運用方法の変更（様式・記録・頻度）（案）").doesNotContain("<details class=\"tb-noprint\" open");

        var sent = sent(form(undecided, UNTOLD, "wording").param("class", "undecided").param("why", "意味は同じ<b>\n二行目"), they.yuki);
        assertThat(sent.getRedirectedUrl()).isEqualTo(diff() + "&class=undecided&said=1#c-" + UNTOLD);
        sent(form(page(they.yuki, diff()), PROPOSED, "operation"), they.aiko);

        assertThat(page(they.yuki, diff() + "&said=1")).contains(
                        "区分を保存しました", "意味は同じ&lt;b&gt;<br>二行目", "結城 由紀", "青木 愛子", "申告した区分", "語による案：なし",
                        "語による案：運用方法の変更", "区分を改める", "未定に戻す")
                .doesNotContain("（案）", "??", "結城 由紀</b><span", World.loginOf(they.yuki.person()));
        assertThat(page(they.yuki, diff() + "&class=wording")).contains(UNTOLD).doesNotContain("c-" + PROPOSED);
        assertThat(page(they.aiko, "/en" + diff())).contains(
                "Change of wording only", "Class as declared", "Proposed from words: none", "Say it anew", "take back").doesNotContain("??");
        assertThat(page(they.jiro, diff())).as("the auditor reads it").contains("申告した区分", "結城 由紀").doesNotContain("区分を改める");
        assertThat(page(they.jiro, diff())).doesNotContain("言明書に書けるのは");

        assertThat(sheet(diff("xlsx"))).contains("言い回しだけの変更", "意味は同じ<b>\n二行目", "結城 由紀", "運用方法の変更（様式・記録・頻度）");
        assertThat(sheet("/en" + diff("xlsx") + "&class=wording")).contains("Class declared by").doesNotContain(PROPOSED);
        assertThat(answer(they.yuki, diff("pdf")).getContentAsString(StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void whatWasTypedIsNotLostWhereItCannotBeKept() throws Exception {
        var page = page(they.yuki, diff());
        var none = sent(form(page, UNTOLD, "").param("why", "書いた理由"), they.yuki);
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(none.getContentAsString(StandardCharsets.UTF_8)).contains("区分が選ばれていません", "href=\"#said-" + UNTOLD, ">書いた理由</textarea>");

        written(now, adopted(UNTOLD, "演習を行う。"));
        var late = sent(form(page, UNTOLD, "tool").param("why", "書いた理由"), they.yuki);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("書き換えられました", ">書いた理由</textarea>", "value=\"tool\" selected");

        written(now, Declarants.leftOut(UNTOLD, "不要"));
        var gone = sent(form(page, UNTOLD, "tool").param("why", "書いた理由"), they.yuki);
        assertThat(gone.getStatus()).isEqualTo(409);
        assertThat(gone.getContentAsString(StandardCharsets.UTF_8)).contains("もう違いはありません", "入力した理由（保存していません）", "書いた理由");
    }

    @Test
    void afterARowThatHasLeftTheFilterTheListGoesOnBehindIt() throws Exception {
        written(last, adopted("9.1.1.2", "教育を行う。"));
        written(now, adopted("9.1.1.2", "訓練を行う。"));
        said(they.yuki, UNTOLD, TOOL, "");

        assertThat(page(they.yuki, diff() + "&class=undecided&after=" + UNTOLD)).contains("id=\"c-9.1.1.2\"");
        assertThat(page(they.yuki, diff() + "&class=undecided&after=9.1.1.2")).doesNotContain("id=\"c-9.1.1.2\"");
    }

    private MockHttpServletRequestBuilder form(String page, String control, String kind) {
        var form = Pattern.compile("name=\"commandId\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"to\" value=\"([^\"]+)\">.{0,160}?"
                + "name=\"control\" value=\"" + Pattern.quote(control) + "\"><input type=\"hidden\" name=\"was\" value=\"([^\"]+)\">"
                + "<input type=\"hidden\" name=\"is\" value=\"([^\"]+)\">").matcher(page);
        assertThat(form.find()).isTrue();
        return post(URI.create(at() + "/diff")).with(csrf()).param("commandId", form.group(1)).param("to", form.group(2))
                .param("control", control).param("was", form.group(3)).param("is", form.group(4)).param("said", kind);
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder form, Actor actor) throws Exception {
        return mvc.perform(form.with(Operators.signedIn(actor))).andReturn().getResponse();
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = answer(actor, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Operators.signedIn(actor))).andReturn().getResponse();
    }

    private List<String> sheet(String address) throws Exception {
        return ReadHere.xlsx(answer(they.yuki, address).getContentAsByteArray()).get(0).rows().stream()
                .flatMap(row -> row.cells().stream()).toList();
    }

    private String diff() {
        return at() + "/diff?to=" + last.value();
    }

    private String diff(String kind) {
        return at() + "/diff." + kind + "?to=" + last.value();
    }

    private String at() {
        return "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + now.value();
    }

    private List<SaidClass> words(Actor actor) {
        return transaction.execute(open -> saidClasses.of(walls.enter(actor), List.of(now)));
    }

    private long found(Actor actor) {
        return transaction.execute(open -> {
            walls.enter(actor);
            return database.sql("select count(*) from statement.said_class").query(Long.class).single();
        });
    }

    private void said(Actor actor, String control, ChangeClass kind, String why) {
        assertThat(say(actor, row(control), kind.code(), why)).isInstanceOf(ClassifyChange.Result.Said.class);
    }

    private ClassifyChange.Result say(Actor actor, RowDifference seen, String kind, String why) {
        return classify.handle(new ClassifyChange.Command(
                command(), actor, now, new Other.AsItStands(last), seen.row().number(), seen.wasText(), seen.isText(), kind, why));
    }

    private static ClassifyChange.Result refused(Refusal why) {
        return new ClassifyChange.Result.Refused(why);
    }

    private RowDifference row(String control) {
        return row(now, new Other.AsItStands(last), control);
    }

    private RowDifference row(StatementId statement, Other to, String control) {
        return ((Compared) compared(they.yuki, statement, to)).comparison().rows().stream()
                .filter(row -> row.row().number().equals(control)).findFirst().orElseThrow();
    }

    private Compared compared() {
        return (Compared) compared(they.yuki, now, new Other.AsItStands(last));
    }

    private CompareStatements.Result compared(Actor actor, StatementId statement, Other to) {
        return compare.handle(new CompareStatements.Asked(actor, statement, to));
    }

    private StatementId opened(String title, String edition) {
        return ((OpenStatement.Result.Opened) openStatement.handle(
                        new OpenStatement.Command(command(), they.aiko, they.ofAlpha, title, edition, null)))
                .statement();
    }

    private void written(StatementId statement, AnswerEdit... edits) {
        assertThat(changeAnswers.handle(change(they.yuki, statement, edits))).isInstanceOf(ChangeAnswers.Result.Changed.class);
    }
}
