// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.procedure.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the self-check found, as a table: one line for each finding, in the order of the page. */
final class CheckTable {

    private static final List<String> COLUMNS = List.of("severity", "place", "title", "wrong", "mend", "article");

    private final MessageSource messages;
    private final Locale language;

    CheckTable(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    Table of(Statement statement, LocalDate on, List<CheckView.Group> groups) {
        var rows = new ArrayList<List<@Nullable Object>>();
        groups.forEach(group -> group.lines().forEach(line -> rows.add(row(group, line))));
        return new Table(
                said("title") + " " + statement.title(),
                COLUMNS.stream().map(key -> new Table.Column(key, said("column." + key))).toList(), rows,
                List.of(said("file-as-of", on.toString(), statement.edition())));
    }

    private List<@Nullable Object> row(CheckView.Group group, CheckView.Line line) {
        var place = !line.place().isEmpty() ? line.place() : group.chapter() ? group.key() : said("part." + group.key());
        var article = line.article().isCited() ? line.article().document() + " " + line.article().number() : "";
        return Arrays.asList(said("severity." + line.severity().code()), place, line.title(), line.wrong(), line.mend(), article);
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage("statement.check." + key, arguments, language);
    }
}
