// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.record.ledger.Envelope;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.RegisterWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The list of services on its way to a file: the rows of the page, the rows of CSV and xlsx, and the JSON of the API are the same rows. */
@Component
public class ServiceListTable {

    /** What can be left out of a file; id, name, number and register are always there. */
    public enum Column {
        PROVIDER,
        REGISTERED_ON,
        VALID_UNTIL,
        STATUS
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RegisterReading reading;

    ServiceListTable(RegisterReading reading) {
        this.reading = reading;
    }

    public Table table(ListQuestion question, Locale language) {
        return table(reading.page(question), EnumSet.allOf(Column.class), language);
    }

    public Table table(ServiceList list, Set<Column> shown, Locale language) {
        var columns = new ArrayList<Table.Column>();
        for (var key : keys(shown)) {
            columns.add(new Table.Column(key, RegisterWords.of(language, "column." + key)));
        }
        return new Table(
                RegisterWords.of(language, "table.title", list.asOf()), columns,
                list.services().stream().map(service -> row(service, shown, language)).toList(), notes(list, language));
    }

    /** The JSON of the API, to the byte. */
    public byte[] json(ListQuestion question) {
        return JSON.writeValueAsBytes(AnswerWriter.list(reading.page(question)));
    }

    private static List<String> keys(Set<Column> shown) {
        var keys = new ArrayList<>(List.of("registration_no", "registration_no_provenance", "name"));
        if (shown.contains(Column.PROVIDER)) {
            keys.add("provider");
        }
        keys.add("register");
        if (shown.contains(Column.REGISTERED_ON)) {
            keys.add("registered_on");
        }
        if (shown.contains(Column.VALID_UNTIL)) {
            keys.add("valid_until");
        }
        if (shown.contains(Column.STATUS)) {
            keys.addAll(List.of("status", "last_known_status"));
        }
        keys.add("id");
        return keys;
    }

    private static List<@Nullable Object> row(ListedService service, Set<Column> shown, Locale language) {
        var number = service.number();
        var row = new ArrayList<@Nullable Object>();
        row.add(number == null ? null : number.value());
        row.add(number == null ? null : RegisterWords.of(language, "provenance." + number.provenance().code()));
        row.add(service.name());
        if (shown.contains(Column.PROVIDER)) {
            row.add(service.provider());
        }
        row.add(RegisterWords.of(language, "name." + service.register().code()));
        if (shown.contains(Column.REGISTERED_ON)) {
            row.add(service.registeredOn());
        }
        if (shown.contains(Column.VALID_UNTIL)) {
            row.add(service.validUntil());
        }
        if (shown.contains(Column.STATUS)) {
            row.add(RegisterWords.of(language, "status." + service.status().code()));
            row.add(RegisterWords.of(language, "status." + service.lastKnownStatus().code()));
        }
        row.add(service.id().value().toString());
        return row;
    }

    private static List<String> notes(ServiceList list, Locale language) {
        var notes = new ArrayList<String>();
        notes.add(RegisterWords.of(language, "table.as-of", list.asOf()));
        if (list.knownAt() != null) {
            notes.add(RegisterWords.of(language, "table.known-at", Envelope.written(list.knownAt()), list.registerIndex()));
        }
        notes.add(list.completeUntil() == null
                ? RegisterWords.of(language, "table.nothing-published")
                : RegisterWords.of(language, "table.complete-until", list.completeUntil()));
        notes.add(RegisterWords.of(language, "table.rows", list.services().size()));
        return notes;
    }
}
