// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.record.register.LoadFirstList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** Imported at T1, corrected at T3: what was known at T2 and at T4 differs, wherever one asks. */
@TorokuboTest
@FreshDatabase
class CorrectingAnImportTest {

    private static final int ENTRY_OF_BOX = 16;

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;
    @Autowired LoadFirstList loadFirstList;

    private Actor first;
    private Actor second;

    @BeforeEach
    void anImportAtT1() {
        first = Operators.add(jdbc, "一人目");
        second = Operators.add(jdbc, "二人目");
        loadFirstList.handle(new LoadFirstList.Command());
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void whatWasKnownBeforeAndAfterTheCorrectionDiffersOnPageApiAndCsv() throws Exception {
        Instant t2 = clock.instant();
        clock.advance(Duration.ofHours(1));
        corrected(Map.of("name", "Box（訂正後）", "why", "名前の写し誤り"));
        clock.advance(Duration.ofHours(1));
        Instant t4 = clock.instant();

        for (var answer : Map.of("/services", "text/html", "/api/v1/services", "application/json", "/services?", "text/csv").entrySet()) {
            var address = answer.getKey().replace("?", "");
            assertThat(read(address, t2, answer.getValue())).as(answer.getValue()).contains("Box").doesNotContain("訂正後");
            assertThat(read(address, t4, answer.getValue())).as(answer.getValue()).contains("Box（訂正後）");
        }
    }

    @Test
    void anAnnulledRegistrationIsGoneAfterwardsAndStillKnownBefore() throws Exception {
        Instant t2 = clock.instant();
        clock.advance(Duration.ofHours(1));
        corrected(Map.of("how", "annul", "why", "重複していた"));

        assertThat(read("/api/v1/services", t2, "application/json")).contains("\"total\":20");
        assertThat(read("/api/v1/services", clock.instant(), "application/json")).contains("\"total\":19");
    }

    @Test
    void aWrongFormComesBackFieldByFieldWithWhatWasTyped() throws Exception {
        var answer = propose(Map.of("name", "", "effective_on", "2021-02-30", "why", ""));

        assertThat(answer.getStatus() / 100).isEqualTo(4);
        assertThat(answer.getContentAsString()).contains("#name", "#effective_on", "#why", "2021-02-30", "<title>エラー：");
    }

    @Test
    void aProposalCanBeTurnedDownAndAnEntryThatIsNotThereIsNotFound() throws Exception {
        var address = propose(Map.of("name", "別名", "why", "試し")).getHeader("Location");

        assertThat(page(second, "/operator/corrections")).contains("16番の記録の訂正");
        var answer = mvc.perform(post(address + "/turn-down").param("commandId", hidden(page(second, address), "commandId"))
                .param("reason", "資料が違います。").with(Operators.signedIn(second)).with(csrf())).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(page(second, address)).contains("取り下げ済み").doesNotContain("確認して訂正を記録する");
        assertThat(mvc.perform(get("/operator/corrections/new?entry=99").with(Operators.signedIn(first))).andReturn().getResponse()
                .getStatus()).isEqualTo(404);
        assertThat(page(first, "/operator/corrections/new?entry=20")).contains("取り消すことだけができます");
    }

    private void corrected(Map<String, String> typed) throws Exception {
        var proposed = propose(typed);
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(302);
        var address = proposed.getHeader("Location");
        assertThat(page(first, address)).contains("もう1人の運用者の確認が必要です").doesNotContain("確認して訂正を記録する");
        var seen = page(second, address);
        var unproven = confirm(address, seen, "");
        assertThat(unproven.getStatus()).isEqualTo(422);
        assertThat(unproven.getContentAsString()).contains("もう一度本人確認が必要です", "href=\"#code\"", "確認して訂正を記録する");
        var confirmed = confirm(address, seen, Operators.code(clock.instant()));
        assertThat(confirmed.getStatus()).as(confirmed.getContentAsString()).isEqualTo(302);
        assertThat(page(first, "/en" + address)).contains("entered");
    }

    private MockHttpServletResponse confirm(String address, String seen, String code) throws Exception {
        return mvc.perform(post(address + "/confirm").param("commandId", hidden(seen, "commandId"))
                        .param("hash", hidden(seen, "hash")).param("code", code).with(Operators.signedIn(second)).with(csrf()))
                .andReturn().getResponse();
    }

    /** Fills in the form of an entry as it stands, but for what is given. */
    private MockHttpServletResponse propose(Map<String, String> typed) throws Exception {
        var form = page(first, "/operator/corrections/new?entry=" + ENTRY_OF_BOX);
        var fields = new LinkedHashMap<String, String>();
        for (var field : new String[] {"commandId", "entry", "effective_on", "registration_no", "name", "provider", "complete_until"}) {
            fields.put(field, hidden(form, field));
        }
        fields.put("title", "訂正のお知らせ");
        fields.put("how", "replace");
        fields.putAll(typed);
        var request = post("/operator/corrections").with(Operators.signedIn(first)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request.param("keep", "0", "1")).andReturn().getResponse();
    }

    private String page(Actor actor, String address) throws Exception {
        var response = mvc.perform(get(address).with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString();
    }

    private String read(String address, Instant knownAt, String accept) throws Exception {
        var response = mvc.perform(get(address).queryParam("knownAt", knownAt.toString())
                .queryParam("asOf", "2021-09-13").header("Accept", accept)).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
