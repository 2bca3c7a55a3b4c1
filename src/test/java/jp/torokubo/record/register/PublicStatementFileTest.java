// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Base;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.PublicStatementFile.Reading;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicStatementFileTest {

    private static final PublicStatement STATEMENT =
            Statements.of("例のクラウド", new Base("b1", "例の基盤", "", new UUID(1, 2), "cc".repeat(32)), new Base("b2", "Other", "Other", null, null));

    @Test
    void whatWasFrozenIsReadAsItWas() {
        var read = (Reading.Read) PublicStatementFile.read(Statements.file(STATEMENT));

        assertThat(read.statement()).isEqualTo(STATEMENT);
        assertThat(read.content().values()).isEqualTo(
                STATEMENT.rows().stream().collect(java.util.stream.Collectors.toMap(Row::key, Row::value)));
        assertThat(read.content().bases()).hasSize(2);
        assertThat(read.content().functions()).extracting(PublicStatement.Function::standing).containsExactly("inside", "outside", "unknown");
    }

    @Test
    void spaceBetweenTheMembersAndAByteOrderMarkDoNotMatter() {
        var spaced = "\uFEFF" + text(STATEMENT).replace("\"rows\":[", "\n \"rows\" : [\n").replace("\"},{\"key", "\"},\n{\"key");

        assertThat(PublicStatementFile.read(spaced.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Read.class);
    }

    /** Any row changed, taken away, doubled or moved is noticed by the hash alone, whatever the row says. */
    @RepeatedTest(200)
    void theHashNoticesEveryChangeOfARow(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var rows = new ArrayList<>(STATEMENT.rows());
        int at = random.nextInt(rows.size());
        var row = rows.get(at);
        switch (random.nextInt(6)) {
            case 0 -> rows.set(at, new Row(row.key(), row.salt(), changed(row.value(), random)));
            case 1 -> rows.set(at, new Row(row.key(), changed(row.salt(), random), row.value()));
            case 2 -> rows.set(at, new Row(changed(row.key(), random), row.salt(), row.value()));
            case 3 -> rows.remove(at);
            case 4 -> rows.add(at, row);
            default -> rows.add(rows.remove(0));
        }
        assertThat(StatementHashes.holds(with(rows))).as("%s", rows.get(Math.min(at, rows.size() - 1))).isFalse();
        assertThat(StatementHashes.holds(STATEMENT)).isTrue();
    }

    @Test
    void aRowThatWasChangedAfterFreezingIsRefusedAsThat() {
        var tampered = text(STATEMENT).replace("\\\"choice\\\":\\\"left-out\\\"", "\\\"choice\\\":\\\"adopted\\\"");

        assertThat(why(tampered)).isEqualTo("register.statement-wrong-hash");
        assertThat(why(text(STATEMENT).replace("\"edition\":\"2024-07\"", "\"edition\":\"2022-04\""))).isEqualTo("register.statement-wrong-hash");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            register.statement-not-json          | {"version":
            register.statement-not-json          | <html>
            register.statement-not-one           | []
            register.statement-not-one           | {}
            register.statement-not-one           | null
            register.statement-not-json          | ''
            register.statement-not-json          | {"a":1,"a":2}
            """)
    void whatIsSomethingElseIsNamedAsThat(String code, String file) {
        assertThat(why(file)).isEqualTo(code);
    }

    @Test
    void aFileWithMoreThanItMayHoldIsRefused() {
        assertThat(why(text(STATEMENT).replaceFirst("\\{", "{\"more\":1,"))).isEqualTo("register.statement-not-one");
        assertThat(why(text(STATEMENT).replace("\"schema\":1", "\"schema\":2"))).isEqualTo("register.statement-not-one");
        assertThat(why(" ".repeat(PublicStatementFile.LARGEST + 1))).isEqualTo("register.statement-too-large");
    }

    /** Sealed with the hash that belongs to them, so that only what they say is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            row-malformed     | period            | {"from":"2025-04-01"}
            row-malformed     | period            | {"from":"2025-04-01","until":"2025-04-31"}
            row-malformed     | period            | {"from":"2025-4-1","until":null}
            row-malformed     | period            | {"until":null,"from":null}
            row-malformed     | service-name      | {"en":"","ja":"a","more":"b"}
            row-malformed     | service-name      | {"en":"","ja":1}
            row-malformed     | service-name      | null
            row-malformed     | service-name      | "a"
            row-malformed     | service-name      | {"en":"","ja":123456789012345678901234567890}
            row-malformed     | service-name      | {"en":"","ja":"a\u202Eb"}
            row-malformed     | objective/5.1.1   | {"choice":"perhaps"}
            row-malformed     | objective/5.1.1   | ["adopted"]
            row-malformed     | function/0002     | {"name_ja":"a"}
            row-malformed     | subsequent-events | {"events":[1],"none":false}
            row-malformed     | subsequent-events | {"events":[],"none":"no"}
            """)
    void aRowThatIsNotAsItMustBeIsNamed(String code, String key, String value) {
        var rows = STATEMENT.rows().stream()
                .map(row -> row.key().equals(key) ? new Row(key, row.salt(), value) : row)
                .toList();

        var refused = (Reading.Refused) PublicStatementFile.read(Statements.file(Statements.sealed(rows)));

        assertThat(refused.why().code()).isEqualTo("register.statement-" + code);
        assertThat(refused.why().facts()).containsEntry("key", key);
    }

    @Test
    void aRowThatIsMissingDoubledOrElsewhereIsNamed() {
        var rows = STATEMENT.rows();
        for (int at = 0; at < rows.size(); at++) {
            var key = rows.get(at).key();
            var lacking = new ArrayList<>(rows);
            lacking.remove(at);
            var doubled = new ArrayList<>(rows);
            doubled.add(at, rows.get(at));
            boolean mayBeLast = key.equals("function/0003") || key.equals("base/0002") || key.startsWith("objective/");
            assertThat(why(new String(Statements.file(Statements.sealed(lacking)), StandardCharsets.UTF_8))).as(key)
                    .isEqualTo(mayBeLast ? "" : "register.statement-row-out-of-place");
            assertThat(why(new String(Statements.file(Statements.sealed(doubled)), StandardCharsets.UTF_8))).as(key)
                    .isEqualTo("register.statement-row-out-of-place");
        }
        var more = new ArrayList<>(rows);
        more.add(new Row("audit-report", "00".repeat(16), "{}"));
        assertThat(why(new String(Statements.file(Statements.sealed(more)), StandardCharsets.UTF_8)))
                .isEqualTo("register.statement-row-out-of-place");
    }

    private static String why(String file) {
        return PublicStatementFile.read(file.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Refused refused ? refused.why().code() : "";
    }

    private static String text(PublicStatement statement) {
        return CanonicalJson.write(PublicStatementFile.object(statement));
    }

    private static PublicStatement with(List<Row> rows) {
        return new PublicStatement(STATEMENT.version(), STATEMENT.edition(), STATEMENT.agencies(), STATEMENT.restricted(), rows);
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
