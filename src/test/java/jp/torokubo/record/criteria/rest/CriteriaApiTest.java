// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TorokuboTest
class CriteriaApiTest {

    private static final String NEWER = "/api/v1/criteria/2024-07/controls";
    private static final Path SHIPPED = Path.of("src/main/resources/criteria/catalogue.tsv");

    /** What the world has seen of the catalogue. An edition is never edited: what changes is another edition, or an official text. */
    private static final String HASH_OF_WHAT_IS_SHIPPED = "0f0efa8636f10f0fe8f613eaa021ec550727a6c54d8a6aa41c08538e8531df1c";

    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;

    @Test
    void theShippedCatalogueIsStillTheOneThatWasShipped() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SHIPPED));

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(HASH_OF_WHAT_IS_SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({"2022-04, 1367", "2024-07, 1371"})
    void anEditionComesOutRowByRowAsItWasShipped(String edition, int rows) throws Exception {
        var lines = Files.readAllLines(SHIPPED);
        var names = lines.get(0).split("\t", -1);
        var shipped = lines.stream().skip(1).map(line -> line.split("\t", -1)).filter(row -> row[8].compareTo(edition) <= 0).toList();

        var answered = read("/api/v1/criteria/" + edition + "/controls?limit=2000");

        assertThat(shipped).hasSize(rows);
        assertThat(answered.path("total").asInt()).isEqualTo(rows);
        assertThat(answered.path("controls")).hasSize(rows);
        assertThat(answered.path("next_cursor").isNull()).isTrue();
        for (int i = 0; i < rows; i++) {
            var row = answered.path("controls").path(i);
            for (int cell = 0; cell < names.length; cell++) {
                var member = names[cell].equals("edition") ? "first_edition" : names[cell];
                assertThat(row.path(member).asString()).as("%s %s", shipped.get(i)[0], member).isEqualTo(shipped.get(i)[cell]);
            }
        }
    }

    @Test
    void theEditionsAreToldWithTheirCounts() throws Exception {
        mvc.perform(get("/api/v1/criteria"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.editions.length()").value(2))
                .andExpect(jsonPath("$.editions[0].id").value("2022-04"))
                .andExpect(jsonPath("$.editions[0].stands_from").value("2022-04-01"))
                .andExpect(jsonPath("$.editions[0].assessed").value(1159))
                .andExpect(jsonPath("$.editions[1].id").value("2024-07"))
                .andExpect(jsonPath("$.editions[1].stands_from").value("2024-07"))
                .andExpect(jsonPath("$.editions[1].assessed").value(1163))
                .andExpect(jsonPath("$.editions[1].mandatory.objectives").value(121))
                .andExpect(jsonPath("$.editions[1].mandatory.basic_details").value(31))
                .andExpect(jsonPath("$.editions[1].holes.length()").value(15));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1371", "tier=objective, 121", "tier=objective&suffix=P, 7", "suffix=PB, 28", "suffix=B&suffix=PB, 31", "'suffix=B,PB', 31",
        "obligation=mandatory, 234", "obligation=selectable, 1050", "'tier=governance,management,detail', 1163", "chapter=9, 157",
        "chapter=9&tier=detail, 135", "suffix=none&tier=detail, 984", "q=9.2.3.11, 1", "q=９.２.３.１１, 1", "q=9.2.3.11.PB, 1", "q=9.2.3.11.B, 0",
        "q=9.2.3, 12", "q=特権的アクセス権, 1", "q=Privileged Access, 1", "q=。, 0", "q=6.1.3.4, 0", "q=ISO/IEC 27014, 16"
    })
    void aQuestionCountsWhatItShould(String query, int total) throws Exception {
        assertThat(read(NEWER + "?" + query).path("total").asInt()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "tier=objektiv, criteria.value-unknown", "suffix=Q, criteria.value-unknown", "suffix=pb, criteria.value-unknown",
        "obligation=maybe, criteria.value-unknown", "chapter=2, criteria.value-unknown", "chapter=9.2, criteria.value-unknown",
        "limit=0, criteria.limit-malformed", "limit=2001, criteria.limit-malformed", "limit=ten, criteria.limit-malformed",
        "limit=-1, criteria.limit-malformed", "cursor=xyz, criteria.cursor-malformed", "cursor=%ff, criteria.cursor-malformed",
        "colour=red, criteria.parameter-unknown", "limit=1&limit=2, criteria.parameter-repeated"
    })
    void whatCannotBeReadIsRefusedInBothLanguages(String query, String code) throws Exception {
        mvc.perform(get(address(NEWER + "?" + query)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.detail_en").isNotEmpty());
    }

    @Test
    void anUnknownTierIsToldTheKnownOnes() throws Exception {
        mvc.perform(get(NEWER).queryParam("tier", "x")).andExpect(jsonPath("$.detail").value(containsString("governance, management, objective")));
    }

    @ParameterizedTest
    @CsvSource({"2022-03-31, ''", "2022-04-01, 2022-04", "2024-07-15, '2022-04,2024-07'", "2026-11-21, 2024-07"})
    void onADayThoseEditionsAreToldThatMayStand(String day, String editions) throws Exception {
        var told = new ArrayList<String>();
        read("/api/v1/criteria?asOf=" + day).path("editions").forEach(edition -> told.add(edition.path("id").asString()));

        assertThat(String.join(",", told)).isEqualTo(editions);
    }

    @ParameterizedTest
    @CsvSource({"asOf=2024-02-30, criteria.day-malformed", "asOf=2024-07, criteria.day-malformed", "day=2024-07-01, criteria.parameter-unknown"})
    void aDayThatIsNoneIsRefused(String query, String code) throws Exception {
        mvc.perform(get(address("/api/v1/criteria?" + query))).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void wordsWithoutEndAreRefused() throws Exception {
        mvc.perform(get(NEWER).queryParam("q", "鍵".repeat(201)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("criteria.text-too-long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/criteria/2020-06/controls", "/api/v1/criteria/diff/controls", "/api/v1/criteria/2024-7/controls"})
    void anEditionThatIsNotLoadedIsNotThere(String address) throws Exception {
        mvc.perform(get(address))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("criteria.edition-unknown"))
                .andExpect(jsonPath("$.detail_en").value(containsString("2022-04, 2024-07")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1371, 2000})
    void pagesTogetherAreTheWholeInOrder(int limit) throws Exception {
        var ids = new ArrayList<String>();
        var query = limit == 1 ? "suffix=B" : "q=";
        var whole = ids(read(NEWER + "?limit=2000&" + query));
        String cursor = null;
        do {
            var page = read(NEWER + "?limit=" + limit + "&" + query + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.path("total").asInt()).isEqualTo(whole.size());
            ids.addAll(ids(page));
            cursor = page.path("next_cursor").isNull() ? null : page.path("next_cursor").asString();
        } while (cursor != null);

        assertThat(ids).isEqualTo(whole);
    }

    @Test
    void aCursorGoesWithItsQuestionOnly() throws Exception {
        var cursor = read(NEWER + "?limit=5").path("next_cursor").asString();

        for (var other : List.of(NEWER + "?tier=detail&cursor=", "/api/v1/criteria/2022-04/controls?cursor=")) {
            mvc.perform(get(address(other + cursor))).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("criteria.cursor-malformed"));
        }
        mvc.perform(get(address(NEWER + "?limit=900&cursor=" + cursor))).andExpect(status().isOk());
    }

    @Test
    void whoHasTheAnswerIsToldThatItHasNotChanged() throws Exception {
        for (var address : List.of("/api/v1/criteria", NEWER + "?tier=objective")) {
            var tag = mvc.perform(get(address)).andReturn().getResponse().getHeader("ETag");

            mvc.perform(get(address).header("If-None-Match", tag))
                    .andExpect(status().isNotModified())
                    .andExpect(header().string("ETag", tag))
                    .andExpect(content().string(""));
        }
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("controls").forEach(row -> ids.add(row.path("id").asString()));
        return ids;
    }

    private JsonNode read(String address) throws Exception {
        var answer = mvc.perform(get(address(address))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        return json.readTree(answer.getContentAsByteArray());
    }

    private static URI address(String address) {
        var at = address.indexOf('?');
        return URI.create(at < 0 || address.endsWith("%ff")
                ? address : address.substring(0, at + 1) + UriUtils.encodeQuery(address.substring(at + 1), StandardCharsets.UTF_8));
    }
}
