// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.store.CriteriaStore;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@TorokuboTest
@FreshDatabase
class GridPagesTest {

    private static final Pattern ROW = Pattern.compile("<tr data-id=\"([^\"]+)\"");
    private static final Pattern MATCHING = Pattern.compile("([\\d,]+) of ([\\d,]+) rows match");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired OpenStatement openStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired ReadRows readRows;
    @Autowired SavePart savePart;
    @Autowired CriteriaStore criteria;
    @Autowired MockMvc mvc;

    private Declarants they;
    private StatementId statement;
    private String here;

    @BeforeEach
    void aStatement() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        here = "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + statement.value() + "/controls";
    }

    @Test
    void everyRowIsOnExactlyOnePageInNaturalOrderAndNoPageIsLarge() throws Exception {
        var text = "長い実施内容の文。".repeat(300);
        var edits = new ArrayList<AnswerEdit>();
        Narrowing.rows(rows().around().catalogue()).forEach(row -> edits.add(adopted(row.id(), text)));
        assertThat(changeAnswers.handle(change(they.yuki, statement, edits.toArray(AnswerEdit[]::new))))
                .isInstanceOf(ChangeAnswers.Result.Changed.class);

        var seen = new ArrayList<String>();
        for (var at = "/en" + here; at != null; ) {
            var page = get(they.yuki, at).getContentAsString(UTF_8);
            assertThat(page.getBytes(UTF_8).length).as(at).isLessThan(150 * 1024);
            seen.addAll(all(ROW, page));
            var next = NEXT.matcher(page);
            at = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }

        assertThat(seen).containsExactlyElementsOf(Narrowing.rows(rows().around().catalogue()).stream().map(row -> row.id()).toList());
        assertThat(seen).hasSizeGreaterThan(1163);
    }

    /** Whoever works by keyboard comes to the rows without the filters; where there are none, nothing leads to them. */
    @Test
    void theFirstThingOfThePageLeadsToTheFirstRow() throws Exception {
        for (var at : List.of(here, here + "?in=9")) {
            var page = get(they.yuki, at).getContentAsString(UTF_8);
            var main = page.substring(page.indexOf("<main"));
            assertThat(main.indexOf("href=\"#first-row\"")).isPositive().isEqualTo(main.indexOf("href="));
            assertThat(main.split("id=\"first-row\"", -1)).hasSize(2);
            assertThat(main.substring(main.indexOf("id=\"first-row\""))).startsWith("id=\"first-row\" href=\"" + here + "/" + all(ROW, page).get(0));
        }
        assertThat(get(they.yuki, "/en" + here).getContentAsString(UTF_8)).contains("Skip to the rows");
        assertThat(get(they.yuki, here + "?lacks=nothing").getContentAsString(UTF_8)).doesNotContain("first-row");
    }

    @Test
    void everyFilterSaysHowManyRowsItShows() throws Exception {
        changeAnswers.handle(change(
                they.yuki, statement, adopted("9.1.1.1", "青い鍵"), leftOut("9.1.1.2", "該当なし"), AnswerEdit.of("9.1.1.3").withChoice(
                        Choice.LEFT_OUT), adopted("9.1.1.4", "").withOwner(login(they.yuki))));
        var expected = new HashMap<String, Integer>(Map.of(
                "choice=adopted", 2, "choice=left-out", 2, "lacks=reason", 1, "lacks=text", 1, "owner=mine", 1, "state=in-work", 4,
                "q=%E9%9D%92%E3%81%84", 1, "q=9.1.1.2&choice=left-out", 1, "lacks=nothing", 0));
        expected.put("owner=" + they.yuki.person().value(), 1);

        for (var filter : expected.entrySet()) {
            var page = get(they.yuki, "/en" + here + "?" + filter.getKey()).getContentAsString(UTF_8);
            var count = MATCHING.matcher(page);
            assertThat(count.find()).as(filter.getKey()).isTrue();
            assertThat(Integer.parseInt(count.group(1))).as(filter.getKey()).isEqualTo(filter.getValue());
            assertThat(all(ROW, page)).as(filter.getKey()).hasSize(filter.getValue());
        }
    }

    @Test
    void aNumberTypedInAnyFormLeadsToItsRowAndAHoleSaysThatItIsOne() throws Exception {
        assertThat(get(they.yuki, here + "?no=９．１．１．１").getHeader("Location")).isEqualTo(here + "/9.1.1.1");
        for (var dashed : List.of("9-1-1-1", "９－１－１－１", "9–1−1-1")) {
            assertThat(get(they.yuki, here + "?no=" + dashed).getHeader("Location")).as(dashed).isEqualTo(here + "/9.1.1.1");
        }
        var hole = rows().around().catalogue().holes().stream().filter(one -> one.ofControl()).findFirst().orElseThrow();
        var answer = get(they.yuki, here + "?no=" + hole.number());

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString(UTF_8)).contains(hole.number() + " は、この版で欠番です");
    }

    @Test
    void theSecondOfTwoWritersSeesBothTextsLosesNothingAndCanSaveAgain() throws Exception {
        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.1", "愛子の文")));

        var conflict = post(they.yuki, "/9.1.1.1", form("由紀の文", 0));

        var page = conflict.getContentAsString(UTF_8);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(page).contains("愛子の文", "由紀の文", "name=\"seen\" value=\"1\"");
        assertThat(rows().answer("9.1.1.1").described()).isEqualTo("愛子の文");
        assertThat(post(they.yuki, "/9.1.1.1", form("愛子と由紀の文", 1)).getStatus()).isEqualTo(302);
        assertThat(rows().answer("9.1.1.1").described()).isEqualTo("愛子と由紀の文");
        assertThat(readRows.one(they.yuki, they.ofAlpha, statement, "9.1.1.1").orElseThrow().history()).hasSize(2);
    }

    @Test
    void aCellIsSavedWhenLeftAndOneThatSomebodyElseChangedIsNot() throws Exception {
        var saved = cell(they.yuki, "text", "由紀の文", 0);
        assertThat(saved.getContentAsString(UTF_8)).contains("\"outcome\":\"saved\"", "保存済 ", "\"version\":1");
        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.1", "愛子の文")));

        var conflict = cell(they.yuki, "text", "由紀の二つ目の文", 1);

        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString(UTF_8)).contains("\"outcome\":\"conflict\"");
        assertThat(rows().answer("9.1.1.1").described()).isEqualTo("愛子の文");
        var page = post(they.yuki, "/9.1.1.1", Map.of("field", "text", "value", "由紀の二つ目の文", "seen", "1"));
        assertThat(page.getStatus()).isEqualTo(409);
        assertThat(page.getContentAsString(UTF_8)).contains("愛子の文", "由紀の二つ目の文");
        assertThat(cell(they.yuki, "due", "令和9年2月30日", 2).getStatus()).isEqualTo(400);
        assertThat(cell(they.jiro, "text", "x", 2).getStatus()).isEqualTo(403);
    }

    @Test
    void aCellThatIsLeftIsToldWhatTheSelfCheckSaysOfItsRowAndThePageOfTheRowSaysItToo() throws Exception {
        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.1", "")));

        var short1 = cell(they.yuki, "reason", "該当なし", 1).getContentAsString(UTF_8);
        assertThat(short1).contains("\"outcome\":\"saved\"", "\"weight\":\"warning\"", "\"called\":\"警告\"", "理由が仮の言葉のまま");
        assertThat(get(they.yuki, here + "/9.1.1.1").getContentAsString(UTF_8))
                .contains("この行への自己点検の指摘", "理由が仮の言葉のまま", "/check?group=9\"").doesNotContain("??");
        assertThat(get(they.yuki, "/en" + here + "/9.1.1.1").getContentAsString(UTF_8))
                .contains("The self-check of this row", "Warning").doesNotContain("理由が仮の言葉のまま", "??");
        assertThat(get(they.jiro, here + "/9.1.1.1").getContentAsString(UTF_8)).doesNotContain("自己点検の指摘", "理由が仮の言葉のまま");

        cell(they.yuki, "choice", "adopted", 2);
        var mended = cell(they.yuki, "text", "入退室を記録し、毎月確かめている。", 3).getContentAsString(UTF_8);
        assertThat(mended).contains("\"outcome\":\"saved\"").doesNotContain("理由が仮の言葉のまま");
    }

    @Test
    void aCellChangesTheWordingThatTheListShowsAndLeavesTheOtherAlone() throws Exception {
        var both = new Wording("鍵をかける", "We lock it");
        changeAnswers.handle(change(they.yuki, statement, AnswerEdit.of("9.1.1.1").withChoice(Choice.ADOPTED)
                .withRealisations(List.of(Realisation.throughout(both))).withReason(Wording.of("理由だけ"))));
        var read = get(they.yuki, "/en" + here + "/9.1.1.1/cell").getContentAsString(UTF_8);
        assertThat(read).contains("\"text\":\"We lock it\"", "\"reason\":\"理由だけ\"", "\"text\":\"en\"", "\"reason\":\"ja\"");
        assertThat(get(they.yuki, here + "/9.1.1.1/cell").getContentAsString(UTF_8)).contains("\"text\":\"鍵をかける\"", "\"text\":\"ja\"");

        post(they.yuki, "/9.1.1.1/cell", Map.of("field", "text", "value", "We lock and log it", "wording", "en", "seen", "1"));
        assertThat(rows().answer("9.1.1.1").realisations().get(0).text()).isEqualTo(new Wording("鍵をかける", "We lock and log it"));
        post(they.yuki, "/9.1.1.1/cell", Map.of("field", "reason", "value", "別の理由", "wording", "ja", "seen", "2"));
        assertThat(rows().answer("9.1.1.1").reason()).isEqualTo(Wording.of("別の理由"));

        var late = post(they.yuki, "/9.1.1.1", Map.of("field", "text", "value", "Too late", "wording", "en", "seen", "1"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(UTF_8)).contains(">Too late</textarea>", ">鍵をかける</textarea>");
    }

    @Test
    void lastYearsAnswerStandsBesideThePresentOneWithTheChangedWordsMarked() throws Exception {
        assertThat(get(they.yuki, here).getContentAsString(UTF_8)).doesNotContain("昨年比", "重要な管理策", "tb-chip\">重要");
        var last = ((OpenStatement.Result.Opened) openStatement.handle(new OpenStatement.Command(
                Declarants.command(), they.aiko, they.ofAlpha, "昨年度の言明書", "2022-04", null))).statement();
        savePart.handle(new SavePart.Command(
                Declarants.command(), they.yuki, last, 0, new Content.Period(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31))));
        savePart.handle(new SavePart.Command(
                Declarants.command(), they.yuki, statement, 0, new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31))));
        changeAnswers.handle(change(they.yuki, last, adopted("9.1.1.1", "扉を毎月点検する。").withOwner(login(they.yuki)), leftOut("9.1.1.2", "同じ理由")));
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "扉を毎週点検する。"), leftOut("9.1.1.2", "同じ理由")));

        for (var reader : List.of(they.yuki, they.jiro)) {
            assertThat(get(reader, here + "/9.1.1.1").getContentAsString(UTF_8)).contains("昨年の回答", "昨年度の言明書", "変更あり", "<del>月</del>", "<ins>週</ins>")
                    .doesNotContain("??");
            assertThat(get(reader, here + "/9.1.1.2").getContentAsString(UTF_8)).contains("昨年の回答", ">同じ<").doesNotContain("<del>", "<ins>");
            assertThat(all(ROW, get(reader, here + "?since=changed").getContentAsString(UTF_8))).containsExactly("9.1.1.1");
        }
        assertThat(get(they.yuki, "/en" + here + "/9.1.1.3").getContentAsString(UTF_8)).contains("Last year’s answer", "Not answered last year").doesNotContain("??");
        assertThat(get(they.yuki, "/en" + here + "?since=same").getContentAsString(UTF_8)).contains("Since last year: The same", "Compared with “昨年度の言明書”").doesNotContain("??");
    }

    @Test
    void importantRowsAreMarkedWhereAListOfThemIsLoaded() throws Exception {
        criteria.add(new DatedList(
                UUID.randomUUID(), ListKind.IMPORTANT, "2024-07", null, null, new Source(Provenance.UNVERIFIED, "例", "example"),
                SettableClock.START, "operator", null, List.of(new DatedList.Entry("9.1.1.2", ""))));

        var page = get(they.yuki, here + "?important=1").getContentAsString(UTF_8);
        assertThat(page).contains("<span class=\"tb-chip\">重要</span>", "重要な管理策").doesNotContain("??");
        assertThat(all(ROW, page)).containsExactly("9.1.1.2");
        assertThat(get(they.yuki, "/en" + here + "/9.1.1.2").getContentAsString(UTF_8)).contains(">Important<");
        assertThat(get(they.yuki, "/en" + here + "/9.1.1.3").getContentAsString(UTF_8)).doesNotContain(">Important<");
    }

    @Test
    void changingManyIsSaidInWordsDoneWithTheVersionsSeenAndUndoneToTheSameState() throws Exception {
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "前"), leftOut("9.1.1.2", "前の理由")));
        var before = said();

        var preview = post(they.yuki, "/bulk", Map.of(
                "row", "9.1.1.1", "all", "1", "back", "in=9.1", "set", "choice", "value-choice", "adopted")).getContentAsString(UTF_8);
        var rows = value("rows", preview);
        assertThat(preview).contains(rows.split(" ").length + "件の採否を変更します").contains("1件は、すでにこの値です");
        assertThat(said()).as("nothing is changed yet").isEqualTo(before);

        var confirmed = post(they.yuki, "/bulk/confirmed", Map.of("rows", rows, "set", "choice", "value", "adopted", "back", "in=9.1"));
        assertThat(confirmed.getStatus()).isEqualTo(302);
        assertThat(rows().answer("9.1.1.2").choice()).isEqualTo(Choice.ADOPTED);

        var batch = rows().deeds().get(0);
        assertThat(batch.rows()).isEqualTo(rows.split(" ").length);
        post(they.yuki, "/undo", Map.of("batch", batch.id().toString()));
        assertThat(said()).isEqualTo(before);
    }

    @Test
    void rowsThatChangedAfterThePreviewAreNamedAndNothingIsDone() throws Exception {
        var answer = post(they.yuki, "/bulk/confirmed", Map.of("rows", "9.1.1.1@0 9.1.1.2@7", "set", "choice", "value", "adopted"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(UTF_8)).contains("変更できない行（1件）", "1件の採否を変更します");
        assertThat(rows().answers()).isEmpty();
    }

    @Test
    void savingAndGoingOnLeadsToTheNextRowOfTheFilter() throws Exception {
        var form = new HashMap<>(form("文", 0));
        form.putAll(Map.of("next", "1", "back", "lacks=answer&in=9.1"));

        assertThat(post(they.yuki, "/9.1.1.1", form).getHeader("Location")).startsWith(here + "/9.1.1.2?in=9.1&lacks=answer")
                .contains("flow=1");
    }

    @Test
    void onePageShowsAllOfARowToTheProviderAndNoNotesToWhoReadsAlong() throws Exception {
        post(they.yuki, "/9.1.1.1/comments", Map.of("text", "内輪の話"));
        var evidence = post(they.yuki, "/9.1.1.1/evidence", Map.of("title", "入退室の記録", "link", "https://example.jp/x", "rows", "9.1.1.1"));
        assertThat(evidence.getStatus()).isEqualTo(302);
        post(they.yuki, "/9.1.1.1", form("扉を閉める", 0));

        for (var language : List.of("", "/en")) {
            assertThat(get(they.yuki, language + here + "/9.1.1.1").getContentAsString(UTF_8))
                    .contains("内輪の話", "入退室の記録", "扉を閉める").doesNotContain("??");
            assertThat(get(they.jiro, language + here + "/9.1.1.1").getContentAsString(UTF_8))
                    .contains("扉を閉める").doesNotContain("内輪の話", "入退室の記録", "<textarea", "??");
            assertThat(get(they.jiro, language + here + "?in=9.1").getContentAsString(UTF_8)).contains("扉を閉める").doesNotContain("grid.js", "??");
            assertThat(get(they.yuki, language + here + "?owner=mine&state=ready&tier=detail&basic=1&lacks=text&q=x&choice=open&in=9")
                    .getContentAsString(UTF_8)).doesNotContain("??", "null");
        }
    }

    @Test
    void oneMoreDescriptionIsAddedToTheFormWithoutSaving() throws Exception {
        var form = new HashMap<>(form("前の姿", 0));
        form.put("add", "1");

        var page = post(they.yuki, "/9.1.1.1", form).getContentAsString(UTF_8);

        assertThat(page).contains("前の姿", "id=\"ja1\"");
        assertThat(rows().answers()).isEmpty();
    }

    @Test
    void theScriptOfTheListIsSmall() throws Exception {
        assertThat(Files.size(Path.of("src/main/resources/static/assets/grid.js"))).isLessThan(20 * 1024);
    }

    private ReadRows.All rows() {
        return readRows.all(they.yuki, they.ofAlpha, statement).orElseThrow();
    }

    /** What all rows say, whatever their versions. */
    private Map<String, Answer> said() {
        var said = new HashMap<String, Answer>();
        rows().answers().forEach((control, answer) -> {
            if (!answer.withVersion(0).equals(Answer.untouched(control))) {
                said.put(control, answer.withVersion(0));
            }
        });
        return said;
    }

    private static Map<String, String> form(String text, long seen) {
        return Map.of("choice", "adopted", "ja", text, "seen", String.valueOf(seen), "owner", "", "due", "", "state", "");
    }

    private MockHttpServletResponse cell(Actor actor, String field, String value, long seen) throws Exception {
        return post(actor, "/9.1.1.1/cell", Map.of("field", field, "value", value, "seen", String.valueOf(seen)));
    }

    private MockHttpServletResponse get(Actor actor, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(URI.create(URI.create(path).toASCIIString())).with(Operators.signedIn(actor))).andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(Actor actor, String path, Map<String, String> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(here + path).with(Operators.signedIn(actor)).with(csrf()).param("commandId", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private String login(Actor actor) {
        return rows().around().colleagues().stream().filter(one -> one.id().equals(actor.person())).findFirst().orElseThrow().login();
    }

    private static String value(String name, String page) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
