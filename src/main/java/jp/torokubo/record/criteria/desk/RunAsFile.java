// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.paper.Table.Column;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The problems of a workbook, or every row of its dry run, as a table to work through beside the file. */
@Component
class RunAsFile {

    private final MessageSource words;
    private final WrongsOfCriteria wrongs;

    RunAsFile(MessageSource words, WrongsOfCriteria wrongs) {
        this.words = words;
        this.wrongs = wrongs;
    }

    Table problems(KeptCriteriaImport kept, Locale locale) {
        var rows = new ArrayList<List<@Nullable Object>>();
        kept.reading().problems().forEach(problem -> rows.add(Arrays.asList(problem.place().sheet(), (long) problem.place().row(),
                problem.column(), problem.value(), problem.id(), wrongs.say(problem), problem.code())));
        return new Table(kept.publication().title(), columns(locale, "sheet", "row", "column", "value", "control", "why", "code"), rows, List.of());
    }

    Table rows(KeptCriteriaImport kept, CriteriaDryRun dryRun, Locale locale) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : dryRun.rows()) {
            String sheet = Optional.ofNullable(row.place()).map(place -> place.sheet()).orElse(null);
            Long number = row.place() == null ? null : (long) row.place().row();
            String becomes = words.getMessage("criteria.desk.kind." + row.outcome().code(), null, locale);
            if (row.differences().isEmpty()) {
                rows.add(Arrays.asList(sheet, number, row.id(), becomes, null, null, null));
            }
            row.differences().forEach(one -> rows.add(Arrays.asList(sheet, number, row.id(), becomes,
                    words.getMessage("criteria.desk.field." + one.field(), null, locale), one.before(), one.after())));
        }
        return new Table(kept.publication().title(), columns(locale, "sheet", "row", "control", "becomes", "field", "is", "will-be"), rows, List.of());
    }

    private List<Column> columns(Locale locale, String... names) {
        return Arrays.stream(names)
                .map(name -> new Column(name.replace('-', '_'), words.getMessage("criteria.desk.file." + name, null, locale))).toList();
    }
}
