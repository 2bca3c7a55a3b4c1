// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.torokubo.TorokuboTest;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

@TorokuboTest
class CriteriaPagesTest {

    private static final Pattern COUNT = Pattern.compile("<p class=\"tb-count\">.*?<b>(\\d+)</b>", Pattern.DOTALL);
    private static final int MOST_BYTES_OF_FIFTY_ROWS = 150_000;

    @Autowired MockMvc browser;
    @Autowired JsonMapper json;

    @ParameterizedTest
    @ValueSource(strings = {
        "/criteria", "/criteria?edition=2022-04", "/criteria/2024-07", "/criteria/2022-04?chapter=9&tier=detail", "/criteria/2024-07?q=nosuchword",
        "/criteria/2024-07?q=6.1.3.4", "/criteria/2024-07?no=99", "/criteria/2024-07/9", "/criteria/2024-07/9.2.3",
        "/criteria/2024-07/9.2.3.11.PB", "/criteria/2024-07/9.2.3.1", "/criteria/2024-07/3.1.1", "/criteria/2024-07/6.1.3.4",
        "/criteria/2024-07/4.1", "/criteria/2024-07/8.1.5.4.P", "/criteria/diff", "/criteria/diff?from=2024-07&to=2022-04",
        "/criteria/diff?from=2024-07&to=2024-07"
    })
    void everyPageAnswersInBothLanguages(String address) throws Exception {
        var status = address.contains("no=99") ? 404 : 200;

        assertThat(text(address, status)).contains("lang=\"ja\"").doesNotContain("??");
        assertThat(main(text("/en" + address, status)).replaceAll("<(\\w+)[^>]* lang=\"ja\"[^>]*>[^<]*</\\1>", ""))
                .doesNotContain("??")
                .doesNotContainPattern("[ぁ-んァ-ヶ]");
    }

    @Test
    void theEditionsSayWhatEveryStatementContains() throws Exception {
        assertThat(main(text("/criteria", 200)))
                .contains("<b>1,163</b>", "<b>1,159</b>", "より新しい版が適用されているかもしれません", "2025年9月18日", "合わせて234件です")
                .contains("<dd>18</dd>", "<dd>64</dd>", "<dd>121</dd>", "<dd>31</dd>");
    }

    @Test
    void ofTheNewerEditionOnlyTheMonthIsSaid() throws Exception {
        assertThat(main(text("/criteria/2024-07", 200))).contains("<time datetime=\"2024-07\">2024年7月</time>", "日は不明").doesNotContain("2024年7月1日");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "chapter=9", "tier=objective&suffix=P", "obligation=mandatory&limit=2000", "q=鍵", "q=９.２.３.１１", "suffix=B,PB", "q=cryptographic key",
        "q=ないことば", "tier=governance&tier=management"
    })
    void theCountOfThePageIsThatOfTheFilesAndTheApi(String query) throws Exception {
        var count = COUNT.matcher(text("/criteria/2024-07?" + query, 200));
        assertThat(count.find()).isTrue();
        long said = Long.parseLong(count.group(1));

        assertThat(rows(text("/criteria/2024-07.csv?" + query, 200))).isEqualTo(said);
        assertThat(json.readTree(text("/api/v1/criteria/2024-07/controls?" + query, 200)).path("total").asLong()).isEqualTo(said);
        assertThat(json.readTree(text("/criteria/2024-07.json?" + query, 200)).path("controls")).hasSize((int) said);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer("/criteria/2024-07.xlsx?" + query).getContentAsByteArray()))) {
            assertThat(book.getFirstSheet().read().size() - 1L).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.2.3.11, 9.2.3.11.PB", "９.２.３.１１, 9.2.3.11.PB", "9.2.3.11.PB, 9.2.3.11.PB", "9.2.3, 9.2.3", "６.１.３.４, 6.1.3.4", "6.3, 6.3.P"
    })
    void aNumberOpensItsControlAsItWasTyped(String typed, String id) throws Exception {
        assertThat(answer("/criteria/2024-07?no=" + typed).getHeader("Location")).isEqualTo("/criteria/2024-07/" + id);
        assertThat(answer("/en/criteria/2024-07?no=" + typed).getHeader("Location")).isEqualTo("/en/criteria/2024-07/" + id);
        if (!typed.equals(id)) {
            assertThat(answer("/criteria/2024-07/" + typed).getHeader("Location")).isEqualTo("/criteria/2024-07/" + id);
        }
    }

    @Test
    void aNumberThatIsNoneIsKeptInTheFieldAndSaidToBeNone() throws Exception {
        assertThat(text("/criteria/2024-07?no=9.9.9.9", 404)).contains("value=\"9.9.9.9\"", "aria-invalid=\"true\"", "<title>エラー：");
    }

    @Test
    void aPointerIsShownAsOne() throws Exception {
        assertThat(main(text("/criteria/2024-07/9.2.3.1", 200))).contains("規格の箇所を指すだけの項目です");
        assertThat(main(text("/criteria/2024-07/9.2.3", 200)))
                .doesNotContain("規格の箇所を指すだけの項目です")
                .contains("<span class=\"tb-kind\">箇所</span><span class=\"tb-quiet\">9.2.3 実施の手引 a)</span>");
    }

    @Test
    void theCautionStandsOnceOnAPage() throws Exception {
        assertThat(main(text("/criteria/2024-07?limit=100", 200)).split("公式の見出しと照らしていません", -1)).hasSize(2);
    }

    @Test
    void anObligationCitesItsArticle() throws Exception {
        assertThat(main(text("/criteria/2024-07/9.2.3.11.PB", 200))).contains("それ自体が基本言明要件で", "根拠：管理基準 2.2.4", "根拠：管理基準 2.1");
        assertThat(main(text("/criteria/2024-07/9.2.3.1", 200))).contains("選ばないときは理由が要ります");
        assertThat(main(text("/criteria/2024-07/9.2", 200))).doesNotContain("2.2.4");
    }

    @Test
    void aControlSaysInWhichEditionsItIsAndWhatChanged() throws Exception {
        assertThat(main(text("/criteria/2024-07/8.1.5.4.P", 200))).contains("ISMAP管理基準（2022年4月1日改定版）にはありません", "この版で加わりました");
        assertThat(main(text("/criteria/2024-07/9.2.3.11.PB", 200))).contains("この版で文言または例が変わりました", "/criteria/2022-04/9.2.3.11.PB");
    }

    @Test
    void listsThatWereNotObtainedAreNotShown() throws Exception {
        assertThat(main(text("/criteria/2024-07/9.2.3.11.PB", 200))).doesNotContain("主たる監査対象", "800-53");
    }

    @Test
    void theDifferenceNamesFourNewAndFiveChanged() throws Exception {
        assertThat(main(text("/criteria/diff", 200)))
                .contains("加わったもの4件、なくなったもの0件、変わったもの5件", "1,362行（うち評価される項目1,154件）", "/criteria/2024-07/13.2.3.7.P");
        assertThat(main(text("/criteria/diff?from=2024-07&to=2022-04", 200)))
                .contains("加わったもの0件、なくなったもの4件、変わったもの5件", "/criteria/2024-07/13.2.3.7.P");
    }

    @ParameterizedTest
    @CsvSource({
        "/criteria/2020-06, 404", "/criteria/2020-06/9.2.3, 404", "/criteria/2024-07/9.9.9, 404", "/criteria/2022-04/8.1.5.4.P, 404",
        "/criteria/2024-07/nothing, 404", "/criteria/2024-07/9.2.3.11.B, 404", "/criteria/diff?from=2020-06, 404", "/criteria?edition=x, 404",
        "/criteria/2024-07?tier=x, 400", "/criteria/2024-07?cursor=x, 400", "/criteria/2024-07?limit=0, 400", "/criteria/2024-07.pdf, 404",
        "/criteria/2024-07.csv?enc=latin1, 400", "/criteria/2024-07.csv?colour=red, 400", "/criteria/nothing, 404"
    })
    void whatIsNotThereIsSaidNotToBe(String address, int status) throws Exception {
        assertThat(text(address, status)).doesNotContain("Exception");
    }

    @Test
    void fiftyRowsAreLight() throws Exception {
        for (var address : new String[] {"/criteria/2024-07", "/en/criteria/2024-07?chapter=12", "/criteria/2024-07?tier=detail"}) {
            assertThat(text(address, 200).getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES_OF_FIFTY_ROWS);
        }
    }

    @Test
    void theFileSpeaksTheWordsOfThePage() throws Exception {
        assertThat(text("/criteria/2024-07.csv?q=9.2.3.11", 200))
                .startsWith("\uFEFF管理基準の版,ID,段,")
                .contains("2024-07,9.2.3.11.PB,詳細管理策,9.2.3,PB,原則必須,");
        assertThat(text("/en/criteria/2024-07.csv?q=9.2.3.11", 200)).contains(",Detailed control,9.2.3,PB,mandatory in principle,");
        assertThat(text("/criteria/2024-07.csv?q=9.2.3.11&lang=en", 200)).contains(",Detailed control,9.2.3,PB,mandatory in principle,");
    }

    private static long rows(String csv) throws Exception {
        try (var rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(csv))) {
            return rows.stream().count();
        }
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private String text(String address, int status) throws Exception {
        var answer = answer(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        var parts = address.split("\\?", 2);
        var path = UriUtils.encodePath(parts[0], StandardCharsets.UTF_8);
        return browser.perform(get(URI.create(
                        parts.length == 1 || parts[1].isEmpty() ? path : path + "?" + UriUtils.encodeQuery(parts[1], StandardCharsets.UTF_8))))
                .andReturn()
                .getResponse();
    }
}
