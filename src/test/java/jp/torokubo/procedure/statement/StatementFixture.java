// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.torokubo.SettableClock;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.World;
import jp.torokubo.procedure.statement.buyers.Sheets;
import jp.torokubo.procedure.statement.comparing.CompareStatements;
import jp.torokubo.procedure.statement.mapping.Lists;
import org.springframework.context.ApplicationContext;

/**
 * A statement with something in every table: parts, rows, evidence, a comment, a word about a warning, a kept view, a frozen version, a
 * class said of what changed since, a disclosure, a mapping, a buyer's sheet.
 *
 * @param disclosure to the receiver
 * @param batch the deed that wrote the rows
 */
public record StatementFixture(StatementId statement, String version, UUID disclosure, UUID batch, UUID evidence, UUID mapping, Sheets.Disclosed sheet) {

    public static StatementFixture of(ApplicationContext program, Actor manager, DossierId dossier, String receiver) {
        return of(program, manager, dossier, receiver, text -> text);
    }

    /** @param marked makes a text of what is given, so that it is known again wherever it turns up */
    public static StatementFixture of(
            ApplicationContext program, Actor manager, DossierId dossier, String receiver, UnaryOperator<String> marked) {
        var statement = ((OpenStatement.Result.Opened) program.getBean(OpenStatement.class).handle(
                        new OpenStatement.Command(command(), manager, dossier, marked.apply("2026年度"), "2024-07", null)))
                .statement();
        save(program, manager, statement, new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
        save(program, manager, statement, new Content.SpecialNotes(false, Wording.of(marked.apply("特記"))));
        var batch = ((ChangeAnswers.Result.Changed) program.getBean(ChangeAnswers.class).handle(change(
                        manager, statement, adopted("9.1.1.1", marked.apply("個別管理策")), leftOut("9.1.1.2", marked.apply("理由")),
                        adopted("9.1.1.4", marked.apply("前の記載")))))
                .batch();
        var evidence = evidence(program, statement, manager, marked);
        World.said("""
                insert into statement.comment (dossier, id, statement, control, text, mentions, at, author)
                values (?, ?, ?, '9.1.1.1', ?, array[?]::uuid[], ?, ?)
                """, dossier.value(), UUID.randomUUID(), statement.value(), marked.apply("コメント"), manager.person().value(), now(), manager.person().value());
        program.getBean(KeepView.class).handle(new KeepView.Command(command(), manager, statement, marked.apply("見方"), "lacks=answer"));
        word(program, manager, statement, dossier, marked.apply("一言"));
        var mapping = Lists.id(Lists.brought(program.getBean(BringMapping.class), manager, statement, marked.apply("対応づけ"),
                "item,control,text\n%s,9.1.1.3,%s\n".formatted(marked.apply("対応づけの項目"), marked.apply("対応づけの本文"))));
        var version = ((FreezeStatement.Result.Frozen) program.getBean(FreezeStatement.class).handle(
                        new FreezeStatement.Command(command(), manager, statement)))
                .hash();
        saidClass(program, manager, statement, version, marked);
        var disclosure = ((DiscloseVersion.Result.Disclosed) program.getBean(DiscloseVersion.class).handle(
                        new DiscloseVersion.Command(command(), manager, version, receiver, marked.apply("受け手"))))
                .disclosure();
        return new StatementFixture(statement, version, disclosure, batch, evidence, mapping, Sheets.disclosed(program, manager, dossier, receiver, marked));
    }

    private static void save(ApplicationContext program, Actor actor, StatementId statement, Content content) {
        program.getBean(SavePart.class).handle(new SavePart.Command(command(), actor, statement, 0, content));
    }

    private static void word(ApplicationContext program, Actor manager, StatementId statement, DossierId dossier, String text) {
        var checked = (CheckStatement.Result.Checked) program.getBean(CheckStatement.class).whole(manager, dossier, statement);
        var warning = checked.remarks().of(Severity.WARNING).get(0);
        program.getBean(AnswerWarning.class).handle(new AnswerWarning.Command(
                command(), manager, statement, warning.key(), checked.words().fingerprint(warning), text, false));
    }

    /** A description changed after freezing, and what somebody says of it. */
    private static void saidClass(
            ApplicationContext program, Actor manager, StatementId statement, String version, UnaryOperator<String> marked) {
        program.getBean(ChangeAnswers.class).handle(change(manager, statement, adopted("9.1.1.4", marked.apply("後の記載"))));
        var to = new CompareStatements.Other.Frozen(version);
        var compared = (CompareStatements.Result.Compared) program.getBean(CompareStatements.class).handle(
                new CompareStatements.Asked(manager, statement, to));
        var row = compared.comparison().rows().get(0);
        program.getBean(ClassifyChange.class).handle(new ClassifyChange.Command(
                command(), manager, statement, to, row.row().number(), row.wasText(), row.isText(), "wording", marked.apply("区分の理由")));
    }

    private static UUID evidence(ApplicationContext program, StatementId statement, Actor manager, UnaryOperator<String> marked) {
        try {
            var file = Files.writeString(Files.createTempFile("torokubo-fixture-", ".txt"), marked.apply("中身"));
            try {
                return ((AddEvidence.Result.Added) program.getBean(AddEvidence.class).handle(new AddEvidence.Command(
                                command(), manager, statement, null, marked.apply("証跡"),
                                new AddEvidence.GivenFile(marked.apply("記録") + ".txt", file), null, "", null, "9.1.1.1")))
                        .evidence();
            } finally {
                Files.delete(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Timestamp now() {
        return Timestamp.from(SettableClock.START);
    }
}
