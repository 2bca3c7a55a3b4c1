// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.use.site.downloads.DataSet;
import jp.torokubo.use.site.downloads.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
class GivenFilesTest {

    private static final Pattern FILE_AND_HASH = Pattern.compile(
            "href=\"(/[^\"]*data/files/[^\"]*)\".*?<code class=\"tb-hash\">([0-9a-f]{64})</code>", Pattern.DOTALL);

    @Autowired MockMvc web;
    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;
    @Autowired Tables tables;
    @Autowired SettableClock clock;

    @BeforeEach
    void theTwentyServicesAreThere() {
        if (reading.standing(RegisterName.ISMAP, null).registerIndex() < 0) {
            TwentyServices.record(recordEvents);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/en/data", "/data?asOf=2021-06-22"})
    void theHashBesideAFileIsThatOfTheFile(String address) throws Exception {
        var shown = shown(address);

        assertThat(shown).hasSize(DataSet.values().length * 4);
        for (var file : shown.entrySet()) {
            assertThat(sha256(bytes(file.getKey()))).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void theFileOfSumsHasEveryHashOfThePage() throws Exception {
        var sums = new String(bytes("/data/SHA256SUMS"), StandardCharsets.UTF_8);

        for (var file : shown("/data").entrySet()) {
            assertThat(sums).contains(file.getValue() + "  " + file.getKey().replaceFirst(".*/", "") + "\n");
        }
    }

    @Test
    void theFileOfADayIsTheSameFileMuchLater() throws Exception {
        var before = shown("/data?asOf=2021-09-13");

        clock.advance(Duration.ofDays(400));

        assertThat(shown("/data?asOf=2021-09-13")).isEqualTo(before);
    }

    /** The same table made twice, outside the files that are kept: nothing of the moment of making gets into the bytes. */
    @Test
    void aWorkbookCarriesNoTimeOfMaking() throws Exception {
        var made = bytes("/data/files/services-2021-09-13.xlsx");

        try (var parts = org.apache.commons.compress.archivers.zip.ZipFile.builder().setByteArray(made).get()) {
            var properties = parts.getInputStream(parts.getEntry("docProps/core.xml")).readAllBytes();
            assertThat(new String(properties, StandardCharsets.UTF_8)).contains("Torokubo").doesNotContain("dcterms:created");
        }
    }

    @ParameterizedTest
    @CsvSource({"2021-03-11,0", "2021-03-12,10", "2021-06-22,14", "2021-07-30,15", "2021-09-13,20"})
    void theListOfADayHasAsManyRowsAsTheRegisterHadServices(String day, int services) throws Exception {
        var csv = new String(bytes("/data/files/services-" + day + ".csv"), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF登録番号,");
        assertThat(csv.lines().skip(1)).hasSize(services);
    }

    @Test
    void theHeadingsOfAFileAreThoseOfTheDictionary() throws Exception {
        for (var set : DataSet.values()) {
            var day = set == DataSet.SERVICES ? "-2021-09-13" : "";
            var csv = new String(bytes("/en/data/files/" + set.file() + day + ".csv"), StandardCharsets.UTF_8);
            var headings = tables.of(set, LocalDate.of(2021, 9, 13), Locale.ENGLISH).columns().stream().map(Table.Column::heading);

            assertThat(csv.lines().findFirst().orElseThrow().substring(1).split(",")).containsExactly(headings.toArray(String[]::new));
        }
    }

    @Test
    void aFileInShiftJisSaysHowManyCharactersItLacks() throws Exception {
        var answer = web.perform(get("/data/files/bodies-sjis.csv")).andExpect(status().isOk()).andReturn().getResponse();

        assertThat(answer.getContentType()).isEqualTo(Download.CSV_CP932.contentType());
        var missing = new String(answer.getContentAsByteArray(), "windows-31j").chars().filter(point -> point == '〓').count();
        assertThat(answer.getHeader("Unmappable-Characters")).isEqualTo(Long.toString(missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services.csv", "events-2021-09-13.csv", "people.csv", "services-2021-09-13.pdf"})
    void aFileThatIsNotGivenIsNotFound(String file) throws Exception {
        web.perform(get("/data/files/" + file)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/files/services-2021-02-30.csv", "/data?asOf=2019-12-31", "/data?asOf=tomorrow", "/stats?asOf=2021-13-01"})
    void anImpossibleDayIsRefusedInWords(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isBadRequest());
    }

    private Map<String, String> shown(String address) throws Exception {
        var page = new String(bytes(address), StandardCharsets.UTF_8);
        var files = new LinkedHashMap<String, String>();
        FILE_AND_HASH.matcher(page).results().forEach(found -> files.put(found.group(1), found.group(2)));
        return files;
    }

    private byte[] bytes(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
