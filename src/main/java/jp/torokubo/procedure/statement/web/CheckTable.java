// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.procedure.statement.CheckStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the self-check found, as a table: one line for each finding, in the order of the page. */
final class CheckTable {

    private static final List<String> COLUMNS = List.of("severity", "place", "title", "wrong", "mend", "article", "word", "word_state", "word_by", "word_at");

    private final MessageSource messages;
    private final Locale language;

    CheckTable(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    Table of(CheckStatement.Result.Checked checked, List<CheckView.Group> groups) {
        var statement = checked.whole().statement();
        var rows = new ArrayList<List<@Nullable Object>>();
        groups.forEach(group -> group.lines().forEach(line -> rows.add(row(group, line, checked.people()))));
        return new Table(
                said("title") + " " + statement.title(),
                COLUMNS.stream().map(key -> new Table.Column(key, said("column." + key))).toList(), rows,
                List.of(said("file-as-of", checked.on().toString(), statement.edition())));
    }

    private List<@Nullable Object> row(CheckView.Group group, CheckView.Line line, Map<PersonId, String> people) {
        var place = !line.place().isEmpty() ? line.place() : group.chapter() ? group.key() : said("part." + group.key());
        var article = line.article().isCited() ? line.article().document() + " " + line.article().number() : "";
        var said = line.said();
        var word = said == null ? null : said.holding() != null ? said.holding() : said.lapsed();
        var state = said == null ? "" : said("word.state." + (said.holding() != null ? "holds" : word != null ? "lapsed" : "none"));
        return Arrays.asList(
                said("severity." + line.severity().code()), place, line.title(), line.wrong(), line.mend(), article,
                word == null ? "" : word.text(), state, word == null ? "" : people.getOrDefault(word.author(), ""),
                word == null ? null : word.at());
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage("statement.check." + key, arguments, language);
    }
}
