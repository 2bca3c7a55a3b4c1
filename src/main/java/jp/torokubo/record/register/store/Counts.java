// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.database.DatabaseReplaced;
import jp.torokubo.ground.database.PublicRead;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.store.ListSql.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many services a question finds, whole and by facet.
 *
 * <p>What was known up to an entry never changes, so an answer may be kept as long as there is room; it is never out of date.
 */
@Component
class Counts {

    private static final int MOST_VALUES = 100;

    /** Everything that decides over the counts: not the page, not the order. */
    private record Asked(
            RegisterName register, long index, LocalDate day, String text, Set<Status> statuses, @Nullable String provider,
            @Nullable LocalDate registeredOn) {}

    private final JdbcClient jdbc;
    private final Cache<Asked, Long> totals = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<Asked, Map<String, Map<String, Long>>> facets = Caffeine.newBuilder().maximumSize(500).build();

    Counts(@PublicRead JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void forget(DatabaseReplaced replaced) {
        totals.invalidateAll();
        facets.invalidateAll();
    }

    long total(ListQuestion question, long index, ListSql sql) {
        return totals.get(asked(question, index), key -> count(sql, sql.rowsAskedFor()));
    }

    long totalUnfiltered(ListQuestion question, long index, ListSql sql) {
        var all = new Asked(question.register(), index, question.asOf(), "", Set.of(), null, null);
        return totals.get(all, key -> count(sql, sql.rowsOfTheDay() + " and " + sql.listed()));
    }

    private long count(ListSql sql, String rows) {
        return jdbc.sql("select count(*)" + rows).params(sql.parameters()).query(Long.class).single();
    }

    /** Facets by the names of the API's parameters; of the providers the hundred with most services. */
    Map<String, Map<String, Long>> facets(ListQuestion question, long index, ListSql sql) {
        return facets.get(asked(question, index), key -> {
            var counted = new LinkedHashMap<String, Map<String, Long>>();
            var status = sql.isPastHorizon() ? "cast('unknown' as text)" : sql.lastKnown();
            counted.put("status", count(sql, status, sql.rowsAskedFor(Filter.STATUS), "count desc, value"));
            counted.put("provider", count(sql, "v.provider", sql.rowsAskedFor(Filter.PROVIDER), "count desc, value"));
            counted.put(
                    "registered_on", count(sql, "cast(v.registered_on as text)", sql.rowsAskedFor(Filter.REGISTERED_ON), "value"));
            return counted;
        });
    }

    private Map<String, Long> count(ListSql sql, String value, String rows, String order) {
        var counted = new LinkedHashMap<String, Long>();
        jdbc.sql("select " + value + " as value, count(*) as count" + rows + " group by 1 order by " + order + " limit " + MOST_VALUES)
                .params(sql.parameters())
                .query((row, number) -> counted.put(row.getString("value"), row.getLong("count")))
                .list();
        return counted;
    }

    private static Asked asked(ListQuestion question, long index) {
        return new Asked(
                question.register(), index, question.asOf(), question.text(), Set.copyOf(question.statuses()), question.provider(),
                question.registeredOn());
    }
}
