// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import jp.torokubo.ground.desk.TriedKinds;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail says, as it comes out at the other end. */
class WhatArrivesTest extends MailTest {

    @Test
    void aDigestSaysHowManyOfWhatKindAndTheNearestDay() throws Exception {
        var hanako = personWrittenToAtOnce("山田 花子");
        ask(hanako, "Q-1", LocalDate.of(2026, 12, 5));
        ask(hanako, "Q-2", LocalDate.of(2026, 12, 1));
        ask(hanako, "Q-3", null);
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.reportOf(Caller.OPERATOR, "R-1", null)));
        tell(hanako, "D-1");

        var mail = arrived();

        assertThat(mail.getSubject()).isEqualTo("[登録簿] 仕事4件、お知らせ1件");
        assertThat(mail.getRecipients(RecipientType.TO)[0]).hasToString(encoded("山田 花子", hanako.person().value() + "@example.jp"));
        assertThat(PostOffice.text(mail)).isEqualTo("""
                山田 花子 様

                登録簿 Torokubo の画面で、次のものがあなたを待っています。

                仕事
                ・質問への回答 3件（最も近い期限：2026年12月1日（火））
                ・報告の提出 1件（最も近い期限：未定）

                お知らせ
                ・提案の決定 1件

                内容は、ログインして確かめてください。
                https://torokubo.example.jp/desk

                このメールの間隔と種類は、次の画面で変えられます。止めることもできます。
                https://torokubo.example.jp/desk/mail

                このメールには、内容を書いていません。このメールに返信しても届きません。
                """);
    }

    @Test
    void oneTaskIsNamedInTheSubjectWithItsDay() throws Exception {
        var hanako = personWrittenToAtOnce("山田 花子");
        ask(hanako, "Q-1", LocalDate.of(2026, 12, 5));

        assertThat(arrived().getSubject()).isEqualTo("[登録簿] 質問への回答 期限：2026年12月5日（土）");
    }

    @Test
    void aReaderOfEnglishIsWrittenToInEnglish() throws Exception {
        var john = person("John Smith");
        wants(john, Pace.AT_ONCE, "en");
        ask(john, "Q-1", LocalDate.of(2026, 12, 5));
        tell(john, "D-1");

        var mail = arrived();

        assertThat(mail.getSubject()).isEqualTo("[Torokubo] 1 task, 1 message");
        assertThat(PostOffice.text(mail))
                .startsWith("Dear John Smith,\n")
                .contains("- Answer to a question: 1 (nearest day: Saturday, 5 December 2026)")
                .contains("https://torokubo.example.jp/en/desk\n")
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    }

    @Test
    void theHeadersSayThatAMachineWritesAndWhereToStopIt() throws Exception {
        var hanako = personWrittenToAtOnce("山田 花子");
        tell(hanako, "D-1");

        var mail = arrived();

        var id = single("select id::text from desk.mail");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@torokubo.example.jp>");
        assertThat(PostOffice.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(PostOffice.header(mail, "List-Unsubscribe")).isEqualTo("<https://torokubo.example.jp/desk/mail>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(clock.instant()));
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    /** Neither what a task is about, nor where it is done, nor who else is concerned. */
    @Test
    void nothingOfTheContentsStandsInAMail() throws Exception {
        var taro = person("佐藤 太郎");
        var hanako = personWrittenToAtOnce("山田 花子");
        transaction.executeWithoutResult(open -> {
            desk.ask(taro, TriedKinds.question(hanako, "CANARY4711", null));
            desk.tell(taro, TriedKinds.decided(hanako.person(), "CANARY4712"));
        });

        var mail = arrived();

        assertThat(raw(mail) + mail.getSubject() + PostOffice.text(mail))
                .doesNotContain("CANARY")
                .doesNotContain("after=")
                .doesNotContain("太郎")
                .doesNotContain("試しの");
        assertThat(single("select string_agg(m::text || l::text, '') from desk.mail m join desk.mail_line l on l.mail = m.id"))
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "山田\r\nBcc: evil@example.com",
        "John\r\nBcc: evil@example.com\r\n\r\nI am the text now",
        "John\nBcc: evil@example.com",
        "John\rBcc: evil@example.com",
        "John\u2028Bcc: evil@example.com",
        "\"John\" <evil@example.com>, x",
        "=?UTF-8?Q?John=0D=0ABcc:_evil@example.com?=",
        "㈱\u202Eevil",
    })
    void noNameEndsAHeader(String name) throws Exception {
        var person = personWrittenToAtOnce("replaced below");
        jdbc.sql("update identity.person set name = :name").param("name", name).update();
        tell(person, "1");

        var mail = arrived();

        assertThat(PostOffice.header(mail, "Bcc")).isEmpty();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\u2028]");
        assertThat(PostOffice.arrived()).as("one recipient, one mail").hasSize(1);
        assertThat(PostOffice.text(mail)).contains("https://torokubo.example.jp/desk\n");
    }

    @Test
    void aLongJapaneseNameMakesNoHeaderLineThatAServerWouldCut() throws Exception {
        var hanako = personWrittenToAtOnce("髙橋𠮷花".repeat(60));
        tell(hanako, "1");

        var mail = arrived();

        assertThat(raw(mail).split("\r?\n\r?\n", 2)[0].lines()).allMatch(line -> line.length() <= 78, "at most 78 characters");
        assertThat(((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getPersonal())
                .startsWith("髙橋𠮷花髙橋𠮷花")
                .endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a@example.jp\r\nbcc: evil@example.com", "a@example.jp,evil@example.com", "evil@example.com>", "a b@example.jp", "山田@example.jp", "",
        "a@example.jp\n", "<a@example.jp>"
    })
    void toAnAddressThatIsNoneNothingIsSentAndTheOperatorsSeeIt(String address) {
        var hanako = personWrittenToAtOnce("山田 花子");
        jdbc.sql("update identity.person set login = :login").param("login", address).update();
        tell(hanako, "1");

        round.run();

        assertThat(PostOffice.arrived()).isEmpty();
        assertThat(single("select state || ' ' || reply from desk.mail"))
                .isEqualTo("failed no address that mail can be sent to");
    }

    private void ask(Actor person, String id, LocalDate due) {
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(person, id, due)));
    }

    private MimeMessage arrived() {
        round.run();
        assertThat(PostOffice.arrived()).hasSize(1);
        return PostOffice.arrived().get(0);
    }

    private static String encoded(String name, String address) throws Exception {
        return new InternetAddress(address, name, "UTF-8").toString();
    }

    private static String raw(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
