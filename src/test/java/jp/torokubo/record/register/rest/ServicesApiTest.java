// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.completeUntil;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
@FreshDatabase
class ServicesApiTest {

    private static final String LIST = "/api/v1/services";

    @Autowired RecordEvents recordEvents;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    @BeforeEach
    void threeServices() {
        entered(recordEvents,
                completeUntil(LocalDate.of(2021, 9, 13)),
                granted(1, FIRST_BATCH, facts("C21-0001-2", "一クラウド", "富士通株式会社")),
                granted(2, FIRST_BATCH, facts("C21-0002-2", "二クラウド", "日本電気株式会社")),
                granted(3, LocalDate.of(2021, 6, 22), facts(null, "三クラウド", "株式会社日立製作所")));
    }

    @Test
    void theListHasTheMembersItPromises() throws Exception {
        mvc.perform(get(LIST).queryParam("asOf", "2021-06-22"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(jsonPath("$.as_of").value("2021-06-22"))
                .andExpect(jsonPath("$.known_at").value(org.hamcrest.Matchers.matchesPattern("2026-11-21T03:00:00\\.\\d{6}Z")))
                .andExpect(jsonPath("$.register_index").value(3))
                .andExpect(jsonPath("$.complete_until").value("2021-09-13"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.next_cursor").value(nullValue()))
                .andExpect(jsonPath("$.services[0].id").value(service(1).value().toString()))
                .andExpect(jsonPath("$.services[0].registration_no").value("C21-0001-2"))
                .andExpect(jsonPath("$.services[0].registration_no_provenance").value("inferred"))
                .andExpect(jsonPath("$.services[0].name").value("一クラウド"))
                .andExpect(jsonPath("$.services[0].provider").value("富士通株式会社"))
                .andExpect(jsonPath("$.services[0].register").value("ismap"))
                .andExpect(jsonPath("$.services[0].registered_on").value("2021-03-12"))
                .andExpect(jsonPath("$.services[0].valid_until").value(nullValue()))
                .andExpect(jsonPath("$.services[0].status").value("registered"))
                .andExpect(jsonPath("$.services[2].registration_no").value(nullValue()));
    }

    @Test
    void todayTheStatusIsUnknownAndTheLastKnownOneStandsBeside() throws Exception {
        mvc.perform(get(LIST))
                .andExpect(jsonPath("$.as_of").value("2026-11-21"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.services[0].status").value("unknown"))
                .andExpect(jsonPath("$.services[0].last_known_status").value("registered"));
    }

    @Test
    void whatWasKnownBeforeACorrectionIsAnsweredAfterItToo() throws Exception {
        clock.advance(Duration.ofDays(1));
        entered(recordEvents, new Corrected(1, new RegisterEvent.Granted(service(1), FIRST_BATCH, facts("C21-0001-2", "正しい名", "富士通株式会社")), "誤り"));

        var at = "2021-06-22";
        mvc.perform(get(LIST).queryParam("asOf", at)).andExpect(jsonPath("$.services[0].name").value("正しい名"));
        mvc.perform(get(LIST).queryParam("asOf", at).queryParam("knownAt", "2026-11-21T12:00:00Z"))
                .andExpect(jsonPath("$.services[0].name").value("一クラウド"))
                .andExpect(jsonPath("$.register_index").value(3));
        mvc.perform(get(LIST).queryParam("asOf", at).queryParam("knownAt", "2026-11-21T21:00:00+09:00"))
                .andExpect(jsonPath("$.services[0].name").value("一クラウド"));
        mvc.perform(get(LIST).queryParam("asOf", at).queryParam("knownAt", "2026-11-21T12:00:00Z").accept("text/csv"))
                .andExpect(content().string(containsString("一クラウド")));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2021-02-30, register.day-malformed", "asOf=2019-12-31, register.day-before-scheme", "asOf=きょう, register.day-malformed",
        "knownAt=yesterday, register.instant-malformed",
        "knownAt=+999999999-12-31T23:59:59Z, register.instant-malformed", "register=other, register.register-unknown", "status=fine, register.status-unknown",
        "sort=colour, register.order-unknown", "limit=0, register.limit-malformed", "limit=2001, register.limit-malformed",
        "limit=ten, register.limit-malformed", "cursor=xyz, register.cursor-malformed", "as_of=2021-01-01, register.parameter-unknown",
        "asOf=2021-03-12&asOf=2021-03-13, register.parameter-repeated"
    })
    void whatCannotBeReadIsRefusedInBothLanguages(String query, String code) throws Exception {
        mvc.perform(get(java.net.URI.create(LIST + "?" + org.springframework.web.util.UriUtils.encodeQuery(query, StandardCharsets.UTF_8))))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.detail_en").isNotEmpty());
    }

    @Test
    void anUnknownParameterIsToldTheKnownOnes() throws Exception {
        mvc.perform(get(LIST).queryParam("colour", "red")).andExpect(jsonPath("$.detail").value(containsString("asOf, knownAt, register, q")));
    }

    @Test
    void pagesFollowOneAnotherByTheirCursor() throws Exception {
        var first = mvc.perform(get(LIST).queryParam("limit", "2"))
                .andExpect(jsonPath("$.services.length()").value(2))
                .andExpect(jsonPath("$.total").value(3))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String cursor = com.jayway.jsonpath.JsonPath.read(first, "$.next_cursor");

        clock.advance(Duration.ofDays(1));
        mvc.perform(get(LIST).queryParam("limit", "2").queryParam("cursor", cursor))
                .andExpect(jsonPath("$.as_of").value("2026-11-21"))
                .andExpect(jsonPath("$.services.length()").value(1))
                .andExpect(jsonPath("$.next_cursor").value(nullValue()));
    }

    @Test
    void csvOfTheListHasAMarkAHeaderAndARowForEach() throws Exception {
        var csv = mvc.perform(get(LIST).queryParam("asOf", "2021-06-22").accept("text/csv"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andReturn().getResponse().getContentAsByteArray();

        var text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF登録番号,").contains("富士通株式会社");
        assertThat(text.split("\r\n")).hasSize(4);
        assertThat(mvc.perform(get("/services").queryParam("asOf", "2021-06-22").accept("text/csv")).andReturn().getResponse().getContentAsByteArray())
                .isEqualTo(csv);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/csv | text/csv", "text/csv;q=0.1, application/json | application/json", "application/json;q=0.5, text/csv | text/csv",
        "text/csv, application/json | text/csv", "text/csv;q=0, */* | application/json", "text/html | application/json"
    })
    void theKindThatIsWantedMostIsSent(String accept, String kind) throws Exception {
        mvc.perform(get(LIST).header("Accept", accept)).andExpect(content().contentTypeCompatibleWith(kind));
    }

    @Test
    void aServiceIsAnsweredByNumberAndById() throws Exception {
        for (var key : new String[] {"C21-0001-2", service(1).value().toString()}) {
            mvc.perform(get(LIST + "/" + key).queryParam("asOf", "2021-06-22"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.service.name").value("一クラウド"))
                    .andExpect(jsonPath("$.basis.kind").value("publication"))
                    .andExpect(jsonPath("$.validity.published").value(nullValue()))
                    .andExpect(jsonPath("$.granted_by").value(1));
        }
        mvc.perform(get(LIST + "/C21-0001-2").queryParam("asOf", "2021-03-11")).andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("register.service-unknown"));
        mvc.perform(get(LIST + "/C99-9999-9")).andExpect(status().isNotFound());
    }

    @Test
    void aFormerNumberIsAnsweredWithTheNewOne() throws Exception {
        entered(recordEvents, new RegisterEvent.FactsStated(service(1), LocalDate.of(2021, 7, 1), facts("C21-0099-2", "一クラウド", "富士通株式会社")));

        mvc.perform(get(LIST + "/C21-0001-2?asOf=2021-08-01"))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", LIST + "/C21-0099-2?asOf=2021-08-01"));
    }

    @Test
    void everythingRecordedOfAServiceIsAnswered() throws Exception {
        entered(recordEvents, new RegisterEvent.Suspended(service(1), LocalDate.of(2021, 7, 1), "調査"));
        entered(recordEvents, new Corrected(4, null, "誤り"));

        var page = mvc.perform(get(LIST + "/C21-0001-2/events").queryParam("limit", "2"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.events[0].type").value("granted"))
                .andExpect(jsonPath("$.events[0].says.facts.name").value("一クラウド"))
                .andExpect(jsonPath("$.events[1].effective_on").value("2021-07-01"))
                .andExpect(jsonPath("$.events[1].corrected_by").value(5))
                .andExpect(jsonPath("$.events[1].leaf_hash").isNotEmpty())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String cursor = com.jayway.jsonpath.JsonPath.read(page, "$.next_cursor");
        mvc.perform(get(LIST + "/C21-0001-2/events").queryParam("cursor", cursor))
                .andExpect(jsonPath("$.events.length()").value(1))
                .andExpect(jsonPath("$.events[0].type").value("corrected"));
        mvc.perform(get(LIST + "/C21-0002-2/events").queryParam("cursor", cursor)).andExpect(status().isBadRequest());
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() throws Exception {
        var first = mvc.perform(get(LIST)).andReturn().getResponse();
        var tag = first.getHeader("ETag");

        assertThat(tag).startsWith("\"");
        assertThat(first.getHeader("Content-Security-Policy")).isNotNull();
        mvc.perform(get(LIST).header("If-None-Match", tag))
                .andExpect(status().isNotModified()).andExpect(content().string("")).andExpect(header().string("ETag", tag));

        entered(recordEvents, granted(4, FIRST_BATCH, facts("C21-0004-2", "四クラウド", "丁")));

        mvc.perform(get(LIST).header("If-None-Match", tag)).andExpect(status().isOk()).andExpect(jsonPath("$.total").value(4));
    }

    @Test
    void theNextDayIsAnotherAnswer() throws Exception {
        mvc.perform(get(LIST)).andExpect(jsonPath("$.as_of").value("2026-11-21"));

        clock.set(java.time.Instant.parse("2026-11-21T14:59:59Z"));
        mvc.perform(get(LIST)).andExpect(jsonPath("$.as_of").value("2026-11-21"));
        clock.set(java.time.Instant.parse("2026-11-21T15:00:00Z"));
        mvc.perform(get(LIST)).andExpect(jsonPath("$.as_of").value("2026-11-22"));
    }

    @Test
    void aCompressedAnswerIsTheSameAnswerUnderAnotherTag() throws Exception {
        for (var round = 0; round < 2; round++) {
            var plain = mvc.perform(get(LIST)).andReturn().getResponse();
            var compressed = mvc.perform(get(LIST).header("Accept-Encoding", "br, gzip"))
                    .andExpect(header().string("Content-Encoding", "gzip"))
                    .andExpect(header().string("Vary", containsString("Accept-Encoding")))
                    .andReturn().getResponse();

            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.getContentAsByteArray())).readAllBytes())
                    .isEqualTo(plain.getContentAsByteArray());
            assertThat(compressed.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
        }
        mvc.perform(get(LIST).header("Accept-Encoding", "gzip;q=0")).andExpect(header().doesNotExist("Content-Encoding"));
    }

    @Test
    void thePageAsAFileHasItsQuestionAndItsColumns() throws Exception {
        mvc.perform(get("/services.csv").queryParam("asOf", "2021-06-22").queryParam("q", "富士通").queryParam("columns", "provider"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(content().string(containsString("一クラウド")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("登録日"))));
        mvc.perform(get("/services.xlsx")).andExpect(status().isOk());
        mvc.perform(get("/services.json").queryParam("asOf", "2021-06-22")).andExpect(jsonPath("$.services.length()").value(3));
    }
}
