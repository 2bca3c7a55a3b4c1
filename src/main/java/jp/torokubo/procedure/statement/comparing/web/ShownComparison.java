// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Result.Compared;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Side;
import jp.torokubo.procedure.statement.comparing.RowDifference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What differs, as page, paper and workbook show it. */
final class ShownComparison {

    /** @param words by which a class is proposed; empty where it is certain */
    public record ShownRow(RowDifference difference, String title, List<Line> lines, String words) {}

    public record Count(ChangeClass kind, long count) {}

    private final Compared compared;
    private final MessageSource messages;
    private final PageDays days;
    private final Locale locale;
    private final @Nullable ChangeClass only;

    /** @param only the class that is asked for; null: every one */
    ShownComparison(Compared compared, @Nullable ChangeClass only, MessageSource messages, PageDays days, Locale locale) {
        this.compared = compared;
        this.only = only;
        this.messages = messages;
        this.days = days;
        this.locale = locale;
    }

    public Side before() {
        return compared.before();
    }

    public Side after() {
        return compared.after();
    }

    public boolean isEmpty() {
        return compared.comparison().isEmpty();
    }

    /** What is a change by itself first. */
    public List<Count> counts() {
        return compared.comparison().counts().entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Count count) -> !count.kind().change()).thenComparing(Count::kind))
                .toList();
    }

    public List<DifferingPart> parts() {
        return compared.comparison().parts().stream().filter(part -> wanted(part.classes()))
                .map(part -> DifferingPart.of(part, messages, locale)).toList();
    }

    public long rowCount() {
        return differences().count();
    }

    /** @param after number of the row after which they begin; null: from the first */
    public List<ShownRow> rows(@Nullable String after, int most) {
        var all = differences().toList();
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).row().number().equals(after)) {
                from = i + 1;
            }
        }
        return all.subList(from, Math.min(all.size(), from + most)).stream().map(this::row).toList();
    }

    public List<ShownRow> rows() {
        return differences().map(this::row).toList();
    }

    /** One line for each thing that is said differently, for machines too. */
    Table forWorkbook(String title, List<String> notes) {
        var columns = Stream.of("where", "number", "item", "title", "criteria", "classes", "certain", "words", "field", "before", "after")
                .map(key -> new Table.Column(key, word("statement.comparing.column." + key)))
                .toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var part : parts()) {
            for (var item : part.items()) {
                for (var line : item.lines()) {
                    rows.add(Arrays.asList(
                            word(part.difference().part().messageKey()), part.difference().part().number(), item.name(),
                            item.kind() == null ? null : word(item.kind()), null, classes(part.difference().classes()), true, null,
                            line.label(), line.before(), line.after()));
                }
            }
        }
        for (var row : rows()) {
            var certain = row.difference().classes().stream().noneMatch(one -> one.proposed() || one == ChangeClass.UNDECIDED);
            for (var line : row.lines()) {
                rows.add(Arrays.asList(
                        word("statement.comparing.rows"), row.difference().row().shown().id(), null, row.title(),
                        word(row.difference().row().change().messageKey()), classes(row.difference().classes()), certain,
                        row.words().isEmpty() ? null : row.words(), line.label(), line.before(), line.after()));
            }
        }
        return new Table(title, columns, rows, notes);
    }

    private String classes(Set<ChangeClass> classes) {
        return classes.stream().map(one -> word(one.messageKey())).collect(Collectors.joining(separator()));
    }

    private Stream<RowDifference> differences() {
        return compared.comparison().rows().stream().filter(row -> wanted(row.classes()));
    }

    private boolean wanted(Set<ChangeClass> classes) {
        return only == null || classes.contains(only);
    }

    private ShownRow row(RowDifference difference) {
        var words = difference.proposal() == null ? "" : String.join(separator(), difference.proposal().words());
        return new ShownRow(
                difference, difference.row().shown().title(english()),
                new RowLines(messages, days, locale).different(difference.row(), difference.was(), difference.is(), difference.classes()), words);
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }

    private String separator() {
        return english() ? ", " : "、";
    }

    private String word(String key, Object... of) {
        return messages.getMessage(key, of, locale);
    }
}
