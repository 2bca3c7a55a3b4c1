// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.importing.Book;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;

/** A statement of the edition 2024-07 and whatever is said in it. */
final class Prepared {

    static final StatementId ID = new StatementId(UUID.fromString("0193a5c0-0000-7000-8000-00000000cafe"));
    static final List<Colleague> COLLEAGUES = List.of(colleague(1, "青木 一", "aoki@example.jp"), colleague(2, "結城 二", "yuki@example.jp"));
    static final Owners OWNERS = new Owners(COLLEAGUES);
    static final Catalogue CATALOGUE = catalogue("2024-07");
    static final EditionNumbers NUMBERS = new EditionNumbers(CATALOGUE, List.of());

    private Prepared() {}

    static Colleague colleague(int end, String name, String login) {
        return new Colleague(new PersonId(new UUID(0x0193a5c000007000L, 0x8000000000000000L + end)), name, login);
    }

    static Catalogue catalogue(String edition) {
        var shipped = ShippedCatalogue.read(Instant.EPOCH);
        var found = shipped.stream().filter(one -> one.edition().id().equals(edition)).findFirst().orElseThrow();
        return new Catalogue(found.edition(), found.controls(), List.of());
    }

    static WholeStatement whole(Answer... answers) {
        var statement = new Statement(ID, new DossierId(UUID.fromString("0193a5c0-0000-7000-8000-00000000d055")), "2026年度",
                CATALOGUE.edition().id(), null, Instant.EPOCH);
        return new WholeStatement(statement, StatementContent.EMPTY,
                Arrays.stream(answers).collect(Collectors.toMap(Answer::control, answer -> answer)), List.of());
    }

    static WholeStatement whole(Map<String, Answer> answers) {
        return whole(answers.values().toArray(Answer[]::new));
    }

    static WorkbookReading read(List<Sheet> sheets) {
        return WorkbookReader.read(sheets, ID, NUMBERS);
    }

    static WorkbookReading read(String table) {
        return read(Book.of().sheet("言明書", table).sheets);
    }

    static WorkbookPreview preview(WorkbookReading reading, WholeStatement whole) {
        return WorkbookPreview.of(reading, whole, NUMBERS, OWNERS, (control, version) -> java.util.Optional.empty());
    }
}
