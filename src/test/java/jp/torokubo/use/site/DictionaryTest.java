// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.correspondence.ExportNotes;
import jp.torokubo.record.register.RegisterWords;
import jp.torokubo.use.site.downloads.DataSet;
import jp.torokubo.use.site.downloads.Dictionary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TorokuboTest
class DictionaryTest {

    @Autowired MockMvc web;
    @Autowired Dictionary dictionary;
    @Autowired JsonMapper json;
    @Autowired MessageSource words;

    @Test
    void everyColumnOfEveryFileIsExplained() {
        for (var set : DataSet.values()) {
            assertThat(dictionary.columns(set, Locale.JAPANESE)).hasSize(set.columns().size());
        }
    }

    @Test
    void everyMemberOfTheApiIsExplained() throws Exception {
        var members = new TreeSet<String>();
        document().path("components").path("schemas").forEach(schema -> members.addAll(schema.path("properties").propertyNames()));

        assertThat(dictionary.entries().stream().map(Dictionary.Entry::key)).containsAll(members);
    }

    /** One name has one word: the file of the page of services and the files of the data page head their columns alike. */
    @Test
    void theListOfThePageIsHeadedByTheSameWords() throws Exception {
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            for (var key : List.of("registration_no", "registration_no_provenance", "name", "provider", "register",
                    "registered_on", "valid_until", "status", "last_known_status", "id")) {
                assertThat(dictionary.column(key, language).heading()).isEqualTo(RegisterWords.of(language, "column." + key));
            }
        }
    }

    @Test
    void theFileOfThePageOfTheCriteriaIsHeadedByTheSameWords() throws Exception {
        for (var language : List.of("ja", "en")) {
            var csv = web.perform(get("/criteria/2024-07.csv").queryParam("q", "9.2.3.11").queryParam("lang", language))
                    .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            var explained = dictionary.entries().stream().map(entry -> entry.heading(Locale.forLanguageTag(language))).toList();

            assertThat(csv.lines().findFirst().orElseThrow().substring(1).split(",")).isSubsetOf(explained).hasSize(13);
        }
    }

    @Test
    void theFileOfADossiersNotesIsHeadedByTheSameWords() {
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(ExportNotes.COLUMNS).allSatisfy(key -> assertThat(dictionary.column(key, language).heading())
                    .isEqualTo(words.getMessage("correspondence.column." + key, null, language)));
        }
    }

    @Test
    void everyEntryIsWholeInBothLanguagesAndStandsThereOnce() {
        assertThat(dictionary.entries()).allSatisfy(entry -> assertThat(Arrays.asList(
                entry.key(), entry.heading(), entry.headingInEnglish(), entry.meaning(), entry.meaningInEnglish(), entry.unit(),
                entry.unitInEnglish(), entry.example())).noneMatch(String::isBlank));
        assertThat(dictionary.entries().stream().map(Dictionary.Entry::key)).doesNotHaveDuplicates();
    }

    @Test
    void noFileHasTwoColumnsOfOneHeading() {
        for (var set : DataSet.values()) {
            var headings = dictionary.columns(set, Locale.JAPANESE).stream().map(column -> column.heading()).collect(Collectors.toList());
            assertThat(headings).doesNotHaveDuplicates();
        }
    }

    @Test
    void theDocumentOfTheApiIsOpenApi31AndNamesNoHost() throws Exception {
        var document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(document.path("info").path("license").path("identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(document.path("paths").propertyNames()).noneMatch(path -> path.startsWith("/operator"));
    }

    private JsonNode document() throws Exception {
        return json.readTree(web.perform(get("/api/openapi.json")).andReturn().getResponse().getContentAsByteArray());
    }
}
