// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what is known of a service: closes the versions that no longer hold and adds those that now do. */
final class Versions {

    /** Ends the knowledge of what is still known. */
    static final long NOW = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(RegisterName register, ServiceId service, List<Version> wanted, long fromEntry) {
        var present = new HashSet<>(present(register, service));
        var ended = new HashSet<>(present);
        wanted.forEach(ended::remove);
        if (!ended.isEmpty()) {
            end(register, service, ended.stream().map(Version::validFrom).toList(), fromEntry);
        }
        wanted.stream().filter(version -> !present.contains(version)).forEach(version -> insert(register, service, version, fromEntry));
    }

    List<Version> present(RegisterName register, ServiceId service) {
        return jdbc.sql("""
                        select valid_from, valid_to, by_events, ends_after, undecided_on, number, provenance, name, provider,
                               registered_on, valid_until, granted_by, statement, stated_on, search_text, detail
                          from register.service_version
                         where register = :register and service_id = :service and known_to = :now
                        """)
                .param("register", register.code())
                .param("service", service.value())
                .param("now", NOW)
                .query(Versions::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("valid_from", LocalDate.class),
                Version.orNull(row.getObject("valid_to", LocalDate.class)),
                Status.of(row.getString("by_events")).orElseThrow(),
                Version.orNull(row.getObject("ends_after", LocalDate.class)),
                row.getObject("undecided_on", LocalDate.class),
                row.getString("number"),
                row.getString("provenance"),
                row.getString("name"),
                row.getString("provider"),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getLong("granted_by"),
                row.getString("statement"),
                row.getObject("stated_on", LocalDate.class),
                row.getString("search_text"),
                row.getString("detail"));
    }

    private void end(RegisterName register, ServiceId service, List<LocalDate> validFrom, long atEntry) {
        jdbc.sql("""
                        update register.service_version set known_to = :entry
                         where register = :register and service_id = :service and known_to = :now and valid_from = any(cast(:from as date[]))
                        """)
                .param("entry", atEntry)
                .param("register", register.code())
                .param("service", service.value())
                .param("now", NOW)
                .param("from", validFrom.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    private void insert(RegisterName register, ServiceId service, Version version, long fromEntry) {
        jdbc.sql("""
                        insert into register.service_version
                               (register, service_id, valid_from, valid_to, known_from, known_to, by_events, ends_after, undecided_on,
                                number, provenance, name, provider, registered_on, valid_until, granted_by, statement, stated_on,
                                number_key, name_key, provider_key, valid_until_key, search_text, search_grams, detail)
                        values (:register, :service, :validFrom, :validTo, :knownFrom, :now, :byEvents, :endsAfter, :undecidedOn,
                                :number, :provenance, :name, :provider, :registeredOn, :validUntil, :grantedBy, :statement, :statedOn,
                                :numberKey, :nameKey, :providerKey, :validUntilKey, :searchText, :grams, :detail)
                        """)
                .param("register", register.code())
                .param("service", service.value())
                .param("validFrom", version.validFrom())
                .param("validTo", Version.orInfinity(version.validTo()))
                .param("knownFrom", fromEntry)
                .param("now", NOW)
                .param("byEvents", version.byEvents().code())
                .param("endsAfter", Version.orInfinity(version.endsAfter()))
                .param("undecidedOn", version.undecidedOn())
                .param("number", version.number())
                .param("provenance", version.provenance())
                .param("name", version.name())
                .param("provider", version.provider())
                .param("registeredOn", version.registeredOn())
                .param("validUntil", version.validUntil())
                .param("grantedBy", version.grantedBy())
                .param("statement", version.statement())
                .param("statedOn", version.statedOn())
                .param("numberKey", version.numberKey())
                .param("nameKey", version.nameKey())
                .param("providerKey", version.providerKey())
                .param("validUntilKey", Version.orInfinity(version.validUntil()))
                .param("searchText", version.searchText())
                .param("grams", SearchWords.grams(version.searchText()).toArray(String[]::new))
                .param("detail", version.detail())
                .update();
    }

    void replaceNumbers(RegisterName register, ServiceId service, List<String> wanted, long fromEntry) {
        var present = jdbc.sql("""
                        select number from register.service_number
                         where register = :register and service_id = :service and known_to = :now
                        """)
                .param("register", register.code())
                .param("service", service.value())
                .param("now", NOW)
                .query(String.class)
                .list();
        var ended = present.stream().filter(number -> !wanted.contains(number)).toList();
        if (!ended.isEmpty()) {
            jdbc.sql("""
                            update register.service_number set known_to = :entry
                             where register = :register and service_id = :service and known_to = :now and number = any(:numbers)
                            """)
                    .param("entry", fromEntry)
                    .param("register", register.code())
                    .param("service", service.value())
                    .param("now", NOW)
                    .param("numbers", ended.toArray(String[]::new))
                    .update();
        }
        wanted.stream().filter(number -> !present.contains(number)).forEach(number -> jdbc.sql("""
                        insert into register.service_number (register, number, service_id, known_from, known_to)
                        values (:register, :number, :service, :entry, :now)
                        """)
                .param("register", register.code())
                .param("number", number)
                .param("service", service.value())
                .param("entry", fromEntry)
                .param("now", NOW)
                .update());
    }
}
