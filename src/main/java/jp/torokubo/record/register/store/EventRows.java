// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.record.register.DecidingCorrections;
import jp.torokubo.record.register.RegisterBook.Filed;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.record.register.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded, as it can be shown. */
final class EventRows {

    private final JdbcClient jdbc;

    EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Shown(Filed filed, String role, String leafHash, @Nullable String name, @Nullable String number) {}

    List<EventView> ofService(RegisterName register, ServiceId service, long index) {
        var shown = jdbc.sql(SELECT + """
                         where e.register = :register and e.service_id = :service and e.index <= :index
                         order by e.index
                        """)
                .param("register", register.code())
                .param("service", service.value())
                .param("index", index)
                .param("now", Versions.NOW)
                .query(EventRows::shown)
                .list();
        return views(register, shown, index);
    }

    boolean isRecorded(RegisterName register, ServiceId service, long index) {
        return jdbc.sql("""
                        select exists (select 1 from register.event
                                        where register = :register and service_id = :service and index <= :index)
                        """)
                .param("register", register.code())
                .param("service", service.value())
                .param("index", index)
                .query(Boolean.class)
                .single();
    }

    /**
     * Newest first.
     *
     * @param since null, or the first day an entry may concern
     * @param until null, or the last day an entry may concern
     */
    List<EventView> before(
            RegisterName register, @Nullable LocalDate since, @Nullable LocalDate until, long beforeIndex, int limit) {
        var shown = jdbc.sql(SELECT + """
                         where e.register = :register and e.index < :before
                           and e.concerns >= coalesce(cast(:since as date), '-infinity')
                           and e.concerns <= coalesce(cast(:until as date), 'infinity')
                         order by e.index desc
                         limit :limit
                        """)
                .param("register", register.code())
                .param("before", beforeIndex)
                .param("since", since, java.sql.Types.DATE)
                .param("until", until, java.sql.Types.DATE)
                .param("limit", limit)
                .param("now", Versions.NOW)
                .query(EventRows::shown)
                .list();
        return views(register, shown, Long.MAX_VALUE);
    }

    private static final String SELECT = """
            select e.index, e.recorded_at, e.type, e.schema, e.service_id, e.root, e.body, e.role, e.leaf_hash, n.name, n.number
              from register.event e
              left join lateral (select v.name, v.number from register.service_version v
                                  where v.register = e.register and v.service_id = e.service_id and v.known_to = :now
                                  order by v.valid_from desc limit 1) n on true
            """;

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                Entries.filed(row, number), row.getString("role"), row.getString("leaf_hash"), row.getString("name"),
                row.getString("number"));
    }

    private List<EventView> views(RegisterName register, List<Shown> shown, long index) {
        var deciding = DecidingCorrections.among(correctionsOf(
                register, shown.stream().map(one -> one.filed().root()).collect(Collectors.toSet()), index));
        return shown.stream().map(one -> view(one, deciding)).toList();
    }

    private List<jp.torokubo.record.register.Recorded> correctionsOf(RegisterName register, Set<Long> roots, long index) {
        return jdbc.sql("select " + Entries.COLUMNS + """
                         from register.event
                        where register = :register and corrects is not null and root = any(cast(:roots as bigint[])) and index <= :index
                        order by index
                        """)
                .param("register", register.code())
                .param("roots", roots.toArray(Long[]::new))
                .param("index", index)
                .query(Entries::filed)
                .list()
                .stream()
                .map(Filed::recorded)
                .toList();
    }

    private static EventView view(Shown shown, DecidingCorrections deciding) {
        var recorded = shown.filed().recorded();
        return new EventView(
                recorded.index(), recorded.recordedAt(), recorded.event(), recorded.basis(), shown.role(),
                deciding.over(recorded.index()), shown.leafHash(), shown.filed().service(), shown.name(), shown.number());
    }
}
