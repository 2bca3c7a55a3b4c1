// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.procedure.statement.Realisation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows of a frozen version as a table, for a workbook. */
@Component
class VersionTable {

    /** Keys of the columns, as in the dictionary. */
    static final List<String> COLUMNS = List.of(
            "control", "tier", "control_title", "choice", "realisation_ja", "realisation_en", "reason_ja", "reason_en", "rests_on_version",
            "rests_on_control");

    private final MessageSource words;

    VersionTable(MessageSource words) {
        this.words = words;
    }

    Table of(ShownVersion shown, Locale language) {
        boolean english = language.getLanguage().equals("en");
        var columns = COLUMNS.stream().map(key -> new Table.Column(key, word("statement.column." + key, language))).toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : shown.rows()) {
            var answer = row.answer();
            rows.add(Arrays.asList(
                    row.control().id(), word("statement.tier." + row.control().tier().code(), language), row.control().title(english),
                    word(answer.choice().messageKey(row.control().tier()), language),
                    described(answer.realisations(), false), described(answer.realisations(), true), answer.reason().ja(),
                    answer.reason().en(), answer.restsOn() == null ? null : answer.restsOn().version(),
                    answer.restsOn() == null ? null : answer.restsOn().control()));
        }
        var version = shown.sections().version();
        return new Table(
                title(shown, language), columns, rows,
                List.of(
                        word("statement.version.hash", language) + ": " + version.hash(),
                        word("statement.edition", language) + ": " + version.edition(), word("statement.version.confidential", language)));
    }

    String title(ShownVersion shown, Locale language) {
        var name = shown.whole().content().service().name().in(language.getLanguage().equals("en"));
        return word("statement.statement", language) + (name.isEmpty() ? "" : "：" + name) + " "
                + words.getMessage("statement.version.number", new Object[] {shown.sections().version().number()}, language);
    }

    /** Each with its days, where it has any. */
    private static String described(List<Realisation> realisations, boolean english) {
        return realisations.stream()
                .map(one -> (one.from() == null && one.until() == null ? ""
                        : "[" + (one.from() == null ? "" : one.from()) + "/" + (one.until() == null ? "" : one.until()) + "] ")
                        + (english ? one.text().en() : one.text().ja()))
                .collect(Collectors.joining("\n"));
    }

    private String word(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
