// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.CATALOGUE;
import static jp.torokubo.procedure.statement.workbook.Prepared.COLLEAGUES;
import static jp.torokubo.procedure.statement.workbook.Prepared.OWNERS;
import static jp.torokubo.procedure.statement.workbook.Prepared.preview;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static jp.torokubo.procedure.statement.workbook.Prepared.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.record.criteria.Control;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is written out and comes back untouched changes nothing; into an empty statement it brings everything. */
class RoundTripTest {

    private static final List<String> WORDS = List.of("鍵を分ける", "=1+2", "+A1", "-", "@cmd", "<b>&\"'", "二行\n目", "𠮷野家の髙橋", "２-ⅱ", "9.2.3", "令和8年",
            "Keys are kept apart.", "1", "'x", "長い".repeat(400), "none", "なし", "○", "① 一つ目");

    @RepeatedTest(40)
    void nothingChangesAndNothingIsLost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        boolean english = random.nextBoolean();
        var answers = answers(random, 60);

        var reading = read(ReadHere.xlsx(StatementWorkbook.write(whole(answers), StatementWorkbook.answered(CATALOGUE), OWNERS, english)));

        assertThat(reading.problems()).isEmpty();
        var same = preview(reading, whole(answers));
        assertThat(same.rows()).hasSize(StatementWorkbook.answered(CATALOGUE).size()).allMatch(row -> row.kind() == Kind.UNCHANGED);
        var into = new HashMap<String, Answer>();
        answers.keySet().forEach(control -> into.put(control, new Answer(
                control, Choice.OPEN, List.of(), Wording.NONE, "", null, answers.get(control).state(), null, answers.get(control).version())));
        preview(reading, whole(into)).rows().stream().filter(row -> answers.containsKey(row.control())).forEach(row -> {
            var wanted = answers.get(row.control());
            assertThat(row.problems()).isEmpty();
            assertThat(row.after().choice()).isEqualTo(wanted.choice());
            assertThat(row.after().realisations()).isEqualTo(wanted.realisations());
            assertThat(row.after().reason()).isEqualTo(wanted.reason());
            assertThat(row.after().owner()).isEqualTo(wanted.owner());
            assertThat(row.after().due()).isEqualTo(wanted.due());
        });
    }

    /** Saved by LibreOffice 7 from an export of {@link #kept()}; see {@link #exported}. */
    @Test
    void aWorkbookSavedByLibreOfficeKeepsEveryValueRowAndKey() throws IOException {
        byte[] saved;
        try (InputStream in = getClass().getResourceAsStream("saved-by-libreoffice.xlsx")) {
            saved = in.readAllBytes();
        }

        var reading = read(ReadHere.xlsx(saved));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).hasSize(StatementWorkbook.answered(CATALOGUE).size()).allMatch(row -> row.version() != null);
        assertThat(preview(reading, whole(kept())).rows()).allMatch(row -> row.kind() == Kind.UNCHANGED);
    }

    @Test
    void aFilteredExportHasOnlyItsRowsAndNothingInItIsAFormula() throws IOException {
        var some = StatementWorkbook.answered(CATALOGUE).subList(100, 103);

        var file = StatementWorkbook.write(whole(kept()), some, OWNERS, false);

        exported(file);
        var sheets = ReadHere.xlsx(file);
        assertThat(read(sheets).rows()).extracting(WorkbookReading.Row::control).containsExactlyElementsOf(some.stream().map(Control::id).toList());
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.rows()).allSatisfy(row ->
                assertThat(row.marks().values()).doesNotContain(jp.torokubo.ground.files.TableReading.Mark.FORMULA)));
        assertThat(sheets).extracting(jp.torokubo.ground.files.TableReading.Sheet::name).containsExactly("言明書", "説明", "選択肢");
    }

    /** Where {@code -Dworkbook.export=FILE} asks for it, the whole of what the fixture was made from is written there. */
    @Test
    void aRowNobodyTouchedInTheWorkbookStaysAsSomebodyElseHasLeftItSince() throws IOException {
        var file = StatementWorkbook.write(whole(), StatementWorkbook.answered(CATALOGUE), OWNERS, false);
        var sheets = ReadHere.xlsx(file);
        var answers = new HashMap<>(whole().answers());
        answers.put("9.1.1.3", new Answer(
                "9.1.1.3", Choice.ADOPTED, List.of(Realisation.throughout(Wording.of("例：ほかの人の文"))), Wording.NONE, "", null, RowState.READY, null, 7));
        var since = new WholeStatement(whole().statement(), whole().content(), answers, List.of());

        var preview = WorkbookPreview.of(
                WorkbookReader.read(sheets, Prepared.ID, Prepared.NUMBERS), since, Prepared.NUMBERS, OWNERS, (control, version) -> Optional.empty());

        assertThat(preview.allProblems()).isEmpty();
        assertThat(preview.changesNothing()).isTrue();
        assertThat(preview.of(WorkbookPreview.Kind.CONFLICT)).isEmpty();
    }

    private static void exported(byte[] file) throws IOException {
        String to = System.getProperty("workbook.export");
        if (to != null) {
            Files.write(Path.of(to), StatementWorkbook.write(whole(kept()), StatementWorkbook.answered(CATALOGUE), OWNERS, false));
            assertThat(file).isNotEmpty();
        }
    }

    private static Map<String, Answer> kept() {
        return answers(new Random(2026), 200);
    }

    private static Map<String, Answer> answers(Random random, int many) {
        var controls = StatementWorkbook.answered(CATALOGUE);
        var answers = new HashMap<String, Answer>();
        for (int at = 0; at < many; at++) {
            String control = controls.get(random.nextInt(controls.size())).id();
            answers.put(control, new Answer(
                    control, Choice.values()[random.nextInt(3)], realisations(random), wording(random),
                    random.nextBoolean() ? "" : COLLEAGUES.get(random.nextInt(2)).login(),
                    random.nextBoolean() ? null : day(random), RowState.values()[1 + random.nextInt(4)],
                    random.nextInt(8) > 0 ? null : new RestsOn("0".repeat(64), "9.2.3"), 1 + random.nextInt(50)));
        }
        return answers;
    }

    private static List<Realisation> realisations(Random random) {
        var text = CleanText.clean(WORDS.get(random.nextInt(WORDS.size())));
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(Realisation.throughout(new Wording(text, random.nextBoolean() ? "" : "In English.")));
            case 2 -> List.of(Realisation.throughout(new Wording("", "Only in English.")));
            default -> {
                var change = day(random);
                yield List.of(new Realisation(Wording.of(text), null, change),
                        new Realisation(Wording.of("例：二つ目"), change.plusDays(1), change.plusDays(40)),
                        new Realisation(Wording.of(text), change.plusDays(41), null));
            }
        };
    }

    private static Wording wording(Random random) {
        return new Wording(
                random.nextBoolean() ? "" : WORDS.get(random.nextInt(WORDS.size())), random.nextInt(4) > 0 ? "" : WORDS.get(random.nextInt(WORDS.size())));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    }
}
