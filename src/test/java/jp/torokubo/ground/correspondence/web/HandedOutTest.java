// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.ground.correspondence.Correspondents.file;
import static jp.torokubo.ground.correspondence.Correspondents.note;
import static jp.torokubo.ground.correspondence.Correspondents.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.correspondence.ReadNotes;
import jp.torokubo.ground.correspondence.RetractNote;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.correspondence.WriteNote.GivenFile;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What leaves a dossier: how it is labelled, what is in it, how much of it, and the line of it in the trail. */
@TorokuboTest
@FreshDatabase
class HandedOutTest {

    @Autowired WriteNote writeNote;
    @Autowired RetractNote retractNote;
    @Autowired ReadNotes readNotes;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private Correspondents they;

    @BeforeEach
    void people() {
        they = new Correspondents();
    }

    @Test
    void aFileIsHandedOutAsAFileUnderItsNameAndKeptByNobody() throws Exception {
        var sent = attachment(file("報告書 (案).pdf", "%PDF-1.7 …"));

        var answer = fetched(they.jiro, "/attachments/" + sent.id());

        assertThat(answer.getContentAsByteArray()).isEqualTo("%PDF-1.7 …".getBytes(UTF_8));
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment; ")
                .contains("filename*=UTF-8''%E5%A0%B1%E5%91%8A%E6%9B%B8%20%28%E6%A1%88%29.pdf");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("ETag")).isNull();
    }

    @Test
    void whatABrowserWouldCarryOutIsHandedOutAsNothingItKnows() throws Exception {
        for (var hostile : List.of(
                file("page.html", "<script>alert(1)</script>"), file("logo.svg", "<svg onload='alert(1)'/>"),
                file("a.pdf", "<html>"), file("a.txt", "\u0000\u0001"), file("setup.exe", "MZ"), file("a.xlsx", "PK but no zip"))) {
            assertThat(fetched(they.jiro, "/attachments/" + attachment(hostile).id()).getContentType())
                    .as(hostile.name()).isEqualTo("application/octet-stream");
        }
        assertThat(fetched(they.jiro, "/attachments/" + attachment(file("表.csv", "a,b")).id()).getContentType())
                .isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void nobodyAddressesAFileByItsHash() throws Exception {
        var sent = attachment(file("a.txt", "x"));

        assertThat(fetched(they.jiro, "/attachments/" + sent.sha256()).getStatus()).isEqualTo(400);
        assertThat(fetched(they.jiro, "/notes").getContentAsString()).doesNotContain(sent.sha256());
    }

    @Test
    void theArchiveHoldsTheTableAndEveryFileUnderNamesThatAreSafeAndDiffer() throws Exception {
        var first = written(writeNote.handle(note(
                they.yuki, they.ofAlpha, "=HYPERLINK(\"http://x\")", file("報告.txt", "一"), file("../../etc/passwd", "二"), file("CON", "三"))));
        clock.advance(Duration.ofMinutes(1));
        writeNote.handle(note(they.jiro, they.ofAlpha, "+cmd|' /C calc'!A0", file("報告.TXT", "四"), file("=1+1.csv", "五")));
        retractNote.handle(new RetractNote.Command(new CommandId(UUID.randomUUID()), they.yuki, they.ofAlpha, first, "-理由"));

        var answer = fetched(they.jiro, "/notes.zip");
        var parts = Unpacked.of(answer.getContentAsByteArray());

        assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer.getHeader("Content-Disposition")).contains("filename*=UTF-8''%E5%BE%80%E5%BE%A9-2026-11-21.zip");
        assertThat(parts.keySet()).containsExactly(
                "notes.csv", "files/報告.txt", "files/passwd", "files/_CON", "files/報告 (2).TXT", "files/=1+1.csv");
        assertThat(parts.get("files/報告 (2).TXT")).isEqualTo("四");
        assertThat(parts.get("notes.csv").lines().skip(1)).allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"?[=+@-]"));
        assertThat(parts.get("notes.csv")).contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "'+cmd|' /C calc'!A0", "'-理由",
                "files/報告 (2).TXT\nfiles/=1+1.csv");
    }

    @Test
    void theWorkbookHoldsEveryNoteAsTextAndSaysWhoFetchedIt() throws Exception {
        IntStream.range(0, 205).forEach(n -> writeNote.handle(note(they.yuki, they.ofAlpha, "=1+" + n + "\uFFFF\u0001")));

        var answer = fetched(they.jiro, "/notes.xlsx");
        var parts = Unpacked.of(answer.getContentAsByteArray());

        assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("=1+0<", "=1+204<").doesNotContain("<f>", "\uFFFF");
        assertThat(parts.get("xl/worksheets/sheet1.xml").split("<row ", -1)).hasSize(1 + 1 + 205);
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("往復：アルファの件", "神田 次郎");
    }

    @Test
    void moreThanTheBudgetOfAnHourIsAnswered429InWordsWithALineAndTheNextHourIsFree() throws Exception {
        var sent = attachment(file("a.txt", "x"));
        fetched(they.jiro, "/attachments/" + sent.id());
        World.said("update files.handed_out set documents = 999");

        assertThat(fetched(they.jiro, "/notes.zip").getStatus()).as("a file and the table would be two").isEqualTo(429);
        assertThat(fetched(they.jiro, "/attachments/" + sent.id()).getStatus()).as("the thousandth").isEqualTo(200);
        var refused = fetched(they.jiro, "/attachments/" + sent.id());

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentAsString()).contains("1時間に1000件まで");
        assertThat(fetched(they.jiro, "/notes.xlsx").getStatus()).isEqualTo(429);
        assertThat(fetched(they.yuki, "/attachments/" + sent.id()).getStatus()).as("another person").isEqualTo(200);
        assertThat(fetched(they.jiro, "/attachments/" + UUID.randomUUID()).getStatus()).as("what is not there").isEqualTo(404);
        assertThat(deeds("files.volume-exceeded")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(59));
        assertThat(fetched(they.jiro, "/attachments/" + sent.id()).getStatus()).isEqualTo(429);
        assertThat(deeds("files.volume-exceeded")).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(fetched(they.jiro, "/attachments/" + sent.id()).getStatus()).isEqualTo(200);
    }

    @Test
    void theBudgetIsOfThePersonWhateverRoleHeTakes() throws Exception {
        var sent = attachment(file("a.txt", "x"));
        fetched(they.jiro, "/attachments/" + sent.id());
        World.said("update files.handed_out set documents = 1000");
        var asDeputy = new Actor(they.jiro.person(), they.jiro.name(), they.yuki.role(), they.alpha, they.yuki.person());

        assertThat(fetched(asDeputy, "/attachments/" + sent.id()).getStatus()).isEqualTo(429);
    }

    private Attachment attachment(GivenFile file) {
        written(writeNote.handle(note(they.yuki, they.ofAlpha, "x", file)));
        clock.advance(Duration.ofMillis(1));
        var page = (ReadNotes.Result.Page) readNotes.page(
                new ReadNotes.Asked(they.yuki, they.ofAlpha, "", null, 1, Locale.JAPANESE));
        return page.notes().get(0).note().attachments().get(0);
    }

    private MockHttpServletResponse fetched(Actor actor, String path) throws Exception {
        return mvc.perform(get("/desk/dossiers/" + they.ofAlpha.value() + path).with(Operators.signedIn(actor)))
                .andReturn().getResponse();
    }

    private long deeds(String deed) {
        return jdbc.sql("select count(*) from identity.trail where deed = :deed").param("deed", deed).query(Long.class).single();
    }
}
