// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.PreviewWorkbook;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.workbook.Field;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Planned;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Note;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.SheetUse;
import jp.torokubo.record.criteria.Control;
import org.springframework.context.MessageSource;

/** What would be taken in, as a page shows it: every cell that would change beside what stands there now. */
final class ShownPreview {

    /** @param kind key of its words. @param conflict whether it is taken in only if that is asked for */
    record Row(Control control, String kind, boolean conflict, List<Line> lines) {

        public String id() {
            return control.id();
        }
    }

    record Line(String field, String before, String after) {}

    /** A sheet and what became of it. @param columns what each column was read as, in words */
    record Sheet(String name, String fate, int controls, List<Column> columns) {

        /** Headings of columns of which nothing is read. */
        public List<String> unread() {
            return columns.stream().filter(column -> column.use().isEmpty())
                    .map(column -> (column.letters() + " " + column.heading()).strip()).toList();
        }
    }

    /**
     * @param at by which a choice for it begins: sheet and column, from 0
     * @param code of the field it is read as; empty where it is not read
     * @param choosable whether somebody may say what it holds
     */
    record Column(String at, String letters, String heading, String code, String use, boolean choosable) {}

    /** One kind of conversion, with the places where it was made. */
    record Converted(String what, int count, List<Note> examples) {}

    private static final int EXAMPLES = 300;

    private final PreviewWorkbook.Result.Previewed previewed;
    private final boolean english;
    private final Function<String, String> words;

    private ShownPreview(PreviewWorkbook.Result.Previewed previewed, boolean english, Function<String, String> words) {
        this.previewed = previewed;
        this.english = english;
        this.words = words;
    }

    static ShownPreview of(PreviewWorkbook.Result.Previewed previewed, MessageSource messages, Locale language) {
        return new ShownPreview(
                previewed, language.getLanguage().equals("en"), key -> messages.getMessage(key, null, language));
    }

    /** Conflicts first and all of them, since each has to be decided. @param most of the others */
    List<Row> rows(int most) {
        var conflicts = previewed.preview().of(Kind.CONFLICT).stream();
        var others = previewed.preview().rows().stream().filter(row -> row.edit() != null && row.kind() != Kind.CONFLICT).limit(most);
        return Stream.concat(conflicts, others).map(this::row).toList();
    }

    List<Sheet> sheets() {
        var sheets = previewed.reading().sheets();
        return IntStream.range(0, sheets.size()).mapToObj(at -> sheet(at, sheets.get(at))).toList();
    }

    /** Rows of the file, for what cannot be taken in: a place that leads to no row of the statement counts, too. */
    long count(Kind kind) {
        return kind == Kind.ERROR
                ? previewed.preview().allProblems().stream().map(Problem::place).distinct().count() : previewed.preview().of(kind).size();
    }

    /** What was read otherwise than it was written, by its kind. */
    List<Converted> converted() {
        return previewed.reading().notes().stream()
                .collect(Collectors.groupingBy(Note::what, TreeMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(kind -> new Converted(kind.getKey(), kind.getValue().size(), kind.getValue().stream().limit(EXAMPLES).toList()))
                .toList();
    }

    private Sheet sheet(int at, SheetUse sheet) {
        return new Sheet(sheet.sheet(), sheet.fate().code(), sheet.controls(), sheet.columns().stream().map(column -> {
            var use = use(column.use());
            boolean fixed = column.use().equals(Field.KEY.code());
            var code = use.isEmpty() ? "" : column.use();
            return new Column(at + "." + position(column.column()), column.column(), column.heading(), code, use, !fixed);
        }).toList());
    }

    /** From the letters a person sees, from 0. */
    private static int position(String letters) {
        int position = 0;
        for (char letter : letters.toCharArray()) {
            position = position * 26 + letter - 'A' + 1;
        }
        return position - 1;
    }

    private String use(String code) {
        for (var field : Field.values()) {
            if (field.code().equals(code)) {
                return field.isRead() || field == Field.NUMBER || field == Field.KEY ? field.heading(english) : "";
            }
        }
        return "";
    }

    private Row row(Planned planned) {
        var control = previewed.numbers().control(planned.control()).orElseThrow();
        return new Row(control, planned.kind().messageKey(), planned.kind() == Kind.CONFLICT, planned.fields().stream()
                .map(field -> new Line(
                        field.heading(english), text(field, planned.before(), control), text(field, planned.after(), control)))
                .toList());
    }

    private String text(Field field, Answer answer, Control control) {
        return switch (field) {
            case CHOICE -> words.apply(answer.choice().messageKey(control.tier()));
            case STATE -> words.apply(answer.state().messageKey());
            case REALISATION_JA -> each(answer, one -> one.text().ja());
            case REALISATION_EN -> each(answer, one -> one.text().en());
            case FROM -> each(answer, one -> one.from() == null ? "－" : one.from().toString());
            case UNTIL -> each(answer, one -> one.until() == null ? "－" : one.until().toString());
            case REASON_JA -> answer.reason().ja();
            case REASON_EN -> answer.reason().en();
            case OWNER -> previewed.owners().written(answer.owner(), english);
            case DUE -> answer.due() == null ? "" : answer.due().toString();
            case KEY, NUMBER, TITLE, OBLIGATION, EVIDENCE, RESTS_ON -> "";
        };
    }

    private static String each(Answer answer, Function<Realisation, String> said) {
        return answer.realisations().stream().map(said).collect(Collectors.joining(" ／ "));
    }
}
