// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "報告書.pdf | 報告書.pdf",
        "../../etc/cron.d/x | x",
        "C:\\Users\\x\\秘密.docx | 秘密.docx",
        "<script>alert(1)</script> | _script_alert(1)__script_",
        "<script>alert(1)</script>.txt | _script_alert(1)__script_.txt",
        "a<b\\..\\c.txt | a_b_.._c.txt",
        "C:\\x\\a<b>.txt | a_b_.txt",
        "/home/x/a<b>.txt | a_b_.txt",
        "a\u202Efdp.exe | afdp.exe",
        "a\u200Fb\u061Cc\uFEFF.txt | abc.txt",
        "CON | _CON",
        "nul.txt | _nul.txt",
        "com1.tar.gz | _com1.tar.gz",
        "console.txt | console.txt",
        ".htaccess | htaccess",
        "trailing. . | trailing",
        "a\"b*c?.txt | a_b_c_.txt",
        "2026年 神 髙島.txt | 2026年 神 髙島.txt",
        "\uFFFEx\uFFFF | x",
        ".. | ``",
        "/ | ``",
    })
    void whatMeansSomethingElsewhereGoesAndTheLettersStay(String given, String kept) {
        assertThat(FileName.of(given).value()).isEqualTo(kept);
        assertThat(FileName.of(given).cleaned()).isEqualTo(!given.equals(kept));
        assertThat(FileName.of(kept).value()).as("made safe again").isEqualTo(kept);
    }

    @Test
    void linesAndControlsOfANameAreNoLinesAndNoHeaders() {
        assertThat(FileName.of("一行目\n二行目.txt").value()).isEqualTo("一行目 二行目.txt");
        assertThat(FileName.of("x\r\nSet-Cookie: a.txt").value()).isEqualTo("x Set-Cookie_ a.txt");
        assertThat(FileName.of("\u0000a\u0007\u001B.txt").value()).isEqualTo("a.txt");
    }

    @Test
    void aNameIsAsLongAsItsBytes() {
        assertThat(FileName.of("長".repeat(85)).bytes()).isEqualTo(255);
        assertThat(FileName.of("𠮷".repeat(60)).shown()).isEqualTo("𠮷".repeat(40) + "…");
    }
}
