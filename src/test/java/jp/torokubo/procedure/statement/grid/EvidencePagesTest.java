// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.procedure.statement.AddEvidence;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@TorokuboTest
@FreshDatabase
class EvidencePagesTest {

    private static final LocalDate TODAY = TokyoDay.of(SettableClock.START);

    @Autowired OpenStatement openStatement;
    @Autowired AddEvidence addEvidence;
    @Autowired ReadRows readRows;
    @Autowired MockMvc mvc;

    private Declarants they;
    private StatementId statement;
    private String above;
    private String here;

    @BeforeEach
    void aStatement() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        above = "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + statement.value();
        here = above + "/evidence";
    }

    @Test
    void whatExpiresFirstComesFirstAndWhatHasNoLastDayComesLast() throws Exception {
        link("乙", null);
        link("丙の記録", TODAY.plusDays(31));
        link("丁の記録", TODAY.plusDays(30));
        link("甲の記録", TODAY.plusDays(30));
        link("戊の記録", TODAY);
        link("己の記録", TODAY.minusDays(1));

        assertThat(page(they.yuki, here)).containsSubsequence("己の記録", "戊の記録", "丁の記録", "甲の記録", "丙の記録", "乙")
                .contains("href=\"" + above + "/controls/9.1.1.1\"");
        assertThat(page(they.yuki, here + "?valid=expired")).contains("己の記録").doesNotContain("戊の記録", "丙の記録");
        assertThat(page(they.yuki, "/en" + here + "?valid=soon")).contains("丁の記録", "甲の記録", "戊の記録", "Expires within 30 days")
                .doesNotContain("己の記録", "丙の記録");
        assertThat(page(they.yuki, here + "?valid=undecided")).contains("乙").doesNotContain("の記録</a>");
    }

    @Test
    void aFileIsAddedFetchedRenewedAndRemovedWithoutAnyScript() throws Exception {
        var added = mvc.perform(signed(multipart(URI.create(here)).file(new MockMultipartFile("file", "記録.txt", "text/plain", "内容".getBytes(UTF_8)))
                        .param("commandId", UUID.randomUUID().toString()).param("title", "運用の記録").param("rows", "9.1.1.1、9.1.1.2")
                        .param("evidenceOwner", they.yuki.person().value().toString()).param("validUntil", "令和9年3月31日"), they.yuki))
                .andReturn().getResponse();
        assertThat(added.getRedirectedUrl()).isEqualTo(here + "?saved=added");

        var kept = only();
        assertThat(page(they.aiko, here)).contains("運用の記録", "記録.txt", kept.sha256(), "結城 由紀", "2027年3月31日")
                .doesNotContain(kept.owner() + "<");
        assertThat(answer(they.aiko, here + "/" + kept.id()).getContentAsString(UTF_8)).isEqualTo("内容");
        assertThat(page(they.aiko, here + "?renew=" + kept.id())).contains("name=\"replaces\" value=\"" + kept.id());

        var renewed = sent(they.yuki, post(URI.create(here)).param("commandId", UUID.randomUUID().toString()).param("title", "更新した記録")
                .param("rows", "9.1.1.1").param("replaces", kept.id().toString()).param("valid", "holds"));
        assertThat(renewed.getRedirectedUrl()).isEqualTo(here + "?valid=holds&saved=renewed");
        assertThat(only().sha256()).isEqualTo(kept.sha256());

        sent(they.yuki, post(URI.create(here + "/" + only().id() + "/removal")).param("commandId", UUID.randomUUID().toString()));
        assertThat(page(they.yuki, here)).contains("証跡はまだありません");
    }

    @Test
    void whatIsRefusedIsSaidAndWhatWasTypedStaysAlsoWhereSomethingWasToBeRenewed() throws Exception {
        var refused = sent(they.yuki, post(URI.create(here)).param("commandId", UUID.randomUUID().toString()).param("title", "打ったまま")
                .param("link", "https://example.jp/").param("rows", "99.9.9.9"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("99.9.9.9", "打ったまま");

        link("前の記録", TODAY);
        var again = sent(they.yuki, post(URI.create(here)).param("commandId", UUID.randomUUID().toString()).param("title", "直した記録")
                .param("rows", "9.1.1.1").param("validUntil", "きのう").param("replaces", only().id().toString()));
        assertThat(again.getContentAsString(UTF_8)).contains("直した記録", "name=\"replaces\" value=\"" + only().id(), "value=\"きのう\"");
        assertThat(only().title()).isEqualTo("前の記録");
    }

    @Test
    void whoDoesNotWriteSeesNoFormAndWhoIsNotOfTheProvidersSideSeesNoEvidence() throws Exception {
        link("記録", TODAY);

        assertThat(page(they.jiro, here)).doesNotContain("記録</a>", "<textarea", "enctype").contains("事業者の側だけ");
        assertThat(page(they.jiro, "/en" + here)).contains("side of the provider only").doesNotContain("??");
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());
        assertThat(page(they.yuki, here)).contains("記録</a>").doesNotContain("enctype", "/removal");
        for (var stranger : they.strangers()) {
            assertThat(answer(stranger, here).getStatus()).isIn(403, 404);
        }
    }

    @Test
    void evidenceWhoseDayIsNearOrPastStandsOnTheDesksOfTheProvidersSideOnly() throws Exception {
        link("切れた記録", TODAY.minusDays(3));
        link("近い記録", TODAY.plusDays(30));
        link("遠い記録", TODAY.plusDays(31));
        link("期限のない記録", null);

        for (var ours : List.of(they.aiko, they.yuki)) {
            assertThat(page(ours, "/desk")).contains("期限が近いもの・過ぎたもの（1件）", "期限切れ 1件、30日以内 1件", "アルファの件　2026年度", "3日過ぎています",
                    "href=\"" + here + "\"").doesNotContain("切れた記録");
        }
        assertThat(page(they.yuki, "/en/desk")).contains("1 expired, 1 within 30 days").doesNotContain("??");
        for (var other : List.of(they.ben, they.jiro, they.kana, they.rei, they.operator)) {
            assertThat(page(other, "/desk")).as(other.name()).doesNotContain("期限が近いもの", "証跡の更新", "2026年度", here);
        }
    }

    @Test
    void whatIsRenewedOrTakenAwayAndWhatNobodyWorksOnAnyMoreLeavesTheDesk() throws Exception {
        link("切れた記録", TODAY.minusDays(3));
        sent(they.yuki, post(URI.create(here)).param("commandId", UUID.randomUUID().toString()).param("title", "新しい記録")
                .param("rows", "9.1.1.1").param("replaces", only().id().toString()).param("validUntil", TODAY.plusYears(1).toString()));
        assertThat(page(they.aiko, "/desk")).doesNotContain("証跡の更新");

        link("また切れた記録", TODAY.minusDays(1));
        assertThat(page(they.aiko, "/desk")).contains("証跡の更新");
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());
        assertThat(page(they.aiko, "/desk")).doesNotContain("証跡の更新");
        World.said("update identity.dossier set closed_at = null where id = ?", they.ofAlpha.value());
        assertThat(openStatement.handle(new OpenStatement.Command(
                Declarants.command(), they.aiko, they.ofAlpha, "2027年度", "2024-07", statement))).isInstanceOf(OpenStatement.Result.Opened.class);
        assertThat(page(they.aiko, "/desk")).doesNotContain("証跡の更新");
    }

    /** Whoever answers for the shelf sees who put what there. */
    @Test
    void thePageSaysHowLargeAFileIsAndWhoPutItThereAndWhenAndSortsByEither() throws Exception {
        link("乙の記録", TODAY.plusDays(1));
        link("甲の記録", TODAY.plusDays(9));
        mvc.perform(signed(multipart(URI.create(here)).file(new MockMultipartFile("file", "大きな記録.bin", "text/plain", new byte[1_300_000]))
                .param("commandId", UUID.randomUUID().toString()).param("title", "丙の記録").param("rows", "9.1.1.1"), they.aiko));

        assertThat(page(they.yuki, here)).containsSubsequence("乙の記録", "甲の記録", "丙の記録").contains("1.3 MB", "青木 愛子", "結城 由紀",
                "datetime=\"" + SettableClock.START + "\"");
        var sorted = page(they.yuki, here + "?sort=title&valid=soon");
        assertThat(sorted).containsSubsequence("乙の記録</a>", "甲の記録</a>").contains("valid=expired&amp;sort=title".replace("expired", "soon"))
                .contains("aria-current=\"true\">名前の順");
        assertThat(page(they.yuki, here + "?sort=title")).containsSubsequence("丙の記録</a>", "乙の記録</a>", "甲の記録</a>");
        assertThat(page(they.yuki, "/en" + here + "?sort=title")).contains("1.3 MB", "Added by").doesNotContain("??");

        var renewed = sent(they.aiko, post(URI.create(here)).param("commandId", UUID.randomUUID().toString()).param("title", "丁の記録")
                .param("rows", "9.1.1.1").param("sort", "title").param("replaces", idOf("甲の記録")));
        assertThat(renewed.getRedirectedUrl()).isEqualTo(here + "?sort=title&saved=renewed");
        assertThat(page(they.yuki, here)).contains("更新").doesNotContain("甲の記録");
        assertThat(page(they.jiro, here)).doesNotContain("1.3 MB", "青木 愛子");
    }

    private String idOf(String title) {
        return readRows.evidence(they.yuki, they.ofAlpha, statement).orElseThrow().evidence().stream()
                .filter(one -> one.title().equals(title)).findFirst().orElseThrow().id().toString();
    }

    @ParameterizedTest
    @EnumSource(EvidenceOnShelf.Order.class)
    void everyPieceIsOnExactlyOnePage(EvidenceOnShelf.Order order) {
        var evidence = IntStream.range(0, 120).mapToObj(i -> new Evidence(
                UUID.randomUUID(), "記録" + i % 7, null, null, "https://example.jp/", "", i % 3 == 0 ? null : TODAY.plusDays(i % 5),
                List.of("9.1.1.1"))).toList();
        var around = readRows.evidence(they.yuki, they.ofAlpha, statement).orElseThrow().around();
        var put = evidence.stream().collect(Collectors.toMap(
                Evidence::id, one -> new EvidenceShelf.Put(SettableClock.START, they.yuki.person(), false)));
        var all = new EvidenceOnShelf(new ReadRows.Shelf(around, evidence, put, Map.of(), Map.of()), order, TODAY).pieces("");

        var first = EvidenceOnShelf.page(all, null);
        var second = EvidenceOnShelf.page(all, first.get(49).evidence().id());
        var third = EvidenceOnShelf.page(all, second.get(49).evidence().id());
        assertThat(first).hasSize(50).doesNotContainAnyElementsOf(second);
        assertThat(third).hasSize(20).doesNotContainAnyElementsOf(second).doesNotContainAnyElementsOf(first);
        assertThat(EvidenceOnShelf.page(all, third.get(19).evidence().id())).isEmpty();
    }

    private void link(String title, @Nullable LocalDate until) {
        assertThat(addEvidence.handle(new AddEvidence.Command(
                        Declarants.command(), they.yuki, statement, null, title, null, "https://example.jp/", "", until, "9.1.1.1")))
                .isInstanceOf(AddEvidence.Result.Added.class);
    }

    private Evidence only() {
        var all = readRows.evidence(they.yuki, they.ofAlpha, statement).orElseThrow().evidence();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = answer(actor, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
        return sent(actor, get(URI.create(address)));
    }

    private MockHttpServletResponse sent(Actor actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(signed(request, actor)).andReturn().getResponse();
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B signed(AbstractMockHttpServletRequestBuilder<B> request, Actor actor) {
        return request.with(Operators.signedIn(actor)).with(csrf());
    }
}
