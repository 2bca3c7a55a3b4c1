// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An amendment goes the whole way on pages: drafted by one, seen as a comparison table, confirmed by another, public. */
@TorokuboTest
@FreshDatabase
class OperatorPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    Actor ichiro;
    Actor hanako;

    @BeforeEach
    void twoOperators() {
        ichiro = Operators.add(database, "一郎");
        hanako = Operators.add(database, "花子");
    }

    @Test
    void anAmendmentIsDraftedSeenConfirmedAndPublic() throws Exception {
        assertThat(page(ichiro, "/operator/rulebook/new?of=document:basic-framework")).contains("デジタル社会推進会議幹事会");

        var drafted = send(ichiro, "/operator/rulebook/new", "commandId", UUID.randomUUID().toString(), "of", "document:basic-framework",
                "text", "１　目的\nデジタル庁⻑官が定める。", "status", "in-force", "effective", "令和9年4月1日", "reasonJa", "試し", "reasonEn", "Trial",
                "sourceJa", "官報", "sourceEn", "Gazette", "provenance", "official");
        assertThat(drafted.getStatus()).isEqualTo(302);
        var address = drafted.getRedirectedUrl();
        var draft = address.replaceAll("\\?.*", "");

        assertThat(page(ichiro, address)).contains("<ins>", "1字を通常の字形に直しました");
        send(ichiro, draft + "/proposal", "commandId", UUID.randomUUID().toString());
        assertThat(page(ichiro, draft)).contains("申し出た本人は確認できません");
        var hash = found("name=\"hash\" value=\"([0-9a-f]{64})\"", page(hanako, draft));
        var unproven = send(hanako, draft + "/confirmation", "commandId", UUID.randomUUID().toString(), "hash", hash);
        assertThat(unproven.getStatus()).isEqualTo(422);
        assertThat(unproven.getContentAsString(StandardCharsets.UTF_8)).contains("もう一度本人確認が必要です", "id=\"code-error\"");
        var confirmed = send(
                hanako, draft + "/confirmation", "commandId", UUID.randomUUID().toString(), "hash", hash, "code",
                Operators.code(clock.instant()));

        assertThat(confirmed.getRedirectedUrl()).isEqualTo("/operator/rulebook?done=4");
        assertThat(page(null, "/rulebook/basic-framework?asOf=2027-04-01")).contains("第4版", "デジタル庁長官が定める。");
        assertThat(page(null, "/rulebook/basic-framework?asOf=2027-03-31")).contains("第2版");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() throws Exception {
        var answer = send(ichiro, "/operator/rulebook/new", "commandId", UUID.randomUUID().toString(), "of", "period:explanation",
                "value", "三十日", "words_ja", "三十日以内", "status", "in-force", "sourceJa", "官報", "sourceEn", "Gazette", "provenance", "official");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("role=\"alert\"", "三十日以内", "「三十日」を読み取れません");
    }

    @Test
    void strangersDoNotSeeDrafts() throws Exception {
        assertThat(browser.perform(get("/operator/rulebook")).andReturn().getResponse().getStatus()).isIn(302, 303, 401, 404);
    }

    @Test
    void theListAndTheFormsOpenInBothLanguages() throws Exception {
        for (var address : new String[] {"/operator/rulebook", "/operator/rulebook/new?of=term:", "/operator/rulebook/new?of=count:2022-06-01"}) {
            assertThat(page(ichiro, address)).doesNotContain("??");
            assertThat(page(ichiro, "/en" + address)).contains("lang=\"en\"").doesNotContain("??");
        }
    }

    private String page(Actor actor, String address) throws Exception {
        var request = get(java.net.URI.create(address));
        var answer = browser.perform(actor == null ? request : request.with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(Actor actor, String address, String... fields) throws Exception {
        var request = post(address).with(Operators.signedIn(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private static String found(String pattern, String page) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
