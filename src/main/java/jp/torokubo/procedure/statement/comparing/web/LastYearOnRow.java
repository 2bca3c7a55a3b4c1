// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.LastYear;
import jp.torokubo.procedure.statement.comparing.RowDifference;
import jp.torokubo.procedure.statement.comparing.RowPair;
import jp.torokubo.procedure.statement.comparing.SinceLastYear;
import jp.torokubo.record.criteria.Control;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Last year's answer beside the present one, for the page of a row. */
@Component
public class LastYearOnRow {

    /** @param classes of what differs; empty where nothing does. @param lines everything either says */
    public record Shown(Statement from, RowPair row, SinceLastYear since, Set<ChangeClass> classes, List<Line> lines) {}

    private final LastYear lastYear;
    private final MessageSource messages;
    private final PageDays days;

    LastYearOnRow(LastYear lastYear, MessageSource messages, PageDays days) {
        this.lastYear = lastYear;
        this.messages = messages;
        this.days = days;
    }

    /** Empty where there is no statement of last year, or none is there for him. @param is the answer as it was read for him */
    public Optional<Shown> of(Actor actor, Statement statement, Control control, Answer is, Locale language) {
        return lastYear.of(actor, statement).map(rows -> {
            var classes = rows.difference(control, is).map(RowDifference::classes).orElse(Set.of());
            return new Shown(
                    rows.from(), rows.pair(control), rows.since(control, is), classes,
                    new RowLines(messages, days, language).all(rows.pair(control), rows.was(control), is, classes));
        });
    }
}
