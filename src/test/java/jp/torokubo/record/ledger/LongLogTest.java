// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/** A million entries stream through the verification; what it takes beside the hashing alone is printed. */
@TorokuboTest
@Tag("nightly")
class LongLogTest {

    private static final LogName LOG = new LogName("long");
    private static final int ENTRIES = 1_000_000;

    @Autowired Ledger ledger;

    @Test
    void aMillionEntriesAreVerifiedWithoutHoldingThem() throws SQLException {
        var hashing = fill();

        long began = System.nanoTime();
        var faults = ledger.faults(LOG);
        long verifying = System.nanoTime() - began;

        System.out.printf("hashing %d ms, verifying %d ms%n", hashing / 1_000_000, verifying / 1_000_000);
        assertThat(faults).isEmpty();
        assertThat(ledger.root(LOG, ENTRIES - 1)).hasSize(64);
    }

    /** Writes the log past the program, and gives the time that hashing alone took. */
    private static long fill() throws SQLException {
        var tree = GrowingTree.empty();
        long hashing = 0;
        var begin = Instant.parse("2026-01-01T00:00:00Z");
        try (var owner = TestDatabase.place().connectAsOwner()) {
            var copy = owner.unwrap(PGConnection.class).getCopyAPI();
            var rows = new StringBuilder();
            for (int i = 0; i < ENTRIES; i++) {
                var at = begin.plusSeconds(i);
                var entry = new Envelope(LOG, i, at, "granted", 1).around(Map.of("name", "サービス " + i, "provider", "事業者".repeat(20)));
                long start = System.nanoTime();
                var hash = TreeHash.ofEntry(entry);
                tree.add(hash);
                hashing += System.nanoTime() - start;
                rows.append(LOG.value()).append('\t').append(i).append('\t').append(at).append("\tgranted\t1\t").append(entry)
                        .append("\t\\\\x").append(HexFormat.of().formatHex(hash)).append('\n');
                if (i % 10_000 == 9_999) {
                    copy.copyIn("copy ledger.entry from stdin", new StringReader(rows.toString()));
                    rows.setLength(0);
                }
            }
            try (var head = owner.prepareStatement("insert into ledger.head values (?, ?, '2026-01-12T13:46:39Z', ?, ?)")) {
                head.setString(1, LOG.value());
                head.setLong(2, tree.size());
                head.setBytes(3, tree.peaks());
                head.setBytes(4, tree.root());
                head.executeUpdate();
            }
            // as the database does by itself after a while
            owner.createStatement().execute("analyze ledger.entry");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return hashing;
    }
}
