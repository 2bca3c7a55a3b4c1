// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.Given;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.Status;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TorokuboTest
class CountsAgreeTest {

    private static final List<String> WORDS = List.of("", "富士", "日立製", "NEC", "クラウド", "一", "ない", "C21");
    private static final List<String> PROVIDERS = List.of("富士通株式会社", "株式会社日立製作所", "NEC,Inc.", "=甲");

    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;
    @Autowired MockMvc mvc;

    @Test
    void listCsvAndApiCountTheSameForAHundredQuestions() throws Exception {
        var random = new Random(100);
        for (var number = 0; number < 40; number++) {
            somethingHappens(number, random);
        }

        for (var question = 0; question < 100; question++) {
            var day = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(400));
            var text = WORDS.get(random.nextInt(WORDS.size()));
            var status = random.nextInt(3) == 0 ? Status.values()[random.nextInt(8)] : null;
            var provider = random.nextInt(4) == 0 ? PROVIDERS.get(random.nextInt(4)) : null;
            var list = reading.list(new ListQuestion(
                    RegisterName.ISMAP, day, null, text, status == null ? Set.of() : Set.of(status), provider, null, Order.NUMBER, false, 0,
                    null));

            var as = "%s 「%s」 %s %s".formatted(day, text, status, provider);
            var json = answer(asked(day, text, status, provider).queryParam("limit", "5"));
            assertThat(JsonPath.<Integer>read(json, "$.total")).as(as).isEqualTo((int) list.total());
            assertThat(rows(answer(asked(day, text, status, provider).accept("text/csv")))).as(as).isEqualTo(list.total());
            assertThat(list.services()).as(as).hasSize((int) list.total());
        }
    }

    private void somethingHappens(int number, Random random) {
        var day = LocalDate.of(2021, 2, 1).plusDays(random.nextInt(200));
        var facts = Given.facts("C21-%04d-2".formatted(number), "第" + number + "\"クラウド\"", PROVIDERS.get(random.nextInt(4)));
        Given.entered(recordEvents, Given.granted(number, day, random.nextBoolean() ? facts : Given.validUntil(facts, day.plusDays(60))));
        if (random.nextInt(3) == 0) {
            Given.entered(recordEvents, new RegisterEvent.Suspended(Given.service(number), day.plusDays(20), "調査"));
        }
        if (number == 20) {
            Given.entered(recordEvents, Given.completeUntil(LocalDate.of(2021, 9, 13)));
        }
    }

    private static MockHttpServletRequestBuilder asked(
            LocalDate day, String text, @org.jspecify.annotations.Nullable Status status, @org.jspecify.annotations.Nullable String provider) {
        var request = get("/api/v1/services").queryParam("asOf", day.toString());
        if (!text.isEmpty()) {
            request = request.queryParam("q", text);
        }
        if (status != null) {
            request = request.queryParam("status", status.code());
        }
        return provider == null ? request : request.queryParam("provider", provider);
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static long rows(String csv) throws Exception {
        try (var rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(csv))) {
            return rows.stream().count();
        }
    }
}
