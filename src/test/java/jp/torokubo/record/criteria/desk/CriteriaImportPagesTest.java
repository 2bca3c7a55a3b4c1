// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** All words in the files are invented. */
@TorokuboTest
@FreshDatabase
class CriteriaImportPagesTest {

    private static final String FIRST = "番号,管理策\n9.2.3,例：鍵の束を管理する。\n９.２.３.１,例：鍵を渡す前に名前を書く。\n";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    private Actor first;
    private Actor second;

    @BeforeEach
    void twoOperators() {
        first = Operators.add(jdbc, "一人目");
        second = Operators.add(jdbc, "二人目");
    }

    @Test
    void aWorkbookGoesFromUploadToTheCriteriaOverTwoPersonsPages() throws Exception {
        var address = confirmed(FIRST);

        assertThat(page(second, address)).contains("反映した結果", "例：鍵の束を管理する。", "二人目", "反映済み");
        assertThat(page(second, "/operator/criteria")).contains("反映済み", "ある版の公式の文");
        assertThat(page(second, "/en" + address)).contains("What was changed", "First official words", "In effect");
    }

    @Test
    void theDryRunShowsWhatWillBeWithTheChangedWordsMarked() throws Exception {
        confirmed(FIRST);
        var address = upload(first, texts(), "番号,管理策\n9.2.3,例：鍵の束を管理する。\n9.2.3.1,例：鍵を渡す前に台帳に名前を書く。\n9.2.3.99,例：知らない番号。\n9.2.3.2.PB,例：記号がちがう。\n");

        var page = page(first, address.getHeader("Location"));

        assertThat(page).contains("反映するとこうなります", "まだ何も変わっていません", "<ins>台帳に</ins>", "公式の文が置き換わる", "この版にない番号", "この内容で提案する",
                "読み取れないものが 1 件あります");
        assertThat(page(first, address.getHeader("Location") + "?kind=problems")).contains("5行", "9.2.3.2.PB", "この版では 9.2.3.2 です");
        assertThat(page(first, address.getHeader("Location") + "?kind=not-in-edition")).contains("9.2.3.99");
        assertThat(page(first, "/en" + address.getHeader("Location") + "?kind=problems")).contains("this edition has 9.2.3.2");
        var csv = page(first, address.getHeader("Location") + "/problems.csv");
        assertThat(csv).startsWith("\uFEFFシート,行,列,書かれている値,番号,理由と直し方,コード\r\n").contains(",5,A,9.2.3.2.PB,", "criteria.book-suffix-differs");
        assertThat(page(first, address.getHeader("Location") + "/rows.csv")).contains("9.2.3.1,公式の文が置き換わる,文,例：鍵を渡す前に名前を書く。,例：鍵を渡す前に台帳に名前を書く。");
    }

    @Test
    void theControlsPageShowsTheOfficialWordsWithTheirSourceAndWhatTheyLieOver() throws Exception {
        confirmed(FIRST);
        assertThat(publicPage("/criteria/2024-07/9.2.3.1")).contains("例：鍵を渡す前に名前を書く。", "例の管理基準（例の出典）").doesNotContain("以前の公式の文");

        confirmed("番号,管理策\n9.2.3.1,例：鍵を渡す前に台帳に名前を書く。\n9.2.3.2,例：二。\n");

        assertThat(publicPage("/criteria/2024-07/9.2.3.1")).contains("例：鍵を渡す前に台帳に名前を書く。", "以前の公式の文", "例：鍵を渡す前に名前を書く。");
    }

    @Test
    void anEditionWhoseMonthIsNotKnownHasAPageOfItsOwn() throws Exception {
        var form = new java.util.TreeMap<>(texts());
        form.putAll(Map.of("aim", "edition", "newEdition", "2026-xx", "titleJa", "例の第三版"));
        confirmed(form, "番号,管理策\n9.2.3,例：目標。\n9.2.3.1.PB,例：一。\n9.2.3.2,例：二。\n");

        assertThat(publicPage("/criteria/2026-xx")).contains("例の第三版");
        assertThat(publicPage("/criteria/2026-xx/9.2.3.1.PB")).contains("例：一。");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndWhatIsWrong() throws Exception {
        var form = new java.util.TreeMap<>(texts());
        form.putAll(Map.of("aim", "edition", "newEdition", "第三版", "standsFrom", "2026-02-30", "title", ""));

        var answer = upload(first, form, FIRST);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("<title>エラー：", "第三版", "2026-02-30", "#newEdition", "#standsFrom", "#titleJa", "#title\"");
    }

    @Test
    void aFileWithoutControlsIsSaidToHaveNoneAndLeavesNothing() throws Exception {
        var before = leftovers();

        var answer = upload(first, texts(), "品名,値段\nりんご,百円\n");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("どのシートにも見つかりません");
        assertThat(before).containsAll(leftovers());
        assertThat(page(first, "/operator/jobs")).contains("book.csv");
    }

    @Test
    void anEditionThatCannotBeTakenSaysWhyAndHasNoButton() throws Exception {
        var form = new java.util.TreeMap<>(texts());
        form.putAll(Map.of("aim", "edition", "newEdition", "2026-xx", "titleJa", "例の第三版"));

        var page = page(first, upload(first, form, FIRST).getHeader("Location"));

        assertThat(page).contains("このままでは提案できません", "記号（P、B、PB）が1つもありません", "例の第三版", "未定").doesNotContain("この内容で提案する");
    }

    @Test
    void aStrangerIsSentToSignInAndAnUnknownImportIsNotFound() throws Exception {
        assertThat(mvc.perform(get("/operator/criteria")).andReturn().getResponse().getStatus()).isNotEqualTo(200);
        assertThat(mvc.perform(get("/operator/criteria/" + UUID.randomUUID()).with(Operators.signedIn(first))).andReturn().getResponse()
                .getStatus()).isEqualTo(404);
    }

    private String publicPage(String address) throws Exception {
        var response = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString(UTF_8);
    }

    private String confirmed(String csv) throws Exception {
        return confirmed(texts(), csv);
    }

    private String confirmed(Map<String, String> form, String csv) throws Exception {
        var uploaded = upload(first, form, csv);
        assertThat(uploaded.getStatus()).as(uploaded.getContentAsString()).isEqualTo(302);
        var address = uploaded.getHeader("Location");
        var page = page(first, address);
        assertThat(page).contains("この内容で提案する").doesNotContain("確認して反映する");
        assertThat(send(first, address + "/propose", page).getStatus()).isEqualTo(302);
        assertThat(page(first, address)).contains("もう1人の運用者の確認が必要です").doesNotContain("確認して反映する");
        assertThat(page(second, "/desk")).contains("管理基準の取込みの確認");
        clock.advance(Duration.ofSeconds(30));
        assertThat(send(second, address + "/confirm", page(second, address)).getStatus()).isEqualTo(302);
        return address;
    }

    private static Map<String, String> texts() {
        return Map.of("aim", "texts", "edition", "2024-07", "title", "例の管理基準", "address", "例の出典");
    }

    private MockHttpServletResponse upload(Actor actor, Map<String, String> form, String csv) throws Exception {
        var request = multipart("/operator/criteria").file(new MockMultipartFile("file", "book.csv", "text/csv", csv.getBytes(UTF_8)));
        request.param("commandId", UUID.randomUUID().toString());
        form.forEach(request::param);
        return mvc.perform(request.with(Operators.signedIn(actor)).with(csrf())).andReturn().getResponse();
    }

    private String page(Actor actor, String address) throws Exception {
        var response = mvc.perform(get(address).with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString(UTF_8);
    }

    /** Sends a form with the hidden fields of the page that was seen. */
    private MockHttpServletResponse send(Actor actor, String address, String page) throws Exception {
        return mvc.perform(post(address).param("commandId", hidden(page, "commandId")).param("hash", hidden(page, "hash"))
                        .param("code", Operators.code(clock.instant()))
                        .with(Operators.signedIn(actor)).with(csrf()))
                .andReturn().getResponse();
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static java.util.List<Path> leftovers() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("torokubo-upload-")).toList();
        }
    }
}
