// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.StatementHashes;
import org.jspecify.annotations.Nullable;

/** A sheet as it is published: salted rows in three sections, so that the public one verifies alone; and kept as a draft. */
public final class SheetRows {

    private SheetRows() {}

    /** @param salts 16 random bytes in hexadecimal each time it is asked */
    public static Map<Visibility, List<Row>> of(Sheet sheet, Supplier<String> salts) {
        var sections = new EnumMap<Visibility, List<Row>>(Visibility.class);
        for (var visibility : Visibility.values()) {
            sections.put(visibility, new ArrayList<>());
        }
        sheet.answers().forEach((question, answer) -> sections.get(answer.visibility()).add(new Row(
                "answer/" + question, salts.get(), CanonicalJson.write(Map.of("ja", answer.text().ja(), "en", answer.text().en())))));
        return sections;
    }

    public static Map<Visibility, String> hashes(Map<Visibility, List<Row>> sections) {
        var hashes = new EnumMap<Visibility, String>(Visibility.class);
        sections.forEach((visibility, rows) -> hashes.put(visibility, StatementHashes.section(rows)));
        return hashes;
    }

    /** The edition's own hash names the questions, so that a sheet is never taken for a statement. */
    public static String hash(String questions, Map<Visibility, String> sections) {
        return StatementHashes.version(
                "buyers-sheet/" + questions, sections.get(Visibility.PUBLIC), sections.get(Visibility.AGENCIES),
                sections.get(Visibility.RESTRICTED));
    }

    public static Map<String, SheetAnswer> answers(Visibility visibility, List<Row> rows) {
        var answers = new LinkedHashMap<String, SheetAnswer>();
        rows.forEach(row -> {
            var value = (Map<?, ?>) CanonicalJson.read(row.value());
            answers.put(row.key().substring("answer/".length()), new SheetAnswer(
                    visibility, new Wording(String.valueOf(value.get("ja")), String.valueOf(value.get("en")))));
        });
        return answers;
    }

    /** As a draft is kept. */
    public static String written(Sheet sheet) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        sheet.answers().forEach((question, answer) -> answers.put(question, Map.of(
                "visibility", answer.visibility().code(), "ja", answer.text().ja(), "en", answer.text().en())));
        return CanonicalJson.write(answers);
    }

    /** In the order of the questions, as far as they are still asked. */
    public static Sheet read(@Nullable UUID service, String written) {
        var kept = (Map<?, ?>) CanonicalJson.read(written);
        var answers = new LinkedHashMap<String, SheetAnswer>();
        BuyersQuestions.newest().all().forEach(question -> Optional.ofNullable((Map<?, ?>) kept.get(question.code()))
                .ifPresent(answer -> answers.put(question.code(), new SheetAnswer(
                        Visibility.of(String.valueOf(answer.get("visibility"))).orElseThrow(),
                        new Wording(String.valueOf(answer.get("ja")), String.valueOf(answer.get("en")))))));
        return new Sheet(service, answers);
    }
}
