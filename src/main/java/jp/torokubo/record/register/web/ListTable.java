// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ArrayList;
import jp.torokubo.ground.japanese.Days;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.RegisterWords;
import org.jspecify.annotations.Nullable;

/** The list as a file: the same services in the same order as on the page, with every column there is, the number first. */
final class ListTable {

    private static final List<String> COLUMNS = List.of(
            "registration_no", "registration_no_provenance", "name", "provider", "register", "registered_on", "valid_until",
            "status", "last_known_status", "id");

    private ListTable() {}

    static Table of(ServiceList list, Locale locale) {
        var english = locale.getLanguage().equals("en");
        var day = english ? Days.english(list.asOf()) : Days.japanese(list.asOf());
        return new Table(
                RegisterWords.of(locale, "table.title", day),
                COLUMNS.stream().map(key -> new Table.Column(key, RegisterWords.of(locale, "column." + key))).toList(),
                list.services().stream().map(ListTable::row).toList(),
                notes(list, locale, day, english));
    }

    private static List<String> notes(ServiceList list, Locale locale, String day, boolean english) {
        var notes = new ArrayList<String>();
        notes.add(RegisterWords.of(locale, "table.as-of", day));
        if (list.knownAt() != null) {
            notes.add(RegisterWords.of(locale, "table.known-at", list.knownAt(), list.registerIndex()));
        }
        var until = list.completeUntil();
        notes.add(until == null
                ? RegisterWords.of(locale, "table.nothing-published")
                : RegisterWords.of(locale, "table.complete-until", english ? Days.english(until) : Days.japanese(until)));
        notes.add(RegisterWords.of(locale, "table.rows", list.services().size()));
        return notes;
    }

    private static List<@Nullable Object> row(ListedService service) {
        var number = service.number();
        return Arrays.asList(
                number == null ? null : number.value(),
                number == null ? null : number.provenance().code(),
                service.name(),
                service.provider(),
                service.register().code(),
                service.registeredOn(),
                service.validUntil(),
                service.status().code(),
                service.lastKnownStatus().code(),
                service.id().value().toString());
    }
}
