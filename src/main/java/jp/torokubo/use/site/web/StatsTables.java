// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.use.site.census.Census;
import jp.torokubo.use.site.downloads.Dictionary;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The table beside each picture, as a file. */
@Component
class StatsTables {

    /** Columns of each table by their keys in the dictionary. */
    enum Of {
        GROWTH("registered_on", "services_added", "services_in_all"),
        PROVIDERS("provider", "services_count"),
        COUNTS("counted_on", "register", "counted_services", "counted_providers", "provenance", "source"),
        NUMBERS("registration_no_provenance", "services_count"),
        EXPIRY("month", "services_count");

        private final List<String> columns;

        Of(String... columns) {
            this.columns = List.of(columns);
        }

        List<String> columns() {
            return columns;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Scheme scheme;
    private final Dictionary dictionary;
    private final MessageSource messages;

    StatsTables(Scheme scheme, Dictionary dictionary, MessageSource messages) {
        this.scheme = scheme;
        this.dictionary = dictionary;
        this.messages = messages;
    }

    Optional<Table> of(String file, Census census, Locale language) {
        return Arrays.stream(Of.values()).filter(table -> table.file().equals(file)).findFirst().map(table -> new Table(
                messages.getMessage("site.stats." + table.file(), null, language),
                table.columns().stream().map(key -> dictionary.column(key, language)).toList(),
                rows(table, census, language), List.of("as_of: " + census.asOf(), "complete_until: " + census.completeUntil())));
    }

    private List<List<@Nullable Object>> rows(Of table, Census census, Locale language) {
        return switch (table) {
            case GROWTH -> census.batches().stream().map(batch -> row(batch.day(), batch.added(), batch.sum())).toList();
            case PROVIDERS -> census.providers().stream().map(count -> row(count.provider(), count.services())).toList();
            case COUNTS -> scheme.counts().stream().map(count -> row(
                    count.when(), count.register(), count.services(), count.providers(), count.provenance(), count.source(language))).toList();
            case NUMBERS -> census.numbers().stream().map(count -> row(
                    count.provenance() == null ? null : count.provenance().code(), count.services())).toList();
            case EXPIRY -> census.expiringByMonth(StatsPage.MONTHS).stream()
                    .map(month -> row(month.month().toString(), month.services())).toList();
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
