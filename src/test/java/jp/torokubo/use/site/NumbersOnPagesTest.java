// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.use.site.census.Census;
import jp.torokubo.use.site.census.TakeCensus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
class NumbersOnPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired MockMvc web;
    @Autowired RecordEvents recordEvents;
    @Autowired TakeCensus takeCensus;

    @BeforeEach
    void theTwentyServicesAreThere() {
        if (takeCensus.handle(RegisterName.ISMAP, TODAY).isEmpty()) {
            TwentyServices.record(recordEvents);
        }
    }

    @Test
    void theFirstPageCountsWhatIsKnownAndSaysWhyItCannotCountTheRest() throws Exception {
        var page = page("/");

        assertThat(page).contains("20<small>件</small>", "14事業者", "2021年9月13日までの公表資料から作った登録簿です");
        assertThat(page).contains("20件の期限が未公表のため数えられません");
        assertThat(page).doesNotContain("登録中（");
    }

    @ParameterizedTest
    @CsvSource({"2021-03-11,0", "2021-03-12,10", "2021-06-22,14", "2021-07-30,15", "2021-09-13,20", "2026-11-21,20"})
    void theCensusOfADayIsTheListOfThatDay(LocalDate day, int services) throws Exception {
        var census = takeCensus.handle(RegisterName.ISMAP, day);

        assertThat(census.listed()).hasSize(services);
        var rows = csv("/stats/providers.csv?asOf=" + day).lines().skip(1).toList();
        assertThat(rows).hasSize(census.providers().size());
        assertThat(rows.stream().mapToInt(row -> Integer.parseInt(row.replaceFirst(".*,", ""))).sum()).isEqualTo(services);
        assertThat(census.batches().stream().mapToLong(Census.Batch::added).sum()).isEqualTo(services);
    }

    @Test
    void pictureTableAndFileOfTheBatchesSayTheSame() throws Exception {
        var page = page("/stats");

        assertThat(csv("/stats/growth.csv").lines().skip(1)).containsExactly(
                "2021-03-12,10,10", "2021-06-22,4,14", "2021-07-30,1,15", "2021-09-13,5,20");
        assertThat(page).contains(">+10</text>", ">+4</text>", ">+1</text>", ">+5</text>", ">14</text>", ">15</text>");
        assertThat(page).contains("2021年3月12日</time></th><td class=\"tb-n\">10</td><td class=\"tb-n\">10</td>");
    }

    @Test
    void sixteenNumbersAreShownAsInferredAndFourAsConfirmed() throws Exception {
        assertThat(csv("/stats/numbers.csv").lines().skip(1)).containsExactly("official,4", "inferred,16");
        assertThat(page("/data/quality")).contains("20件中16件が満たさない");
    }

    @Test
    void countsOfOthersAreToldApartFromOfficialOnes() throws Exception {
        var rows = csv("/en/stats/counts.csv");

        assertThat(rows).contains("2021-03-12,ismap,10,,official", "2022-06-01,ismap,34,25,official", "2024-01,ismap,62,42,secondary");
    }

    @Test
    void withoutAnyExpiryThereIsAReasonInPlaceOfAPicture() throws Exception {
        assertThat(page("/stats")).contains("図にできる期限がありません", "20件すべての有効期限が未公表です");
        assertThat(page("/calendar")).contains("分かっている日はありません", "期限を示すために要るもの");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String csv(String address) throws Exception {
        return page(address).substring(1);
    }
}
