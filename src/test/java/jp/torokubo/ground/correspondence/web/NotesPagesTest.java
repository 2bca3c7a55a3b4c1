// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import static jp.torokubo.ground.correspondence.Correspondents.file;
import static jp.torokubo.ground.correspondence.Correspondents.note;
import static jp.torokubo.ground.correspondence.Correspondents.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierSection;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages, as somebody uses them whose browser knows no script. */
@TorokuboTest
@FreshDatabase
class NotesPagesTest {

    @Autowired WriteNote writeNote;
    @Autowired @Qualifier("notesOfTheDossier") DossierSection section;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc mvc;

    private Correspondents they;
    private String notes;

    @BeforeEach
    void people() {
        they = new Correspondents();
        notes = "/desk/dossiers/" + they.ofAlpha.value() + "/notes";
    }

    @Test
    void aNoteWithHostileNamesIsSentAndShownAsText() throws Exception {
        var sent = mvc.perform(multipart(notes)
                        .file(new MockMultipartFile("files", "<script>alert(1)</script>", "text/html", "x".getBytes()))
                        .file(new MockMultipartFile("files", "..\\CON", "image/png", "y".getBytes()))
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .param("text", "<img src=x onerror=alert(1)>\n二行目").param("commandId", UUID.randomUUID().toString())
                        .with(Operators.signedIn(they.yuki)).with(csrf()))
                .andReturn().getResponse();

        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(sent.getHeader("Location")).startsWith(notes + "?sent=1#n-");
        assertThat(page(they.jiro, notes))
                .contains("&lt;img src=x onerror=alert(1)&gt;<br>二行目", ">_script_alert(1)__script_</a>", ">_CON</a>", "名前を整えました")
                .doesNotContain("<img", "<script>");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        var answer = mvc.perform(multipart(notes).file(new MockMultipartFile("files", "空.txt", "text/plain", new byte[0]))
                        .param("text", "長く考えた文").param("commandId", UUID.randomUUID().toString())
                        .with(Operators.signedIn(they.yuki)).with(csrf()))
                .andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(
                "<title>エラー", "href=\"#files\"", "「空.txt」は空のファイルです", "長く考えた文</textarea>", "もう一度選んでください");
    }

    @Test
    void aReplyStandsUnderItsNoteAndWhatIsTakenBackIsStruckThrough() throws Exception {
        var first = written(writeNote.handle(note(they.yuki, they.ofAlpha, "案です", file("案.txt", "x"))));

        assertThat(posted(they.jiro, notes, "text", "確かめました", "replyTo", first.toString()).getHeader("Location"))
                .isEqualTo(notes + "/" + first + "?sent=1");
        assertThat(posted(they.yuki, notes + "/" + first + "/retraction", "reason", "版の誤り").getStatus()).isEqualTo(302);

        assertThat(page(they.jiro, notes + "/" + first)).contains("<del>案です</del>", "取り消し済み", "結城 由紀 さん、2026-11-21 12:00", "確かめました");
        assertThat(page(they.jiro, "/en" + notes)).contains("<del>案です</del>", "Taken back", "版の誤り", "Reply to the note of 結城 由紀");
    }

    @Test
    void onlyWhoMayTakeANoteBackIsOfferedIt() throws Exception {
        var note = notes + "/" + written(writeNote.handle(note(they.yuki, they.ofAlpha, "案です")));

        assertThat(page(they.yuki, note)).contains(note + "/retraction");
        assertThat(page(they.aiko, note)).contains(note + "/retraction");
        assertThat(page(they.jiro, note)).doesNotContain("/retraction");
        assertThat(posted(they.jiro, note + "/retraction", "reason", "x").getStatus()).isEqualTo(403);
    }

    @Test
    void whoMayNotWriteIsToldWhyInPlaceOfTheForm() throws Exception {
        World.alsoHolds(they.jiro, Caller.PROVIDER_AUTHOR, they.alpha);

        assertThat(page(they.jiro, notes)).contains("監査・審査に関わることはできません").doesNotContain("<textarea");
        assertThat(posted(they.jiro, notes, "text", "それでも").getStatus()).isEqualTo(409);
    }

    @Test
    void theNextPageIsReachedByALinkAndAPlaceThatIsNoneIsRefused() throws Exception {
        for (var n = 0; n < 21; n++) {
            writeNote.handle(note(they.yuki, they.ofAlpha, "連絡" + n + "。"));
        }
        var first = page(they.jiro, notes);
        var next = first.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");

        assertThat(first).contains("全部で21件", "連絡20。").doesNotContain("連絡0。");
        assertThat(page(they.jiro, next)).contains("連絡0。").doesNotContain("連絡20。");
        for (var place : new String[] {"x", "2026-11-21T03:00:00Z", "+1000000000-12-31T23:59:59Z_" + UUID.randomUUID()}) {
            assertThat(mvc.perform(get(notes).param("before", place).with(Operators.signedIn(they.jiro))).andReturn().getResponse().getStatus())
                    .as(place).isEqualTo(400);
        }
    }

    @Test
    void thePageOfTheDossierLeadsHereAndSaysHowManyThereAre() {
        writeNote.handle(note(they.yuki, they.ofAlpha, "一つ"));

        Long count = transaction.execute(open -> section.count().apply(walls.enter(they.jiro), they.ofAlpha));
        Long hidden = transaction.execute(open -> section.count().apply(walls.enter(they.ben), they.ofAlpha));

        assertThat(section.href(they.ofAlpha)).isEqualTo(notes);
        assertThat(count).isEqualTo(1);
        assertThat(hidden).isZero();
    }

    private MockHttpServletResponse posted(Actor actor, String path, String... fields) throws Exception {
        var form = post(path).param("commandId", UUID.randomUUID().toString()).with(Operators.signedIn(actor)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form).andReturn().getResponse();
    }

    private String page(Actor actor, String path) throws Exception {
        var answer = mvc.perform(get(URI.create(path)).with(Operators.signedIn(actor))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }
}
