// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.Fold;
import jp.torokubo.record.register.Recorded;
import jp.torokubo.record.register.RegisterBook;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The book of the registers in PostgreSQL. */
@Repository
class BookInDatabase implements RegisterBook {

    private final JdbcClient jdbc;
    private final Versions versions;
    private final StatementRows statements;

    BookInDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.versions = new Versions(jdbc);
        this.statements = new StatementRows(jdbc);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(RegisterName register) {
        jdbc.sql("select register from register.book where register = :register for update")
                .param("register", register.code())
                .query(String.class)
                .single();
    }

    @Override
    public long lastIndex(RegisterName register) {
        return jdbc.sql("select index from register.event where register = :register order by index desc limit 1")
                .param("register", register.code())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    @Override
    public Optional<Filed> entry(RegisterName register, long index) {
        return jdbc.sql("select " + Entries.COLUMNS + " from register.event where register = :register and index = :index")
                .param("register", register.code())
                .param("index", index)
                .query(Entries::filed)
                .optional();
    }

    @Override
    public Map<ServiceId, List<Recorded>> aboutServices(RegisterName register, Collection<ServiceId> services) {
        var found = new HashMap<ServiceId, List<Recorded>>();
        jdbc.sql("select " + Entries.COLUMNS + """
                         from register.event
                        where register = :register and service_id = any(cast(:services as uuid[]))
                        order by index
                        """)
                .param("register", register.code())
                .param("services", ids(services))
                .query(Entries::filed)
                .list()
                .forEach(filed -> found.computeIfAbsent(
                                Objects.requireNonNull(filed.service()), service -> new java.util.ArrayList<>())
                        .add(filed.recorded()));
        return found;
    }

    private static String[] ids(Collection<ServiceId> services) {
        return services.stream().map(service -> service.value().toString()).toArray(String[]::new);
    }

    @Override
    public List<Recorded> aboutPublications(RegisterName register) {
        return jdbc.sql("select " + Entries.COLUMNS + """
                         from register.event
                        where register = :register and service_id is null
                        order by index
                        """)
                .param("register", register.code())
                .query(Entries::filed)
                .list()
                .stream()
                .map(Filed::recorded)
                .toList();
    }

    @Override
    public Map<String, Holder> holders(RegisterName register, Collection<String> numbers) {
        var holders = new HashMap<String, Holder>();
        jdbc.sql("""
                        select o.number, o.service_id, v.name
                          from register.number_owner o
                          join register.service_version v
                            on v.register = o.register and v.service_id = o.service_id
                           and v.known_to = :now and v.valid_to = 'infinity'
                         where o.register = :register and o.number = any(:numbers)
                        """)
                .param("now", Versions.NOW)
                .param("register", register.code())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> holders.put(
                        row.getString("number"),
                        new Holder(new ServiceId(row.getObject("service_id", UUID.class)), row.getString("name"))))
                .list();
        return holders;
    }

    @Override
    public void file(RegisterName register, Filed entry, Ledger.Entry inLog, String body, String role) {
        var recorded = entry.recorded();
        jdbc.sql("""
                        insert into register.event
                               (register, index, recorded_at, type, schema, service_id, concerns, corrects, root, body, role, leaf_hash)
                        values (:register, :index, :at, :type, :schema, :service, :concerns, :corrects, :root, :body, :role, :leaf)
                        """)
                .param("register", register.code())
                .param("index", recorded.index())
                .param("at", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .param("type", recorded.event().type())
                .param("schema", inLog.schema())
                .param("service", entry.service() == null ? null : entry.service().value(), java.sql.Types.OTHER)
                .param("concerns", concerns(register, recorded.event()))
                .param("corrects", recorded.event() instanceof RegisterEvent.Corrected corrected ? corrected.entry() : null)
                .param("root", entry.root())
                .param("body", body)
                .param("role", role)
                .param("leaf", inLog.leafHash())
                .update();
    }

    private @Nullable LocalDate concerns(RegisterName register, RegisterEvent event) {
        if (event instanceof RegisterEvent.OfService ofService) {
            return ofService.effectiveOn();
        }
        if (event instanceof RegisterEvent.PublicationLoaded loaded) {
            return loaded.completeUntil();
        }
        var corrected = (RegisterEvent.Corrected) event;
        if (corrected.replacement() != null) {
            return corrected.replacement().effectiveOn();
        }
        return concerns(register, entry(register, corrected.entry()).orElseThrow().recorded().event());
    }

    @Override
    public void project(RegisterName register, ServiceId service, List<Fold.Span> spans, long fromEntry) {
        statements.keep(register, spans);
        versions.replace(register, service, spans.stream().map(Version::of).toList(), fromEntry);
        var numbers = spans.isEmpty() ? List.<String>of() : spans.get(spans.size() - 1).state().numbers();
        versions.replaceNumbers(register, service, numbers, fromEntry);
    }

    @Override
    public void assignNumbers(RegisterName register, Map<ServiceId, List<String>> numbers) {
        jdbc.sql("delete from register.number_owner where register = :register and service_id = any(cast(:services as uuid[]))")
                .param("register", register.code())
                .param("services", ids(numbers.keySet()))
                .update();
        numbers.forEach((service, own) -> own.forEach(number ->
                jdbc.sql("insert into register.number_owner (register, number, service_id) values (:register, :number, :service)")
                        .param("register", register.code())
                        .param("number", number)
                        .param("service", service.value())
                        .update()));
    }

    @Override
    public void projectHorizon(RegisterName register, @Nullable LocalDate completeUntil, long fromEntry) {
        jdbc.sql("update register.horizon set known_to = :entry where register = :register and known_to = :now")
                .param("entry", fromEntry)
                .param("register", register.code())
                .param("now", Versions.NOW)
                .update();
        if (completeUntil != null) {
            jdbc.sql("""
                            insert into register.horizon (register, known_from, known_to, complete_until)
                            values (:register, :entry, :now, :until)
                            """)
                    .param("register", register.code())
                    .param("entry", fromEntry)
                    .param("now", Versions.NOW)
                    .param("until", completeUntil)
                    .update();
        }
    }
}
