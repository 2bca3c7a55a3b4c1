// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.Given;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement;
import jp.torokubo.record.register.PublicStatement.Objective;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the page of the objectives says about the year before. */
@TorokuboTest
@FreshDatabase
class ObjectivesSinceTest {

    private static final String PAGE = "/services/C21-0001-2/controls";
    private static final LocalDate MARCH_2022 = LocalDate.of(2022, 3, 31);
    private static final LocalDate MARCH_2023 = LocalDate.of(2023, 3, 31);

    @Autowired MockMvc mvc;
    @Autowired RecordEvents recordEvents;
    @Autowired SettableClock clock;

    @BeforeEach
    void twoServices() {
        entered(recordEvents, granted(1, Given.FIRST_BATCH, facts("C21-0001-2", "上のクラウド", "甲")),
                granted(2, Given.FIRST_BATCH, facts("C21-0002-2", "別のクラウド", "乙")));
    }

    @Test
    void whatIsImplementedAnewAndWhatNoLongerIsToldWithTheVersionItIsComparedWith() throws Exception {
        var before = statement(MARCH_2022, "5.1.1 adopted", "5.1.2 adopted", "6.1.1 left-out", "14.2.7 open");
        var now = statement(MARCH_2023, "5.1.1 adopted", "5.1.2 left-out", "6.1.1 adopted", "14.2.7 left-out", "18.1.5 adopted");
        stated(LocalDate.of(2022, 7, 1), before);
        stated(LocalDate.of(2023, 7, 1), now);

        var page = since(PAGE + "?asOf=2023-07-01");
        assertThat(page).contains("新たに実施 2、実施しなくなった 1、その他の変更 1", before.version(), "2022年7月1日", "asOf=2022-07-01")
                .doesNotContain("5.1.1<", now.version(), "版によります");
        assertThat(rows(page)).containsExactly(
                "6.1.1 新たに実施 除外 実施", "18.1.5 新たに実施 記載なし 実施", "5.1.2 実施しなくなった 実施 除外", "14.2.7 その他の変更 未定 除外");
        assertThat(ServiceListPageTest.unmarkedJapanese(get("/en" + PAGE + "?asOf=2023-07-01"))).isEmpty();
    }

    /** Another statement for the same period mends the first; the year before is the one of the period before. */
    @Test
    void aStatementMendedWithinTheYearIsStillComparedWithTheYearBefore() throws Exception {
        var before = statement(MARCH_2022, "5.1.1 open");
        stated(LocalDate.of(2022, 7, 1), before);
        stated(LocalDate.of(2023, 7, 1), statement(MARCH_2023, "5.1.1 left-out"));
        stated(LocalDate.of(2023, 9, 1), statement(MARCH_2023, "5.1.1 adopted"));

        assertThat(since(PAGE + "?asOf=2023-09-01")).contains(before.version());
        assertThat(rows(since(PAGE + "?asOf=2023-09-01"))).containsExactly("5.1.1 新たに実施 未定 実施");
    }

    @Test
    void whereThereIsNothingToCompareWithOrNothingDiffersItSaysSo() throws Exception {
        stated(LocalDate.of(2022, 7, 1), statement(MARCH_2022, "5.1.1 adopted"));
        assertThat(since(PAGE + "?asOf=2022-07-01")).contains("比べる言明書がありません", "前の監査対象期間の言明書は").doesNotContain("<table");
        clock.advance(Duration.ofHours(1));
        var known = clock.instant();
        clock.advance(Duration.ofHours(1));

        stated(LocalDate.of(2023, 7, 1), statement(MARCH_2023, "5.1.1 adopted"));
        assertThat(since(PAGE + "?asOf=2023-07-01")).contains("前年と同じです").doesNotContain("<table");
        assertThat(since(PAGE + "?asOf=2023-07-01&knownAt=" + known)).contains("比べる言明書がありません");

        stated(LocalDate.of(2024, 7, 1), statement(null, "5.1.1 open"));
        assertThat(since(PAGE + "?asOf=2024-07-01")).contains("監査対象期間が分からない").doesNotContain("<table");
    }

    /** A number that only one edition has is no decision of the provider's, and the page says where to look. */
    @Test
    void twoEditionsOfTheCriteriaAreSaidToBeTwo() throws Exception {
        stated(LocalDate.of(2022, 7, 1), Statements.sealed("2022-04", statement(MARCH_2022, "5.1.1 adopted").rows()));
        stated(LocalDate.of(2023, 7, 1), statement(MARCH_2023, "5.1.1 adopted", "5.1.2 adopted"));

        assertThat(since(PAGE + "?asOf=2023-07-01")).contains("前年は管理基準 2022-04 版、この言明書は 2024-07 版によります", "/criteria/diff?from=2022-04&amp;to=2024-07");
    }

    private void stated(LocalDate on, PublicStatement statement) {
        entered(recordEvents, new StatementStated(service(1), on, statement));
    }

    /** @param objectives number and choice */
    private static PublicStatement statement(@Nullable LocalDate until, String... objectives) {
        return Statements.frozen(new PublicContent(
                "上のクラウド", "", until == null ? null : until.minusYears(1).plusDays(1), until, List.of(), List.of(),
                Stream.of(objectives).map(one -> one.split(" ")).map(one -> new Objective(one[0], one[1])).toList(), true, List.of()));
    }

    private String since(String path) throws Exception {
        var page = get(path);
        return page.substring(page.indexOf("id=\"since\""), page.indexOf("id=\"h-objectives\""));
    }

    /** Number, change, then, now. */
    private static List<String> rows(String page) {
        return Stream.of(page.substring(page.indexOf("<tbody"), page.indexOf("</tbody>")).split("<tr")).skip(1)
                .map(row -> ServiceListPageTest.text(row.replaceFirst("^[^>]*>", "").replaceFirst("<td[^>]*統制目標[^>]*>.*?</td>", "")
                        .replaceAll("</t[hd]>", " ")).strip())
                .toList();
    }

    private String get(String path) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(path)).header("Accept", "text/html")).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getContentAsString()).doesNotContain("??");
        return response.getContentAsString();
    }
}
