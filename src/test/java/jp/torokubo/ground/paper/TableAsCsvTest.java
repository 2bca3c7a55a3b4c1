// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import static jp.torokubo.ground.paper.Tables.service;
import static jp.torokubo.ground.paper.Tables.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.torokubo.ground.paper.TableAsCsv.Encoding;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableAsCsvTest {

    @Test
    void aTableIsOneHeaderRowAndOneLineForEachRow() throws IOException {
        var csv = text(services(List.of(service("C21-0008-2", "Amazon Web Services"))), Encoding.UTF_8);

        assertThat(csv).isEqualTo("""
                登録番号,サービス名,登録日,記録した時刻,記録番号,掲載\r
                C21-0008-2,Amazon Web Services,2021-03-12,2026-11-21T03:00:00.500000Z,8,true\r
                """);
    }

    @Test
    void excelIsToldThatTheTextIsUtf8() throws IOException {
        var bytes = bytes(services(List.of()), Encoding.UTF_8_WITH_MARK);

        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() throws IOException {
        var csv = text(services(List.of(service(null, "Azure, \"Dynamics\"\n365"))), Encoding.UTF_8);

        assertThat(csv).contains("\r\n,\"Azure, \"\"Dynamics\"\"\n365\",2021-03-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1+1", "＠x"})
    void aTextThatWouldBeReadAsAFormulaIsDefused(String text) throws IOException {
        assertThat(parsed(services(List.of(service("C21-0001-2", text))))).isEqualTo("'" + text);
    }

    @Test
    void aNegativeNumberIsNoFormula() throws IOException {
        var table = new Table("t", List.of(new Table.Column("index", "番号")), List.of(List.of(-1L)), List.of());

        assertThat(text(table, Encoding.UTF_8)).isEqualTo("番号\r\n-1\r\n");
    }

    @Test
    void whatShiftJisCannotHoldIsShownAsMissingAndCounted() throws IOException {
        var table = services(List.of(service(null, "髙島屋と𠮷野家と①とﾊﾝｶｸ"), service(null, "👍 é")));

        var csv = new String(bytes(table, Encoding.CP932), Charset.forName("windows-31j"));

        assertThat(csv).contains("髙島屋と〓野家と①とﾊﾝｶｸ").contains("〓 〓");
        assertThat(new TableAsCsv(Encoding.CP932).unmappable(table)).isEqualTo(3);
        assertThat(new TableAsCsv(Encoding.UTF_8).unmappable(table)).isZero();
    }

    @Test
    void aRowThatDoesNotFitItsHeadingIsNotWritten() {
        var table = services(List.of(List.of("C21-0001-2")));

        assertThatThrownBy(() -> bytes(table, Encoding.UTF_8)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The seed is the repetition number, so that a failure can be run again. */
    @RepeatedTest(100)
    void whateverStandsInACellComesBackOutOfTheFile(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var letters = "a,\"\n\r 登録簿=𠮷';";
        var name = new StringBuilder("x");
        random.ints(random.nextInt(30), 0, letters.codePointCount(0, letters.length()))
                .forEach(i -> name.appendCodePoint(letters.codePoints().toArray()[i]));

        assertThat(parsed(services(List.of(service("n", name.toString()))))).isEqualTo(name.toString());
    }

    private static String parsed(Table table) throws IOException {
        var records = CSVFormat.RFC4180.parse(new StringReader(text(table, Encoding.UTF_8))).getRecords();
        return records.get(1).get(1);
    }

    private static String text(Table table, Encoding encoding) throws IOException {
        return new String(bytes(table, encoding), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Table table, Encoding encoding) throws IOException {
        var out = new ByteArrayOutputStream();
        new TableAsCsv(encoding).write(table, out);
        return out.toByteArray();
    }
}
