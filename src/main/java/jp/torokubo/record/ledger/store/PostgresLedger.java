// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.record.ledger.Envelope;
import jp.torokubo.record.ledger.GrowingTree;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.ledger.LogName;
import jp.torokubo.record.ledger.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PostgresLedger implements Ledger {

    private static final Duration CLOCK_MAY_LAG = Duration.ofMinutes(5);

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String ENTRIES = "select log, index, recorded_at, type, schema, canonical, leaf_hash from ledger.entry ";

    private final JdbcClient database;
    private final InstantSource clock;

    PostgresLedger(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry append(LogName log, String type, int schema, Map<String, ?> body) {
        var head = lockHead(log);
        var envelope = new Envelope(log, head.size(), nextInstant(log, head), type, schema);
        var canonical = envelope.around(body);
        var hash = TreeHash.ofEntry(canonical);
        database.sql("""
                        insert into ledger.entry (log, index, recorded_at, type, schema, canonical, leaf_hash)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(log.value(), envelope.index(), utc(envelope.recordedAt()), type, schema, canonical, hash)
                .update();
        moveHead(log, head, envelope.recordedAt(), hash);
        return new Entry(log, envelope.index(), envelope.recordedAt(), type, schema, canonical, hex(hash));
    }

    /** The log's first writer makes the row; of two first writers the second waits for the first. */
    private Head lockHead(LogName log) {
        return heldHead(log).orElseGet(() -> {
            database.sql("""
                            insert into ledger.head (log, size, recorded_at, peaks, root) values (?, 0, null, ?, ?)
                            on conflict do nothing
                            """)
                    .params(log.value(), new byte[0], TreeHash.ofNothing())
                    .update();
            return heldHead(log).orElseThrow();
        });
    }

    private Optional<Head> heldHead(LogName log) {
        return database.sql("select size, recorded_at, peaks, root from ledger.head where log = ? for update")
                .param(log.value())
                .query(PostgresLedger::head)
                .optional();
    }

    private Instant nextInstant(LogName log, Head head) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = head.recordedAt();
        if (last == null) {
            return now;
        }
        if (now.isBefore(last.minus(CLOCK_MAY_LAG))) {
            throw new ClockBehind(behind(log, now, last));
        }
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    private static String behind(LogName log, Instant now, Instant last) {
        return "サーバーの時計（" + now + "）が、記録 " + log.value() + " の最後の記録時刻（" + last + "）より5分を超えて遅れているため、何も書き込みませんでした。"
                + "時計を合わせてから、もう一度操作してください。 / The server's clock (" + now + ") is more than five minutes behind the last entry of log "
                + log.value() + " (" + last + "), so nothing was written. Set the clock right and try again.";
    }

    private void moveHead(LogName log, Head head, Instant recordedAt, byte[] hash) {
        var tree = head.tree();
        tree.add(hash);
        database.sql("update ledger.head set size = ?, recorded_at = ?, peaks = ?, root = ? where log = ?")
                .params(tree.size(), utc(recordedAt), tree.peaks(), tree.root(), log.value())
                .update();
    }

    @Override
    public Optional<Entry> last(LogName log) {
        return database.sql(ENTRIES + "where log = ? order by index desc limit 1")
                .param(log.value())
                .query(PostgresLedger::entry)
                .optional();
    }

    @Override
    public Optional<Entry> find(LogName log, long index) {
        return database.sql(ENTRIES + "where log = ? and index = ?")
                .params(log.value(), index)
                .query(PostgresLedger::entry)
                .optional();
    }

    @Override
    public List<Entry> read(LogName log, long from, long to) {
        return database.sql(ENTRIES + "where log = ? and index >= ? and index < ? order by index")
                .params(log.value(), from, to)
                .query(PostgresLedger::entry)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public String root(LogName log, long size) {
        var head = database.sql("select size, recorded_at, peaks, root from ledger.head where log = ?")
                .param(log.value())
                .query(PostgresLedger::head)
                .optional();
        if (size < 0 || size > head.map(Head::size).orElse(0L)) {
            throw new IllegalArgumentException("log " + log.value() + " has no first " + size + " entries");
        }
        if (head.isPresent() && head.get().size() == size) {
            return hex(head.get().root());
        }
        var tree = GrowingTree.empty();
        database.sql("select leaf_hash from ledger.entry where log = ? and index < ? order by index")
                .params(log.value(), size)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    tree.add(row.getBytes("leaf_hash"));
                });
        if (tree.size() != size) {
            throw new IllegalStateException("log " + log.value() + " has lost an entry: " + tree.size() + " of the first " + size + " are there");
        }
        return hex(tree.root());
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> faults(LogName log) {
        var verification = new Verification(log);
        database.sql("select index, recorded_at, type, schema, canonical, leaf_hash from ledger.entry where log = ? order by index")
                .param(log.value())
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    verification.entry(new Row(
                            row.getLong("index"), instant(row), row.getString("type"), row.getInt("schema"), row.getString("canonical"),
                            row.getBytes("leaf_hash")));
                });
        database.sql("select size, recorded_at, peaks, root from ledger.head where log = ?")
                .param(log.value())
                .query(PostgresLedger::head)
                .optional()
                .ifPresentOrElse(verification::head, verification::noHead);
        return verification.faults();
    }

    /** The name of every log anything is known of, as it stands there. */
    public List<String> names() {
        return database.sql("select log from ledger.head union select log from ledger.entry order by log")
                .query(String.class)
                .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                new LogName(row.getString("log")), row.getLong("index"), instant(row), row.getString("type"), row.getInt("schema"),
                row.getString("canonical"), hex(row.getBytes("leaf_hash")));
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getLong("size"), row.getObject("recorded_at") == null ? null : instant(row), row.getBytes("peaks"),
                row.getBytes("root"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
