// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.World;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.UndoDeed;
import jp.torokubo.procedure.statement.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Last year's statement of the edition 2022-04, carried over into this year's of 2024-07. */
@TorokuboTest
@FreshDatabase
class CarryingOverTest {

    private static final String UNCHANGED = "12.4.1.1";
    private static final String REWORDED = "9.2.3.11.PB";

    @Autowired OpenStatement openStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired ReadStatement readStatement;
    @Autowired UndoDeed undoDeed;
    @Autowired CarryOver carryOver;
    @Autowired CarryParts carryParts;
    @Autowired SavePart savePart;
    @Autowired CompareStatements compare;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    private Correspondents they;
    private StatementId last;
    private StatementId now;

    @BeforeEach
    void twoYears() {
        they = new Correspondents();
        last = opened(they.yuki, they.ofAlpha, "2024年度", "2022-04", null);
        written(they.yuki, last, adopted(UNCHANGED, "ログを年１回点検する。").withOwner(login(they.yuki)), adopted(REWORDED, "多要素認証を用いる。"));
        clock.advance(java.time.Duration.ofMinutes(1));
        now = opened(they.yuki, they.ofAlpha, "2025年度", "2024-07", last);
    }

    @Test
    void whatIsUnchangedIsTakenOverOnceAndCanBeUndone() {
        var command = command(they.yuki, now, last, new CarryOver.Choice.AllUnchanged());

        var taken = (CarryOver.Result.Taken) carryOver.handle(command);

        assertThat(taken.taken()).isEqualTo(1);
        assertThat(carryOver.handle(command)).isEqualTo(taken);
        assertThat(answer(UNCHANGED).described()).isEqualTo("ログを年１回点検する。");
        assertThat(answer(REWORDED).isUntouched()).isTrue();
        undoDeed.handle(new UndoDeed.Command(id(), they.yuki, now, Objects.requireNonNull(taken.batch())));
        assertThat(answer(UNCHANGED).described()).isEmpty();
        assertThat(carryOver.handle(command(they.yuki, now, last, new CarryOver.Choice.AllUnchanged())))
                .isInstanceOfSatisfying(CarryOver.Result.Taken.class, again -> assertThat(again.taken()).isEqualTo(1));
    }

    @Test
    void aChosenRowThatSomebodyChangedMeanwhileIsNotWrittenOver() {
        written(they.aiko, now, adopted(REWORDED, "今年の記載。"));

        var result = carryOver.handle(command(they.yuki, now, last, new CarryOver.Choice.Rows(Map.of(REWORDED, 0L), true)));

        assertThat(result).isInstanceOfSatisfying(CarryOver.Result.NotTaken.class, not -> assertThat(not.troubles())
                .extracting(ChangeAnswers.Trouble::control).containsExactly(REWORDED));
        assertThat(answer(REWORDED).described()).isEqualTo("今年の記載。");
        carryOver.handle(command(they.yuki, now, last, new CarryOver.Choice.Rows(Map.of(REWORDED, 1L), true)));
        assertThat(answer(REWORDED).described()).isEqualTo("多要素認証を用いる。");
    }

    @Test
    void nothingGoesFromOneProviderToAnotherThoughAnAdviserWorksForBoth() {
        var adviser = World.person("両方 助言", Caller.ADVISER, World.organisation(OrganisationKind.ADVISER, "助言社"));
        World.assign(they.ofAlpha, adviser, Part.ADVISER, false);
        World.assign(they.ofBeta, adviser, Part.ADVISER, false);
        var ofBeta = opened(they.ben, they.ofBeta, "2025年度", "2024-07", null);
        assertThat(readStatement.find(adviser, ofBeta)).isPresent();

        assertThat(carryOver.handle(command(adviser, ofBeta, last, new CarryOver.Choice.AllUnchanged())))
                .isEqualTo(new CarryOver.Result.Refused(new StatementRefusal.StatementUnknown()));
        assertThat(compare.handle(new CompareStatements.Asked(adviser, ofBeta, new CompareStatements.Other.AsItStands(last))))
                .isEqualTo(new CompareStatements.Result.Refused(new StatementRefusal.StatementUnknown()));
        assertThat(compare.beside(adviser, ofBeta)).extracting(one -> one.statement().id()).containsExactly(ofBeta);
    }

    @Test
    void strangersLearnOfNothingAndAnAuditorMayCompareButNotTakeOver() {
        for (var stranger : they.strangers()) {
            assertThat(carryOver.handle(command(stranger, now, last, new CarryOver.Choice.AllUnchanged())))
                    .isEqualTo(new CarryOver.Result.Refused(new StatementRefusal.StatementUnknown()));
            assertThat(compare.beside(stranger, now)).isEmpty();
        }
        assertThat(carryOver.handle(command(they.jiro, now, last, new CarryOver.Choice.AllUnchanged())))
                .isEqualTo(new CarryOver.Result.Refused(new StatementRefusal.OnlyTheProviderWrites()));
        assertThat(compare.handle(new CompareStatements.Asked(they.jiro, now, new CompareStatements.Other.AsItStands(last))))
                .isInstanceOfSatisfying(CompareStatements.Result.Compared.class, compared -> assertThat(compared.comparison().rows())
                        .hasSize(2).allSatisfy(row -> assertThat(row.was().owner()).isEmpty()));
    }

    @Test
    @NthFailureOf(CarryOver.class)
    void rowsAreTakenOverOnceOrNotAtAll() {
        var command = command(they.yuki, now, last, new CarryOver.Choice.AllUnchanged());

        NthFailure.of(() -> carryOver.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    void partsNobodyHasWrittenAreTakenOverExceptThoseOfAPeriod() throws Exception {
        var notes = new Content.SpecialNotes(false, Wording.of("例：前年の注記。"));
        var mine = new Content.SpecialNotes(false, Wording.of("例：今年の注記。"));
        var none = new Content.Subcontractors(true, List.of());
        saved(last, notes);
        saved(last, none);
        saved(last, new Content.Period(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31)));
        saved(now, mine);
        assertThat(page("/carry-over", "", they.yuki)).contains("この1件の内容を引き継ぐ").doesNotContain("??");

        var taken = carryParts.handle(new CarryParts.Command(id(), they.yuki, now, last));

        assertThat(taken).isEqualTo(new CarryParts.Result.Taken(1));
        var content = ((ReadStatement.Result.Read) readStatement.whole(they.yuki, now)).whole().content();
        assertThat(content.specialNotes()).isEqualTo(mine);
        assertThat(content.subcontractors()).isEqualTo(none);
        assertThat(content.period()).isEqualTo(Content.empty(jp.torokubo.procedure.statement.Part.PERIOD));
        assertThat(carryParts.handle(new CarryParts.Command(id(), they.jiro, now, last)))
                .isEqualTo(new CarryParts.Result.Refused(new StatementRefusal.OnlyTheProviderWrites()));
        for (var stranger : they.strangers()) {
            assertThat(carryParts.handle(new CarryParts.Command(id(), stranger, now, last)))
                    .isEqualTo(new CarryParts.Result.Refused(new StatementRefusal.StatementUnknown()));
        }
    }

    @Test
    @NthFailureOf(CarryParts.class)
    void partsAreTakenOverOnceOrNotAtAll() {
        saved(last, new Content.Subcontractors(true, List.of()));
        saved(last, new Content.SpecialNotes(false, Wording.of("例：前年の注記。")));
        var command = new CarryParts.Command(id(), they.yuki, now, last);

        NthFailure.of(() -> carryParts.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private void saved(StatementId statement, Content content) {
        assertThat(savePart.handle(new SavePart.Command(id(), they.yuki, statement, 0, content))).isInstanceOf(SavePart.Result.Saved.class);
    }

    @Test
    void thePagesSayInBothLanguagesWhatDiffersAndWhatToDo() throws Exception {
        written(they.yuki, now, adopted(UNCHANGED, "ログを年４回点検する。"));

        var diff = page("/diff", "", they.jiro);
        assertThat(diff).contains("運用方法の変更", "<del>１</del>", "<ins>４</ins>", "年N回").doesNotContain("??");
        assertThat(page("/diff", "/en", they.yuki)).contains("Way of operating").doesNotContain("??");
        assertThat(page("/diff?class=scope", "", they.yuki)).contains("この区分の違いはありません。");
        assertThat(page("/diff.pdf?to=" + last.value(), "", they.yuki)).startsWith("%PDF");
        assertThat(page("/diff.xlsx?to=" + last.value(), "/en", they.yuki)).startsWith("PK");
        var plan = page("/carry-over", "", they.yuki);
        assertThat(plan).contains("今の記入を残す", "引き継いで見直す", "文言の改正", "多要素認証を用いる。").doesNotContain("??");
        assertThat(page("/carry-over", "/en", they.yuki)).contains("Take over and look again").doesNotContain("??");
    }

    @Test
    void aRowIsTakenOverAndUndoneByFormsAlone() throws Exception {
        var sent = mvc.perform(post(at() + "/carry-over").param("commandId", UUID.randomUUID().toString())
                .param("from", last.value().toString()).param("row", REWORDED + "@0")
                .with(Operators.signedIn(they.yuki)).with(csrf())).andReturn().getResponse();

        assertThat(sent.getRedirectedUrl()).contains("taken=1&deed=");
        assertThat(answer(REWORDED).described()).isEqualTo("多要素認証を用いる。");
        var deed = sent.getRedirectedUrl().replaceAll(".*deed=", "");
        mvc.perform(post(at() + "/carry-over/undo").param("commandId", UUID.randomUUID().toString())
                .param("from", last.value().toString()).param("deed", deed)
                .with(Operators.signedIn(they.yuki)).with(csrf()));
        assertThat(answer(REWORDED).described()).isEmpty();
    }

    private String page(String path, String language, Actor actor) throws Exception {
        var response = mvc.perform(get(java.net.URI.create(language + at() + path)).with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private String at() {
        return "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + now.value();
    }

    private Answer answer(String control) {
        return ((ReadStatement.Result.Read) readStatement.whole(they.yuki, now)).whole().answer(control);
    }

    private StatementId opened(Actor actor, DossierId dossier, String title, String edition, @Nullable StatementId from) {
        return ((OpenStatement.Result.Opened) openStatement.handle(new OpenStatement.Command(id(), actor, dossier, title, edition, from)))
                .statement();
    }

    private void written(Actor actor, StatementId statement, AnswerEdit... edits) {
        var result = changeAnswers.handle(new ChangeAnswers.Command(
                id(), actor, statement, Deed.EDIT, null,
                java.util.Arrays.stream(edits).map(edit -> new ChangeAnswers.Wanted(edit, null)).toList()));
        assertThat(result).isInstanceOf(ChangeAnswers.Result.Changed.class);
    }

    private static AnswerEdit adopted(String control, String text) {
        return AnswerEdit.of(control).withChoice(Choice.ADOPTED).withRealisations(List.of(Realisation.throughout(Wording.of(text))));
    }

    private String login(Actor actor) {
        return World.loginOf(actor.person());
    }

    private static CarryOver.Command command(Actor actor, StatementId statement, StatementId from, CarryOver.Choice choice) {
        return new CarryOver.Command(id(), actor, statement, from, choice);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
