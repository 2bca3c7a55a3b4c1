// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the pages say before anything is loaded, and when something bad or something awaited happens. */
@TorokuboTest
class EmptyAndTroubledRegisterTest {

    private static final Basis DECISION = new Basis.Decision("第10回運営委員会", "議題1", "none applies");

    @Autowired MockMvc web;
    @Autowired RecordEvents recordEvents;
    @Autowired SettableClock clock;

    @Test
    @FreshDatabase
    void anEmptyRegisterIsSaidToBeEmpty() throws Exception {
        assertThat(page("/")).contains("公表資料はまだ読み込まれていません", "まだ何も記録されていません");
        assertThat(page("/stats")).contains("まだ何も記録されていません");
        assertThat(page("/calendar")).contains("分かっている日はありません");
        assertThat(page("/changes")).contains("この条件に合う変更はありません");
    }

    @Test
    @FreshDatabase
    void aCancellationStandsAboveEverythingForThirtyDays() throws Exception {
        TwentyServices.record(recordEvents);
        record(new RegisterEvent.Cancelled(TwentyServices.id(17), LocalDate.of(2026, 11, 20), "届出の懈怠"));

        assertThat(page("/")).contains("登録の一時停止・取消があります", "届出の懈怠");

        clock.advance(Duration.ofDays(32));
        assertThat(page("/")).doesNotContain("登録の一時停止・取消があります");
    }

    @Test
    @FreshDatabase
    void aCancellationThatWasAMistakeIsNoEmergency() throws Exception {
        TwentyServices.record(recordEvents);
        record(new RegisterEvent.Cancelled(TwentyServices.id(17), LocalDate.of(2026, 11, 20), "届出の懈怠"));
        record(new RegisterEvent.Corrected(21, null, "別のサービスの取消であった"));

        assertThat(page("/")).doesNotContain("登録の一時停止・取消があります");
        assertThat(page("/changes")).contains("別のサービスの取消であった", "この記録は、記録番号 22 で訂正されました");
    }

    @Test
    @FreshDatabase
    void aKnownAuditedPeriodGivesADayToCome() throws Exception {
        TwentyServices.record(recordEvents);
        record(new RegisterEvent.FactsStated(TwentyServices.id(17), LocalDate.of(2026, 9, 1), new ServiceFacts(
                null, "Box", "Box, Inc.", null, LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30), null, List.of())));

        assertThat(page("/calendar")).contains("2028年1月31日", "決まりから計算", "ほかに19件は");
        assertThat(page("/stats/expiry.csv")).contains("2028-01,1");
        assertThat(page("/stats")).contains("期限が分からない19件は含みません");
    }

    private void record(RegisterEvent event) {
        var result = recordEvents.handle(new RecordEvents.Command(
                Actor.SYSTEM, RegisterName.ISMAP, List.of(new RecordEvents.Saying(event, DECISION))));
        assertThat(result).isInstanceOf(RecordEvents.Result.Recorded.class);
    }

    private String page(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
