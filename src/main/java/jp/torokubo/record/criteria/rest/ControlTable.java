// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.ControlPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rows of an edition on their way to a file: the rows of the page, in the words of the page. */
@Component
class ControlTable {

    private static final List<String> COLUMNS = List.of(
            "criteria_edition", "id", "tier", "parent", "suffix", "obligation", "title_ja", "title_ja_basis", "title_en", "title_en_basis",
            "reference", "first_edition", "changed_in", "text_ja", "text_en");

    private final MessageSource messages;

    ControlTable(MessageSource messages) {
        this.messages = messages;
    }

    Table of(ControlPage page, Locale language) {
        var texts = page.catalogue().controls().stream().anyMatch(row -> row.officialJa() != null || row.officialEn() != null);
        // columns of official texts stand there once there is one
        var keys = texts ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - 2);
        var edition = page.catalogue().edition();
        var notes = new ArrayList<String>();
        notes.add(say(language, "criteria.table.edition", edition.title(language.getLanguage().equals("en"))));
        notes.add(say(language, "criteria.table.source", edition.source().words(language.getLanguage().equals("en"))));
        notes.add(say(language, "criteria.table.rows", page.total()));
        notes.add(say(language, "criteria.caution.titles"));
        notes.add(say(language, "criteria.newer"));
        return new Table(
                say(language, "criteria.table.title", edition.id()),
                keys.stream().map(key -> new Table.Column(key, say(language, "criteria.file." + key))).toList(),
                page.controls().stream().map(row -> row(edition.id(), row, language).subList(0, keys.size())).toList(), notes);
    }

    private List<@Nullable Object> row(String edition, Control row, Locale language) {
        return Arrays.asList(
                edition, row.id(), say(language, "criteria.tier." + row.tier().code()), row.parent(), row.suffix().code(),
                say(language, "criteria.obligation." + row.obligation().code()), row.title(false),
                say(language, "criteria.basis." + row.basis(false).code()), row.titleIn(true),
                say(language, "criteria.basis." + row.basis(true).code()), row.reference(), row.firstEdition(), row.changedIn(),
                row.officialJa() == null ? null : row.officialJa().body(), row.officialEn() == null ? null : row.officialEn().body());
    }

    private String say(Locale language, String key, Object... parts) {
        return messages.getMessage(key, parts, language);
    }
}
