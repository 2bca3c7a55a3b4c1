// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

@TorokuboTest
@FreshDatabase
class ImportPagesTest {

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
    void aListGoesFromUploadToTheRegisterOverTwoPersonsPages() throws Exception {
        var document = Files.readAllBytes(Path.of("src/test/resources/published/ismap-2021-09-13.txt"));
        var uploaded = upload(first, "TEXT", "UTF-8", "2021年9月13日", document);
        assertThat(uploaded.getStatus()).as(uploaded.getContentAsString()).isEqualTo(302);
        var address = uploaded.getHeader("Location");

        var page = page(first, address);
        assertThat(page).contains("全20行：新しく登録されます 20、", "U+2F20", "この内容で提案する").doesNotContain("確認して登録簿に反映する");
        assertThat(send(first, address + "/propose", page).getStatus()).isEqualTo(302);
        assertThat(page(first, address)).contains("もう1人の運用者の確認が必要です").doesNotContain("確認して登録簿に反映する");

        var seen = page(second, address);
        assertThat(seen).contains("name=\"code\"");
        var unproven = send(second, address + "/confirm", seen);
        assertThat(unproven.getStatus()).isEqualTo(422);
        assertThat(unproven.getContentAsString()).contains("もう一度本人確認が必要です", "href=\"#code\"", "確認して登録簿に反映する");
        assertThat(send(second, address + "/confirm", seen, "000000").getContentAsString()).contains("確認コードが正しくありません");
        assertThat(page(first, address)).contains("もう1人の運用者の確認が必要です");
        assertThat(send(second, address + "/confirm", seen, Operators.code(clock.instant())).getStatus()).isEqualTo(302);

        assertThat(page(second, address)).contains("登録簿の 0 番から 20 番までの記録になりました", "二人目");
        assertThat(page(second, "/en" + address)).contains("Entries 0 to 20 of the register", "Confirmed");
        assertThat(page(second, "/operator/imports")).contains("反映済み");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndWhatIsWrong() throws Exception {
        var answer = upload(first, "CSV", "UTF-8", "2021-02-30", "サービス名,申請者,登録日\n".getBytes(UTF_8));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("<title>エラー：", "2021-02-30", "#completeUntil", "登録状況");
    }

    @Test
    void shiftJisSaidToBeUtf8IsSaidSoAndNothingIsKeptOrLeft() throws Exception {
        var before = leftovers();

        var answer = upload(first, "CSV", "UTF-8", "2021-09-13", "サービス名,申請者,登録日\n".getBytes(Charset.forName("windows-31j")));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("文字コードに Shift_JIS を選び直してください");
        assertThat(leftovers()).isEqualTo(before);
        assertThat(page(first, "/operator/jobs")).contains("list.txt", "Shift_JIS");
    }

    @Test
    void aRefusedRowIsShownWithLineValueReasonAndHintAndCannotBeProposed() throws Exception {
        var address = upload(first, "CSV", "UTF-8", "2021-09-13",
                "サービス名,申請者,登録日\n一,A,2021-02-29\n".getBytes(UTF_8)).getHeader("Location");

        assertThat(page(first, address)).contains("2行", "2021-02-29", "受け付けられないものが 1 件あります").doesNotContain("この内容で提案する");
        assertThat(page(first, "/en" + address)).contains("line 2", "2021-02-29", "cannot be proposed");
    }

    @Test
    void aStrangerIsSentToSignIn() throws Exception {
        assertThat(mvc.perform(get("/operator/imports")).andReturn().getResponse().getStatus()).isNotEqualTo(200);
        assertThat(mvc.perform(get("/operator/imports/" + UUID.randomUUID()).with(Operators.signedIn(first))).andReturn().getResponse()
                .getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse upload(Actor actor, String format, String encoding, String until, byte[] content) throws Exception {
        return mvc.perform(multipart("/operator/imports").file(new MockMultipartFile("file", "list.txt", "text/plain", content))
                        .param("commandId", UUID.randomUUID().toString()).param("title", "登録状況").param("source", "資料３－１")
                        .param("completeUntil", until).param("format", format).param("encoding", encoding)
                        .with(Operators.signedIn(actor)).with(csrf()))
                .andReturn().getResponse();
    }

    private String page(Actor actor, String address) throws Exception {
        var response = mvc.perform(get(address).with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString();
    }

    /** Sends a form with the hidden fields of the page that was seen. */
    private MockHttpServletResponse send(Actor actor, String address, String page) throws Exception {
        return send(actor, address, page, "");
    }

    private MockHttpServletResponse send(Actor actor, String address, String page, String code) throws Exception {
        return mvc.perform(post(address).param("commandId", hidden(page, "commandId")).param("hash", hidden(page, "hash"))
                        .param("code", code)
                        .with(Operators.signedIn(actor)).with(csrf()))
                .andReturn().getResponse();
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static long leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("torokubo-upload-")).count();
        }
    }
}
