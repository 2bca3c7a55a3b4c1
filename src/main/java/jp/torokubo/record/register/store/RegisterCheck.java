// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.torokubo.ground.database.Checkable;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.Fold;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registers' part of {@code check}: the rows say what the log says, and the list is what the rows mean. */
@Component
class RegisterCheck implements Checkable {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final BookInDatabase book;
    private final Versions versions;
    private final StatementRows statements;
    private final Ledger ledger;

    RegisterCheck(JdbcClient jdbc, BookInDatabase book, Ledger ledger) {
        this.jdbc = jdbc;
        this.book = book;
        this.versions = new Versions(jdbc);
        this.statements = new StatementRows(jdbc);
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "登録簿（出来事と記録、一覧と出来事） / register: events against the log, the list against the events";
    }

    @Override
    public List<String> faults() {
        var faults = new ArrayList<String>();
        for (var register : RegisterName.values()) {
            eventsAgainstTheLog(register, faults);
            listAgainstTheEvents(register, faults);
        }
        return faults;
    }

    private void eventsAgainstTheLog(RegisterName register, List<String> faults) {
        long last = Math.max(book.lastIndex(register), ledger.last(register.log()).map(Ledger.Entry::index).orElse(-1L));
        for (long from = 0; from <= last; from += AT_ONCE) {
            var rows = rows(register, from, from + AT_ONCE);
            for (var entry : ledger.read(register.log(), from, from + AT_ONCE)) {
                var row = rows.remove(entry.index());
                if (row == null || !row.leafHash().equals(entry.leafHash()) || !entry.canonical().contains("\"body\":" + row.body())) {
                    faults.add(differs(register, entry.index()));
                }
            }
            rows.keySet().forEach(index -> faults.add(differs(register, index)));
        }
    }

    private static String differs(RegisterName register, long index) {
        return "%s の記録番号 %d の出来事が、記録と違います / %s entry %d: the event differs from the log"
                .formatted(register.code(), index, register.code(), index);
    }

    private record Row(String leafHash, String body) {}

    private TreeMap<Long, Row> rows(RegisterName register, long from, long to) {
        var rows = new TreeMap<Long, Row>();
        jdbc.sql("select index, leaf_hash, body from register.event where register = :register and index >= :from and index < :to")
                .param("register", register.code())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> rows.put(row.getLong("index"), new Row(row.getString("leaf_hash"), row.getString("body"))))
                .list();
        return rows;
    }

    private void listAgainstTheEvents(RegisterName register, List<String> faults) {
        for (var service : services(register)) {
            var events = book.aboutServices(register, Set.of(service)).getOrDefault(service, List.of());
            var spans = Fold.spans(events, service);
            if (!statements.hold(register, spans)) {
                faults.add("%s のサービス %s の言明書の公開部分が、出来事と違います / %s service %s: the public statement is not what the events say"
                        .formatted(register.code(), service.value(), register.code(), service.value()));
            }
            var meant = spans.stream().map(Version::of).toList();
            if (!new HashSet<>(meant).equals(new HashSet<>(versions.present(register, service)))) {
                faults.add("%s のサービス %s の一覧が、出来事から導いたものと違います / %s service %s: the list is not what the events mean"
                        .formatted(register.code(), service.value(), register.code(), service.value()));
            }
        }
    }

    /** Services that have an event or stand in the list; each would be a fault without the other. */
    private List<ServiceId> services(RegisterName register) {
        return jdbc.sql("""
                        select service_id from register.event where register = :register and service_id is not null
                        union
                        select service_id from register.service_version where register = :register
                        order by 1
                        """)
                .param("register", register.code())
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceId::new)
                .toList();
    }
}
