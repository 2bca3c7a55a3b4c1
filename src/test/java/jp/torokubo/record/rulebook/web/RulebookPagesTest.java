// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import jp.torokubo.TorokuboTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
class RulebookPagesTest {

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @ValueSource(strings = {
        "/rulebook", "/rulebook?asOf=2021-09-01", "/rulebook/basic-framework", "/rulebook/basic-framework?edition=1",
        "/rulebook/basic-framework/comparison", "/rulebook/control-criteria/comparison?from=1&to=7", "/rulebook/bodies",
        "/rulebook/periods", "/rulebook/low-impact", "/rulebook/terms", "/rulebook/common-standards?asOf=2020-06-03"
    })
    void everyPageAnswersInBothLanguages(String address) throws Exception {
        assertThat(text(address, 200)).contains("lang=\"ja\"").doesNotContain("??");
        assertThat(text("/en" + address, 200)).contains("lang=\"en\"").doesNotContain("??");
    }

    @Test
    void theComparisonOfTheAmendmentStandsOnThePage() throws Exception {
        var page = text("/rulebook/basic-framework/comparison", 200);

        assertThat(page)
                .contains("<th scope=\"col\">改正案</th><th scope=\"col\">旧</th>", "<ins>デジタル社会推進会議幹事会</ins>",
                        "<del>各府省情報化統括責任者（CIO）連絡会議</del>", "<del>情報通信技術（IT）総合戦略室）</del>", "4か所");
        assertThat(page.split("<ins>", -1)).hasSize(5);
        assertThat(page.split("<del>", -1)).hasSize(6);
    }

    @Test
    void theSameTableIsPrintedOnA4() throws Exception {
        var answer = answer("/rulebook/basic-framework/comparison.pdf");

        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            assertThat(new PDFTextStripper().getText(pdf)).contains("改正案", "デジタル庁", "総合戦略室");
        }
    }

    @Test
    void theSameTableIsAWorkbook() throws Exception {
        var answer = answer("/rulebook/basic-framework/comparison.xlsx");

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(1)).isEqualTo("改正案");
            assertThat(rows.stream().filter(row -> "true".equalsIgnoreCase(row.getCell(5).getText()) || "1".equals(row.getCell(5).getRawValue()))).hasSize(4);
        }
    }

    @Test
    void twoSameEditionsDoNotDiffer() throws Exception {
        assertThat(text("/rulebook/basic-framework/comparison?from=2&to=2", 200)).contains("二つの版に違いはありません。");
    }

    @ParameterizedTest
    @CsvSource({
        "/rulebook?asOf=2021-02-30, 400",
        "/rulebook?asOf=2019-12-31, 400",
        "/rulebook/nothing, 404",
        "/rulebook/basic-framework?edition=9, 404",
        "/rulebook/basic-framework/comparison?from=9, 404",
        "/rulebook/basic-framework/comparison?from=x, 400",
    })
    void whatCannotBeShownIsSaidInWords(String address, int status) throws Exception {
        assertThat(text(address, status)).contains("role=\"alert\"");
    }

    @Test
    void theDayOfForceOfTheDraftAmendmentIsUnknown() throws Exception {
        assertThat(text("/rulebook/basic-framework?edition=3", 200)).contains("案</span>", "不明");
    }

    private String text(String address, int status) throws Exception {
        var answer = browser.perform(get(java.net.URI.create(address))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        var answer = browser.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }
}
