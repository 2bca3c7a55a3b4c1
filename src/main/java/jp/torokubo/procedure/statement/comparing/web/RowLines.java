// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.RowDifference;
import jp.torokubo.procedure.statement.comparing.RowPair;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What two answers of a row say, line by line, with the changed words marked. */
final class RowLines {

    private final MessageSource messages;
    private final PageDays days;
    private final Locale locale;

    RowLines(MessageSource messages, PageDays days, Locale locale) {
        this.messages = messages;
        this.days = days;
        this.locale = locale;
    }

    /** What differs. */
    List<Line> different(RowPair row, Answer was, Answer is, Set<ChangeClass> classes) {
        return all(row, was, is, classes).stream().filter(line -> !Objects.equals(line.before(), line.after())).toList();
    }

    /** Everything either says; the owner only where he is what differs. */
    List<Line> all(RowPair row, Answer was, Answer is, Set<ChangeClass> classes) {
        var lines = new ArrayList<Line>();
        var before = choice(row, was);
        var after = choice(row, is);
        // 採用 is one word, and not 不採用 with a letter taken out
        lines.add(before != null && before.equals(after)
                ? Line.of(word("statement.comparing.field.choice"), before, before)
                : new Line(word("statement.comparing.field.choice"), before, after, List.of()));
        add(lines, "realisation", last(was, false), last(is, false));
        add(lines, "realisation.en", last(was, true), last(is, true));
        if (!was.realisations().equals(is.realisations()) && (was.realisations().size() > 1 || is.realisations().size() > 1
                || classes.contains(ChangeClass.EARLIER_DAYS))) {
            add(lines, "earlier", withDays(was), withDays(is));
        }
        add(lines, "reason", was.reason().ja(), is.reason().ja());
        add(lines, "reason.en", was.reason().en(), is.reason().en());
        add(lines, "rests-on", restsOn(was.restsOn()), restsOn(is.restsOn()));
        if (classes.contains(ChangeClass.OWNER)) {
            add(lines, "owner", was.owner(), is.owner());
        }
        return lines;
    }

    private void add(List<Line> lines, String field, String before, String after) {
        if (!before.isEmpty() || !after.isEmpty()) {
            lines.add(Line.of(
                    word("statement.comparing.field." + field.replace(".en", ""))
                            + (field.endsWith(".en") ? word("statement.comparing.in-english") : ""), before, after));
        }
    }

    private @Nullable String choice(RowPair row, Answer answer) {
        return answer.control().isEmpty() ? null : word(answer.choice().messageKey(row.shown().tier()));
    }

    private static String last(Answer answer, boolean english) {
        var text = RowDifference.last(answer.realisations());
        return english ? text.en() : text.ja();
    }

    private String withDays(Answer answer) {
        return answer.realisations().stream().map(this::withDays).collect(Collectors.joining("\n"));
    }

    private String withDays(Realisation realisation) {
        return word(
                "statement.comparing.days", realisation.from() == null ? "" : days.written(realisation.from()),
                realisation.until() == null ? "" : days.written(realisation.until())) + realisation.text().in(locale.getLanguage().equals("en"));
    }

    private static String restsOn(@Nullable RestsOn restsOn) {
        return restsOn == null ? "" : restsOn.control() + " (" + restsOn.version().substring(0, Math.min(12, restsOn.version().length())) + ")";
    }

    private String word(String key, Object... of) {
        return messages.getMessage(key, of, locale);
    }
}
