// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.TwentyServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The list as people and programs see it, with the twenty services of 2021 in it. */
@TorokuboTest
class ServiceListPageTest {

    private static final Pattern ROW = Pattern.compile("<th role=\"rowheader\" scope=\"row\"><a[^>]*>([^<]*)</a>");

    @Autowired
    MockMvc mvc;

    @Autowired
    RecordEvents recordEvents;

    @BeforeEach
    void theTwentyServicesAreRegistered() throws Exception {
        if (!get("/services?asOf=2021-09-13").contains("<b>20</b>")) {
            TwentyServices.enter(recordEvents);
        }
    }

    @ParameterizedTest
    @CsvSource({"2021-03-11,0", "2021-03-12,10", "2021-06-22,14", "2021-07-30,15", "2021-09-13,20"})
    void onEachDayPageAndFilesHoldTheSameServices(String day, int count) throws Exception {
        var page = get("/services?asOf=" + day);
        var csv = get("/services.csv?asOf=" + day);
        var json = get("/services.json?asOf=" + day);

        assertThat(page).contains("<b>" + count + "</b>").contains("件（全" + count + "件");
        assertThat(names(page)).hasSize(count);
        assertThat(csv.lines().skip(1)).hasSize(count);
        assertThat(json.split("\"registration_no\"", -1)).hasSize(count + 1);
        assertThat(answer("/api/v1/services?asOf=" + day, "application/json").getContentAsString()).contains("\"total\":" + count + ",");
        assertThat(names(page)).allSatisfy(name -> assertThat(csv).contains(name));
    }

    @Test
    void aMomentBeyondAllCalendarsIsRefusedAndAnOffsetMayComeWithItsPlusUnescaped() throws Exception {
        var beyond = mvc.perform(MockMvcRequestBuilders.get(URI.create("/services?knownAt=%2B999999999-12-31T23:59:59Z")))
                .andReturn().getResponse();

        assertThat(beyond.getStatus()).isEqualTo(400);
        assertThat(get("/services?knownAt=2027-01-01T09:00:00+09:00")).contains("<b>20</b>");
    }

    @Test
    void whatIsAnsweredAtTheAddressOfTheListDependsOnTheKindAskedFor() throws Exception {
        for (var kind : new String[] {"text/html", "text/csv", "application/json"}) {
            assertThat(answer("/services", kind).getHeaders("Vary").toString()).contains("Accept");
        }
    }

    @Test
    void todaysListSaysThatItIsCompleteOnlyUntilItsHorizon() throws Exception {
        var page = get("/services");

        assertThat(page).contains("確かめられるのは2021年9月13日までです").contains(">不明</span>").contains("最後は登録中");
        assertThat(page).doesNotContain("data-status=\"registered\"");
        assertThat(get("/en/services")).contains("can be relied on up to 13 September 2021");
        assertThat(get("/services?asOf=2021-09-13")).contains("data-status=\"registered\"").doesNotContain("確かめられるのは");
    }

    @ParameterizedTest
    @CsvSource({"富士通,FUJITSU Hybrid IT Service FJcloud", "日立,フェデレーテッドポータルサービス", "ＮＥＣ,NEC Cloud IaaS", "C21-0004-2,Google Cloud Platform"})
    void servicesAreFoundByNameNumberAndProvider(String words, String found) throws Exception {
        assertThat(names(get("/services?q=" + encoded(words)))).anySatisfy(name -> assertThat(name).contains(found));
    }

    @Test
    void countAndConditionsStandInOneSentenceInBothLanguages() throws Exception {
        var query = "?asOf=2021-09-13&provider=Google%20LLC";

        assertThat(text(get("/services" + query))).contains("事業者 Google LLC：3件（全20件、2021年9月13日現在）");
        assertThat(text(get("/en/services" + query))).contains("provider Google LLC: 3 services (of 20 in the register on 13 September 2021)");
        assertThat(get("/services" + query)).contains("class=\"tb-filter\" href=\"/services?asOf=2021-09-13\"");
    }

    @Test
    void aDayIsReadAsPeopleWriteItAndReadBackToThem() throws Exception {
        assertThat(get("/services?asOf=" + encoded("令和3年9月13日"))).contains("<b>20</b>").contains("2021年9月13日（月）と読み取りました");
        assertThat(get("/en/services?asOf=" + encoded("R3.9.13"))).contains("Read as Monday, 13 September 2021");
        assertThat(get("/services?asOf=2021-09-13")).doesNotContain("読み取りました");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2021-02-30", "asOf=2019-12-31", "asOf=gestern", "knownAt=now", "status=happy", "limit=0", "cursor=x", "sort=price"})
    void aQuestionThatCannotBeReadIsAnsweredInWordsAndKeepsTheInput(String query) throws Exception {
        var answer = answer("/services?q=azure&" + query, "text/html");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("role=\"alert\"").doesNotContain("??");
        if (query.startsWith("asOf")) {
            assertThat(answer.getContentAsString())
                    .contains("value=\"azure\"").contains("value=\"" + query.substring(5) + "\"").contains("aria-invalid=\"true\"");
        }
    }

    @Test
    void anEmptyListSaysWhichConditionEmptiedItAndTakesItAway() throws Exception {
        var page = get("/services?asOf=2021-09-13&q=azure&provider=Google%20LLC");

        assertThat(text(page)).contains("条件に合うサービスはありません").contains("条件は『「azure」を含む』です。外すと3件");
        assertThat(page).contains("href=\"/services?provider=Google%20LLC&amp;asOf=2021-09-13\"");
        assertThat(get("/services?asOf=2021-03-11")).contains("最初の登録は2021年3月12日");
    }

    @Test
    void aColumnThatNothingIsKnownForIsHiddenUntilItIsAskedFor() throws Exception {
        var page = get("/services?asOf=2021-09-13");

        assertThat(page).doesNotContain("data-label=\"有効期限\"").contains("列を隠しています");
        assertThat(get("/services?asOf=2021-09-13&columns=number.validUntil"))
                .contains("data-label=\"有効期限\"").doesNotContain("data-label=\"事業者\"");
    }

    @Test
    void theListIsPutInOrderByItsHeadings() throws Exception {
        assertThat(get("/services?asOf=2021-09-13")).contains("aria-sort=\"ascending\"><a href=\"/services?asOf=2021-09-13&amp;sort=-number\"");
        assertThat(names(get("/services?asOf=2021-09-13&sort=-number")).get(0)).isEqualTo("Oracle Exadata Cloud@Customer");
        assertThat(get("/services?asOf=2021-09-13&sort=-number")).contains("aria-sort=\"descending\"");
    }

    @Test
    void pagesFollowOneAnotherWithoutRepeatingOrLosingAService() throws Exception {
        var first = get("/services?asOf=2021-09-13&limit=12");
        var next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        var second = get(next);

        assertThat(names(first)).hasSize(12);
        assertThat(names(second)).hasSize(8).doesNotContainAnyElementsOf(names(first));
        assertThat(second).contains("rel=\"first\"").doesNotContain("rel=\"next\"").contains("<b>20</b>");
    }

    @Test
    void aProgramThatAcceptsCsvOrJsonGetsItAtTheSameAddress() throws Exception {
        assertThat(answer("/services?asOf=2021-06-22", "text/csv").getContentType()).startsWith("text/csv");
        assertThat(answer("/services?asOf=2021-06-22", "application/json").getContentAsString()).contains("\"C21-0014-2\"");
        assertThat(answer("/services?asOf=2021-06-22", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").getContentType())
                .startsWith("text/html");
        assertThat(answer("/services?asOf=2021-02-30", "application/json").getContentType()).startsWith("application/problem+json");
    }

    @Test
    void whatIsUnknownInTheAddressIsDropped() throws Exception {
        var answer = answer("/services?asOf=2021-06-22&utm_source=x&provider=", "text/html");

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/services?asOf=2021-06-22");
    }

    @Test
    void englishPagesHoldJapaneseOnlyAsMarkedData() throws Exception {
        for (var path : List.of("/en/services", "/en/services?asOf=2021-09-13", "/en/services?q=zzz", "/en/services?asOf=2021-09-13&provider=" + encoded("富士通株式会社"), "/en/services?asOf=2021-02-30")) {
            assertThat(unmarkedJapanese(answer(path, "text/html").getContentAsString())).as(path).isEmpty();
        }
    }

    @Test
    void fiftyRowsAreALightPageWithoutACookie() throws Exception {
        var answer = answer("/services?asOf=2021-09-13", "text/html");

        assertThat(answer.getContentAsByteArray().length).isLessThan(20 * 150_000 / 50);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'self'");
    }

    /** What is left of Japanese once everything marked as Japanese is taken away. */
    static List<String> unmarkedJapanese(String page) {
        var unmarked = page.replaceAll("<(\\w+)[^>]* lang=\"ja\"[^>]*>[^<]*</\\1>", "")
                .replaceAll("<input[^>]*>", "").replaceAll("<title>.*?</title>", "").replaceAll("href=\"[^\"]*\"", "");
        return Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]+").matcher(unmarked).results().map(found -> found.group()).toList();
    }

    private static List<String> names(String page) {
        return ROW.matcher(page).results().map(found -> found.group(1).replace("&amp;", "&")).toList();
    }

    static String text(String page) {
        return page.replaceAll("(?s)<[^>]*>", "").replaceAll("&#39;", "'");
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String get(String path) throws Exception {
        var answer = answer(path, "text/html");
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path, String accept) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).header("Accept", accept)).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
