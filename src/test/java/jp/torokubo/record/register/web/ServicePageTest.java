// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterEvent.Granted;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;
import jp.torokubo.record.register.TwentyServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriUtils;

/** The pages of one service. */
@TorokuboTest
class ServicePageTest {

    private static final LocalDate MARCH = LocalDate.of(2021, 3, 12);

    @Autowired
    MockMvc mvc;

    @Autowired
    RecordEvents recordEvents;

    @Autowired
    SettableClock clock;

    @Test
    @FreshDatabase
    void whatIsKnownStandsWithItsSourceAndWhatIsNotKnownIsDashed() throws Exception {
        TwentyServices.enter(recordEvents);

        var page = get("/services/C21-0004-2?asOf=2021-09-13");
        assertThat(page).contains("<h1>").contains("Google Cloud Platform").contains("公表資料で確認").contains("2021年3月12日");
        assertThat(page).contains("<span class=\"tb-unknown\">未公表</span>").contains("計算していません");
        assertThat(page).contains("ISMAPクラウドサービスリストへの登録状況").contains("4行目").contains("記録番号");
        assertThat(page).contains("data-status=\"registered\"").contains("data-verdict=\"fit\"").contains("data-verdict=\"ask\"");
        assertThat(get("/services/C21-0001-2?asOf=2021-09-13")).contains("推定").doesNotContain("data-verdict=\"fit\"");
        assertThat(get("/services/C21-0004-2")).contains("確かめられるのは2021年9月13日までです").contains("2021年9月13日には登録中");
    }

    @Test
    @FreshDatabase
    void theLastDayIsExplainedStepByStep() throws Exception {
        enter(new Granted(TwentyServices.id(1), MARCH, facts("C21-0001-2", LocalDate.of(2024, 10, 30))));

        assertThat(get("/services/C21-0001-2")).contains("2026年2月28日").contains("2024年10月30日 の翌日 2024年10月31日").contains("その月の末日")
                .contains("基本規程 3.5").contains("この読み方は推定です");
        assertThat(get("/en/services/C21-0001-2")).contains("28 February 2026").contains("this reading is inferred");
    }

    @Test
    @FreshDatabase
    void aFormerNumberLeadsToThePresentOneForGood() throws Exception {
        var entry = enter(new Granted(TwentyServices.id(1), MARCH, facts("C21-0777-2", null)));
        clock.advance(Duration.ofMinutes(1));
        enter(new RegisterEvent.FactsStated(TwentyServices.id(1), MARCH.plusDays(1), facts("C21-0001-2", null)));

        var answer = answer("/en/services/C21-0777-2?asOf=2021-09-13");
        assertThat(entry).isNotNegative();
        assertThat(answer.getStatus()).isEqualTo(301);
        assertThat(answer.getHeader("Location")).isEqualTo("/en/services/C21-0001-2?asOf=2021-09-13&formerly=C21-0777-2");
        assertThat(get(answer.getHeader("Location"))).contains("The number C21-0777-2 has been replaced by C21-0001-2");
        assertThat(answer("/services/" + TwentyServices.id(1).value()).getStatus()).isEqualTo(302);
        assertThat(answer("/services/C21-0777-2/history").getHeader("Location")).isEqualTo("/services/C21-0001-2/history");
    }

    @Test
    @FreshDatabase
    void aNumberInFullWidthOrSmallLettersLeadsToTheService() throws Exception {
        TwentyServices.enter(recordEvents);

        for (var typed : new String[] {"c21-0004-2", "Ｃ２１－０００４－２", "C21‐0004‐2", " C21-0004-2"}) {
            var address = "/services/" + UriUtils.encodePathSegment(typed, StandardCharsets.UTF_8);
            assertThat(answer(address).getHeader("Location")).as(typed).isEqualTo("/services/C21-0004-2");
            assertThat(answer("/api/v1" + address).getStatus()).as(typed).isEqualTo(200);
        }
    }

    @Test
    @FreshDatabase
    void whatIsNotThereSaysHowToLookForIt() throws Exception {
        TwentyServices.enter(recordEvents);

        var unknown = answer("/services/C99-0001-2");
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(unknown.getContentAsString()).contains("「C99-0001-2」という登録番号のサービスは").contains("で探せます");
        var tooEarly = answer("/services/C21-0020-2?asOf=2021-03-12");
        assertThat(tooEarly.getStatus()).isEqualTo(404);
        assertThat(tooEarly.getContentAsString()).contains("2021年3月12日の登録簿にはありません");
        assertThat(answer("/services/C21-0020-2?asOf=2021-02-30").getStatus()).isEqualTo(400);
    }

    @Test
    @FreshDatabase
    void aCorrectionStandsBesideWhatItCorrectsAndTheAnswersDifferByTheTimeOfKnowing() throws Exception {
        clock.set(Instant.parse("2026-11-21T03:00:00Z"));
        var wrong = enter(new Granted(TwentyServices.id(1), MARCH, facts("C21-0001-2", LocalDate.of(2024, 3, 31))));
        clock.set(Instant.parse("2026-11-22T03:00:00Z"));
        enter(new Corrected(wrong, new Granted(TwentyServices.id(1), MARCH, facts("C21-0001-2", LocalDate.of(2025, 3, 31))), "期間の誤記"));

        assertThat(get("/services/C21-0001-2?knownAt=2026-11-21T12:00:00Z")).contains("2025年7月31日").doesNotContain("2026年7月31日");
        assertThat(get("/services/C21-0001-2?knownAt=2026-11-22T12:00:00Z")).contains("2026年7月31日").doesNotContain("2025年7月31日");

        var history = get("/services/C21-0001-2/history");
        assertThat(history).contains("<del>").contains("期間の誤記").contains("href=\"#e" + wrong + "\"").contains("href=\"#e" + (wrong + 1) + "\"");
        assertThat(get("/services/C21-0001-2/history?knownAt=2026-11-21T12:00:00Z")).doesNotContain("<del>");

        var diff = get("/services/C21-0001-2/diff?from=2021-09-13&to=2021-09-13&fromKnown=2026-11-21T12:00:00Z");
        assertThat(diff).contains("<del>").contains("<ins>").contains("監査対象期間").doesNotContain("<th scope=\"row\">事業者</th>");
        assertThat(get("/services/C21-0001-2/diff?from=2021-09-13&to=2021-09-13")).contains("変わった項目はありません");
        assertThat(get("/services/C21-0001-2/diff?from=2021-03-11&to=2021-03-12")).contains("登録簿にありません").contains("<ins>");
        var unreadable = answer("/services/C21-0001-2/diff?from=2021-02-30&to=2021-09-13");
        assertThat(unreadable.getStatus()).isEqualTo(400);
        assertThat(unreadable.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"2021-02-30\"", "value=\"2021-09-13\"", "id=\"e-from\">「2021-02-30」");
    }

    @Test
    @FreshDatabase
    void englishPagesHoldJapaneseOnlyAsMarkedData() throws Exception {
        TwentyServices.enter(recordEvents);

        for (var path : List.of("/en/services/C21-0009-2", "/en/services/C21-0009-2/history", "/en/services/C21-0009-2/diff")) {
            assertThat(ServiceListPageTest.unmarkedJapanese(get(path))).as(path).isEmpty();
        }
    }

    private long enter(RegisterEvent event) {
        var result = recordEvents.handle(new RecordEvents.Command(
                Actor.SYSTEM, RegisterName.ISMAP, List.of(new Saying(event, TwentyServices.basis(1)))));
        return ((RecordEvents.Result.Recorded) result).indexes().get(0);
    }

    private static ServiceFacts facts(String number, @Nullable LocalDate auditedUntil) {
        return new ServiceFacts(
                new Sourced<>(number, Provenance.OFFICIAL), "見本クラウド", "見本株式会社", null, null, auditedUntil, null, List.of());
    }

    private String get(String path) throws Exception {
        var answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).header("Accept", "text/html")).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
