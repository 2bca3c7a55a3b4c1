// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.torokubo.SettableClock;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.database.Checkable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with every right in the database changes something behind the program's back; he is found out, and the place named. */
@TorokuboTest
class TamperingTest {

    private static final LogName LOG = new LogName("ismap");
    private static final int ENTRIES = 37;

    @Autowired Ledger ledger;
    @Autowired List<Checkable> checks;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    @Test
    void aHundredTamperingsAreAllFound() throws SQLException {
        tamper(100, 1);
    }

    @Test
    @Tag("nightly")
    void aThousandTamperingsAreAllFound() throws SQLException {
        tamper(1_000, 2);
    }

    private void tamper(int times, long seed) throws SQLException {
        var random = new Random(seed);
        try (var superuser = TestDatabase.place().connectAsOwner()) {
            execute(superuser, "set session_replication_role = replica", "drop table if exists ledger.kept_entry, ledger.kept_head");
            for (int i = 0; i < ENTRIES; i++) {
                clock.advance(Duration.ofSeconds(random.nextInt(3)));
                append(i);
            }
            execute(superuser, "create table ledger.kept_entry as table ledger.entry", "create table ledger.kept_head as table ledger.head");
            assertThat(faults()).isEmpty();
            long size = ledger.last(LOG).orElseThrow().index() + 1;

            for (int time = 0; time < times; time++) {
                var done = tampering(time, random, size);
                execute(superuser, done.sql());

                assertThat(faults())
                        .as("tampering %s: %s", time, String.join("; ", done.sql()))
                        .anyMatch(fault -> fault.contains(", " + done.place() + ":"));

                execute(superuser, "truncate ledger.entry, ledger.head", "insert into ledger.entry table ledger.kept_entry",
                        "insert into ledger.head table ledger.kept_head");
            }
            assertThat(faults()).isEmpty();
            execute(superuser, "drop table ledger.kept_entry, ledger.kept_head");
        }
    }

    /** @param place where it is expected to be found */
    private record Tampering(String place, String... sql) {}

    private Tampering tampering(int time, Random random, long size) {
        long victim = random.nextLong(size);
        long other = (victim + 1 + random.nextLong(size - 1)) % size;
        var here = " where log = 'ismap' and index = " + victim;
        var place = "entry " + victim;
        int bit = random.nextInt(256);
        return switch (time % 17) {
            case 0 -> new Tampering(place, "update ledger.entry set leaf_hash = set_bit(leaf_hash, %1$s, 1 - get_bit(leaf_hash, %1$s))".formatted(bit) + here);
            case 1 -> new Tampering(place, changed(victim, random) + here);
            case 2 -> new Tampering(place, "update ledger.entry set recorded_at = recorded_at + interval '1 microsecond'" + here);
            case 3 -> new Tampering(place, "update ledger.entry set type = 'cancelled'" + here);
            case 4 -> new Tampering(place, "update ledger.entry set schema = 2" + here);
            case 5 -> new Tampering(place, "delete from ledger.entry" + here);
            case 6 -> new Tampering("entry " + size, inserted(size));
            case 7 -> new Tampering("entry " + (victim + 1), "update ledger.entry set index = index + 1000 where log = 'ismap' and index >= " + victim,
                    "update ledger.entry set index = index - 999 where log = 'ismap' and index >= 1000", inserted(victim));
            case 8 -> new Tampering(place, swapped("index", victim, 5_000), swapped("index", other, victim), swapped("index", 5_000, other));
            case 9 -> new Tampering(place, "update ledger.entry e set canonical = o.canonical, leaf_hash = o.leaf_hash from ledger.kept_entry o"
                    + " where e.log = o.log and (e.index, o.index) in ((%1$s, %2$s), (%2$s, %1$s))".formatted(victim, other));
            case 10 -> new Tampering("head", "update ledger.head set root = set_bit(root, %1$s, 1 - get_bit(root, %1$s))".formatted(bit));
            case 11 -> new Tampering("head", "update ledger.head set peaks = set_bit(peaks, %1$s, 1 - get_bit(peaks, %1$s))".formatted(bit));
            case 12 -> new Tampering("entry " + (size - 1), "update ledger.head set size = size - 1");
            case 13 -> new Tampering("head", "update ledger.head set recorded_at = recorded_at - interval '1 microsecond'");
            case 14 -> new Tampering("head", "delete from ledger.head");
            case 15 -> new Tampering("head", rewritten(victim));
            default -> new Tampering("entry 0", "update ledger.entry set log = 'liu', index = 0" + here);
        };
    }

    private String changed(long victim, Random random) {
        var canonical = ledger.find(LOG, victim).orElseThrow().canonical();
        int at = random.nextInt(canonical.length());
        return "update ledger.entry set canonical = overlay(canonical placing '%s' from %s for 1)"
                .formatted(canonical.charAt(at) == 'x' ? 'y' : 'x', at + 1);
    }

    /** A forger who knows the hashing: the entry is right in itself, and only the root tells. */
    private String rewritten(long victim) {
        var entry = ledger.find(LOG, victim).orElseThrow();
        var forged = new Envelope(LOG, victim, entry.recordedAt(), entry.type(), entry.schema()).around(Map.of("forged", true));
        return "update ledger.entry set canonical = '%s', leaf_hash = '\\x%s' where log = 'ismap' and index = %s"
                .formatted(forged, HexFormat.of().formatHex(TreeHash.ofEntry(forged)), victim);
    }

    /** Right in itself, at an index that is free. */
    private String inserted(long index) {
        var at = ledger.find(LOG, Math.min(index, ENTRIES - 1)).orElseThrow().recordedAt().plusNanos(1_000);
        var forged = new Envelope(LOG, index, at, "granted", 1).around(Map.of("forged", true));
        return "insert into ledger.entry values ('ismap', %s, '%s', 'granted', 1, '%s', '\\x%s')"
                .formatted(index, at, forged, HexFormat.of().formatHex(TreeHash.ofEntry(forged)));
    }

    private static String swapped(String column, long from, long to) {
        return "update ledger.entry set %1$s = %3$s where log = 'ismap' and %1$s = %2$s".formatted(column, from, to);
    }

    private List<String> faults() {
        return checks.stream().filter(check -> check.name().contains("ledger")).flatMap(check -> check.faults().stream()).toList();
    }

    private void append(int i) {
        transaction.execute(status -> ledger.append(LOG, "granted", 1, Map.of("name", "サービス " + i, "n", i)));
    }

    private static void execute(Connection superuser, String... statements) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
