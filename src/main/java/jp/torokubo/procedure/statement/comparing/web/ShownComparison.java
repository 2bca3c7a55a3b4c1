// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Result.Compared;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Side;
import jp.torokubo.procedure.statement.comparing.RowDifference;
import jp.torokubo.procedure.statement.comparing.SaidClass;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What differs, as page, paper and workbook show it. */
final class ShownComparison {

    /**
     * @param words by which a class is proposed; empty where it is certain
     * @param said what was said of it; null where nothing was
     * @param form what saying it needs; null where there is nothing to say
     */
    public record ShownRow(
            RowDifference difference, String title, List<Line> lines, String words, @Nullable Word said, @Nullable Form form) {}

    /** @param by name of whoever said it; empty where that is not known */
    public record Word(SaidClass word, String by) {}

    /** @param chosen at first; null where nothing speaks for any */
    public record Form(String control, String before, String after, @Nullable ChangeClass chosen, UUID commandId) {}

    /** @param proposed how many of them are of the class by a proposal alone */
    public record Count(ChangeClass kind, long count, long proposed) {}

    private final Compared compared;
    private final MessageSource messages;
    private final PageDays days;
    private final Locale locale;
    private final @Nullable ChangeClass only;
    private final Supplier<UUID> ids;

    /** @param only the class that is asked for; null: every one @param ids for the commands of its forms */
    ShownComparison(
            Compared compared, @Nullable ChangeClass only, MessageSource messages, PageDays days, Supplier<UUID> ids, Locale locale) {
        this.compared = compared;
        this.only = only;
        this.messages = messages;
        this.days = days;
        this.ids = ids;
        this.locale = locale;
    }

    public Side before() {
        return compared.before();
    }

    public Side after() {
        return compared.after();
    }

    public @Nullable Refusal mayNotWrite() {
        return compared.mayNotWrite();
    }

    public boolean isEmpty() {
        return compared.comparison().isEmpty();
    }

    /** What is a change by itself first. */
    public List<Count> counts() {
        return compared.comparison().counts().entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue(), compared.comparison().proposed(entry.getKey())))
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
        return differences().filter(behind(after)).limit(most).map(this::row).toList();
    }

    /** Also where that row itself does not differ any more, or is of another class now. */
    private Predicate<RowDifference> behind(@Nullable String number) {
        var behind = new HashSet<String>();
        boolean passed = false;
        for (var row : compared.rows().rows()) {
            if (passed) {
                behind.add(row.number());
            }
            passed |= row.number().equals(number);
        }
        return passed ? row -> behind.contains(row.row().number()) : row -> true;
    }

    public List<ShownRow> rows() {
        return differences().map(this::row).toList();
    }

    /** One line for each thing that is said differently, for machines too. */
    Table forWorkbook(String title, List<String> notes) {
        var columns = Stream.of("where", "number", "item", "title", "criteria", "classes", "certain", "words", "proposed", "said_by", "said_at", "why", "field",
                        "before", "after")
                .map(key -> new Table.Column(key, word("statement.comparing.column." + key)))
                .toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var part : parts()) {
            for (var item : part.items()) {
                for (var line : item.lines()) {
                    rows.add(Arrays.asList(
                            word(part.difference().part().messageKey()), part.difference().part().number(), item.name(),
                            item.kind() == null ? null : word(item.kind()), null, classes(part.difference().classes()), true, null, null, null, null, null,
                            line.label(), line.before(), line.after()));
                }
            }
        }
        for (var row : rows()) {
            var said = row.said();
            var proposal = row.difference().proposal();
            for (var line : row.lines()) {
                rows.add(Arrays.asList(
                        word("statement.comparing.rows"), row.difference().row().shown().id(), null, row.title(),
                        word(row.difference().row().change().messageKey()), classes(row.difference().classes()), row.difference().isCertain(),
                        row.words().isEmpty() ? null : row.words(), proposal == null ? null : word(proposal.kind().messageKey()),
                        said == null ? null : said.by(), said == null ? null : said.word().at(), said == null ? null : said.word().why(), line.label(), line.before(), line.after()));
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
                new RowLines(messages, days, locale).different(difference.row(), difference.was(), difference.is(), difference.classes()), words,
                said(difference), form(difference));
    }

    private @Nullable Word said(RowDifference difference) {
        var word = difference.said();
        return word == null ? null : new Word(word, compared.people().getOrDefault(word.author(), ""));
    }

    private @Nullable Form form(RowDifference difference) {
        var proposal = difference.proposal();
        if (proposal == null || compared.mayNotWrite() != null) {
            return null;
        }
        var said = difference.said();
        var chosen = said != null ? said.kind() : proposal.kind() == ChangeClass.UNDECIDED ? null : proposal.kind();
        return new Form(difference.row().number(), difference.wasText(), difference.isText(), chosen, ids.get());
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
