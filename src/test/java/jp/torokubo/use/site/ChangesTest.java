// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
class ChangesTest {

    private static final Pattern ENTRY = Pattern.compile("<li id=\"e(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    @Autowired MockMvc web;
    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;

    /** Twenty services, their publication, then changes of scope until there are 121 entries. */
    @BeforeEach
    void thereAreManyChanges() {
        if (reading.standing(RegisterName.ISMAP, null).registerIndex() < 0) {
            TwentyServices.record(recordEvents);
            var sayings = IntStream.range(0, 100).mapToObj(at -> new RecordEvents.Saying(
                    new RegisterEvent.ScopeChanged(TwentyServices.id(1 + at % 20), LocalDate.of(2022, 1, 1).plusDays(at), "範囲" + at),
                    TwentyServices.basis("1頁"))).toList();
            assertThat(recordEvents.handle(new RecordEvents.Command(Actor.SYSTEM, RegisterName.ISMAP, sayings)))
                    .isInstanceOf(RecordEvents.Result.Recorded.class);
        }
    }

    @Test
    void everyEntryStandsOnOnePageNewestFirst() throws Exception {
        var entries = new ArrayList<Long>();
        String address = "/changes";
        while (address != null) {
            var page = page(address);
            ENTRY.matcher(page).results().forEach(found -> entries.add(Long.parseLong(found.group(1))));
            var next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }

        assertThat(entries).isEqualTo(IntStream.rangeClosed(0, 120).mapToObj(at -> 120L - at).toList());
    }

    @Test
    void sinceLeavesOutWhatTookEffectBefore() throws Exception {
        assertThat(entries(page("/changes?since=2022-04-09"))).containsExactly(120L, 119L);
        assertThat(page("/changes?since=令和4年4月9日")).contains("2022年4月9日以後に効力が生じたもの");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes?since=2021-02-30", "/changes?since=2019-01-01", "/changes?before=-1", "/changes?before=x"})
    void whatCannotBeReadIsRefused(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isBadRequest());
    }

    @Test
    void anUnknownParameterIsDroppedFromTheAddress() throws Exception {
        web.perform(get("/changes?colour=red&since=2022-04-09")).andExpect(status().isFound())
                .andExpect(redirectedUrl("/changes?since=2022-04-09"));
    }

    @Test
    void theRulebookHasItsOwnChanges() throws Exception {
        assertThat(page("/changes?of=rulebook")).contains("デジタル庁", "2021年9月1日");
    }

    private static List<Long> entries(String page) {
        return ENTRY.matcher(page).results().map(found -> Long.parseLong(found.group(1))).toList();
    }

    private String page(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
