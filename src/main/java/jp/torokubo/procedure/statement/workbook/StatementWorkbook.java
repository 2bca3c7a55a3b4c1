// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as a workbook that people fill in and send back.
 *
 * <p>The first sheet has one row for each control that is answered, in natural order. A control whose realisation changed inside the audited
 * period has one more row for each further state, with the same number and key and only the cells of that state: so there is no limit to
 * them and no column that is nearly always empty. There is no formula; whatever begins like one is text.
 */
public final class StatementWorkbook {

    private static final String READ_ONLY = "F1F1F4";
    private static final String HEADING = "E8F1FE";

    private final boolean english;
    private final WholeStatement whole;
    private final Owners owners;
    private final Map<String, Long> evidence = new HashMap<>();

    private StatementWorkbook(WholeStatement whole, Owners owners, boolean english) {
        this.whole = whole;
        this.owners = owners;
        this.english = english;
        whole.evidence().forEach(one -> one.controls().forEach(control -> evidence.merge(control, 1L, Long::sum)));
    }

    /** The rows of a statement that are answered, in natural order. */
    public static List<Control> answered(Catalogue catalogue) {
        return catalogue.controls().stream().filter(AnswerRules::isAnswered).toList();
    }

    /**
     * @param controls the rows that are wanted, in their order
     */
    public static byte[] write(WholeStatement whole, List<Control> controls, Owners owners, boolean english) {
        var out = new ByteArrayOutputStream();
        try {
            var workbook = new Workbook(out, "Torokubo", null);
            workbook.properties().setTitle(whole.statement().title());
            new StatementWorkbook(whole, owners, english).write(workbook, controls);
            workbook.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private void write(Workbook workbook, List<Control> controls) throws IOException {
        var sheet = workbook.newWorksheet(english ? "Statement" : "言明書");
        var notes = workbook.newWorksheet(english ? "Notes" : "説明");
        var lists = new Choices(workbook.newWorksheet(english ? "Choices" : "選択肢"), owners.names(), english);
        headings(sheet);
        int next = 1;
        for (var control : controls) {
            next = rows(sheet, next, control, whole.answer(control.id()));
        }
        if (next > 1) {
            lists.validate(sheet, controls, this::heightOf, next - 1);
        }
        notes(notes, controls.size());
        sheet.finish();
        notes.finish();
        lists.sheet.finish();
    }

    private void headings(Worksheet sheet) {
        sheet.freezePane(2, 1);
        sheet.rowHeight(0, 32);
        for (var field : Field.values()) {
            sheet.width(field.ordinal(), field.width());
            sheet.inlineString(0, field.ordinal(), field.heading(english));
            sheet.style(0, field.ordinal()).bold().wrapText(true).verticalAlignment("center").fillColor(HEADING).borderStyle("thin").set();
        }
        sheet.setAutoFilter(0, 0, Field.values().length - 1);
    }

    private int heightOf(Control control) {
        return Math.max(1, whole.answer(control.id()).realisations().size());
    }

    private int rows(Worksheet sheet, int first, Control control, Answer answer) {
        var realisations = answer.realisations();
        for (int part = 0; part < heightOf(control); part++) {
            int row = first + part;
            var cells = new EnumMap<Field, Object>(Field.class);
            cells.put(Field.KEY, new RowKey(whole.statement().id(), control.id(), answer.version()).written());
            cells.put(Field.NUMBER, control.id());
            cells.put(Field.TITLE, control.title(english));
            if (part == 0) {
                ofTheRow(cells, control, answer);
            }
            if (part < realisations.size()) {
                realisation(cells, realisations.get(part));
            }
            for (var field : Field.values()) {
                cell(sheet, row, field, cells.get(field), control.tier());
            }
        }
        return first + heightOf(control);
    }

    private void ofTheRow(Map<Field, Object> cells, Control control, Answer answer) {
        cells.put(Field.OBLIGATION, CellWords.obligation(control.obligation(), english));
        cells.put(Field.CHOICE, CellWords.choice(answer.choice(), control.tier(), english));
        wording(cells, answer.reason(), Field.REASON_JA, Field.REASON_EN);
        cells.put(Field.OWNER, owners.written(answer.owner(), english));
        if (answer.due() != null) {
            cells.put(Field.DUE, answer.due());
        }
        cells.put(Field.STATE, answer.state().word(english));
        cells.put(Field.EVIDENCE, evidence.getOrDefault(control.id(), 0L));
        cells.put(Field.RESTS_ON, answer.restsOn() == null ? "" : answer.restsOn().control());
    }

    private static void realisation(Map<Field, Object> cells, Realisation realisation) {
        wording(cells, realisation.text(), Field.REALISATION_JA, Field.REALISATION_EN);
        if (realisation.from() != null) {
            cells.put(Field.FROM, realisation.from());
        }
        if (realisation.until() != null) {
            cells.put(Field.UNTIL, realisation.until());
        }
    }

    private static void wording(Map<Field, Object> cells, Wording wording, Field ja, Field en) {
        cells.put(ja, wording.ja());
        cells.put(en, wording.en());
    }

    private static void cell(Worksheet sheet, int row, Field field, @Nullable Object value, Tier tier) {
        int column = field.ordinal();
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
        } else if (value instanceof Long number) {
            sheet.value(row, column, number);
        } else if (value != null && !value.toString().isEmpty()) {
            sheet.inlineString(row, column, value.toString());
        }
        var style = sheet.style(row, column).verticalAlignment("top").borderStyle("thin").borderColor("C9CDD2");
        if (!field.isRead()) {
            style = style.fillColor(READ_ONLY);
        }
        if (field == Field.FROM || field == Field.UNTIL || field == Field.DUE) {
            style = style.format("yyyy-mm-dd");
        } else if (field != Field.EVIDENCE) {
            // as text: a number stays what it is, and nothing that is typed becomes a day or a formula
            style = style.format("@");
        }
        if (field != Field.KEY) {
            style = style.wrapText(true);
        }
        if (field == Field.NUMBER && tier != Tier.DETAIL) {
            style = style.bold();
        }
        style.set();
    }

    private void notes(Worksheet sheet, int controls) {
        sheet.width(0, 24);
        sheet.width(1, 100);
        var lines = english ? List.of(
                List.of("Statement", whole.statement().title()),
                List.of("Edition of the criteria", whole.statement().edition()),
                List.of("Controls in this file", String.valueOf(controls)),
                List.of("How to fill in", "Fill in the white columns and upload the file. Grey columns are for reference and are not read back. "
                        + "Columns may be moved; rows may be left out."),
                List.of("Row key", "Leave it as it is. It shows whether a row has been changed by somebody else since this file was made. "
                        + "In a row with a key an empty cell empties what the statement says; in a row without one it changes nothing."),
                List.of("Before and after", "Where the realisation changed inside the assessment period, each further state has a row of its own "
                        + "below, with the same number. To add one, copy the row, keep key and number, and give both rows their days."),
                List.of("Days", "2026-04-01, 2026/4/1 and 令和8年4月1日 are read. Empty: from the beginning, or to the end, of the period."),
                List.of("Formulas", "Are not calculated. Paste values in their place."))
                : List.of(
                List.of("言明書", whole.statement().title()),
                List.of("管理基準の版", whole.statement().edition()),
                List.of("この表の管理策の数", String.valueOf(controls)),
                List.of("書き方", "白い列に記入し、ファイルをアップロードしてください。灰色の列は参考で、読み込みません。列の順序は変えてもかまいません。行を減らしてもかまいません。"),
                List.of("行の鍵", "そのままにしてください。このファイルを作った後に、ほかの人がその行を変えていないかを確かめるために使います。"
                        + "鍵のある行の空欄は「空にする」、鍵のない行の空欄は「変えない」という意味になります。"),
                List.of("変更の前と後", "監査対象期間の中で個別管理策が変わったときは、変わった後の内容を、同じ番号の次の行に書きます。"
                        + "増やすには、行を複写して鍵と番号を残し、両方の行に期間を入れてください。"),
                List.of("日付", "2026-04-01、2026/4/1、令和8年4月1日 などを読み取れます。空欄は、期間の初めから、または終わりまで、という意味です。"),
                List.of("数式", "計算しません。値に置き換えて（値の貼り付け）ください。"));
        int row = 0;
        for (var line : lines) {
            sheet.inlineString(row, 0, line.get(0));
            sheet.inlineString(row, 1, line.get(1));
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
            row++;
        }
    }

    /** The sheet whose cells the lists of the first are made of. */
    private static final class Choices {

        private static final List<Choice> CHOICES = List.of(Choice.ADOPTED, Choice.LEFT_OUT);

        private final Worksheet sheet;
        private final int owners;
        private final boolean english;

        Choices(Worksheet sheet, List<String> names, boolean english) {
            this.sheet = sheet;
            this.owners = names.size();
            this.english = english;
            column(0, english ? "Choice (others)" : "採否（詳細管理策のほか）",
                    CHOICES.stream().map(choice -> CellWords.choice(choice, Tier.OBJECTIVE, english)).toList());
            column(1, english ? "Choice (detailed controls)" : "採否（詳細管理策）",
                    CHOICES.stream().map(choice -> CellWords.choice(choice, Tier.DETAIL, english)).toList());
            column(2, english ? "State" : "状態",
                    java.util.Arrays.stream(RowState.values()).map(state -> state.word(english)).toList());
            column(3, english ? "Owner" : "担当", names);
        }

        private void column(int column, String heading, List<String> words) {
            sheet.width(column, 28);
            sheet.inlineString(0, column, heading);
            sheet.style(0, column).bold().set();
            for (int at = 0; at < words.size(); at++) {
                sheet.inlineString(at + 1, column, words.get(at));
            }
        }

        void validate(Worksheet target, List<Control> controls, Function<Control, Integer> height, int last) {
            int row = 1;
            for (int at = 0; at < controls.size(); ) {
                boolean detail = controls.get(at).tier() == Tier.DETAIL;
                int first = row;
                for (; at < controls.size() && (controls.get(at).tier() == Tier.DETAIL) == detail; at++) {
                    row += height.apply(controls.get(at));
                }
                list(target.range(first, Field.CHOICE.ordinal(), row - 1, Field.CHOICE.ordinal()), detail ? 1 : 0, CHOICES.size());
            }
            list(target.range(1, Field.STATE.ordinal(), last, Field.STATE.ordinal()), 2, RowState.values().length);
            if (owners > 0) {
                list(target.range(1, Field.OWNER.ordinal(), last, Field.OWNER.ordinal()), 3, owners);
            }
        }

        private void list(Range cells, int column, int words) {
            cells.validateWithList(sheet.range(1, column, words, column)).allowBlank(true).showErrorMessage(true)
                    .errorStyle(DataValidationErrorStyle.STOP).errorTitle(english ? "Choose from the list" : "一覧から選んでください")
                    .error(english ? "Only the words of the list are possible here." : "この欄に入れられるのは、一覧にある言葉だけです。");
        }
    }
}
