// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The append-only log. */
public interface Ledger {

    /**
     * Appends one entry to a log, in the transaction that is open. Writers of one log queue behind one another on its head row.
     *
     * <p>The instant is the clock's, but never before the last entry's; where the clock stands more than five minutes before it,
     * nothing is written and {@link ClockBehind} is thrown.
     *
     * @param type stable name of what is recorded, for example {@code granted}
     * @param schema version of the body's shape, from 1
     * @param body strings, longs, booleans, nulls, lists and maps of these; every member of the shape present
     */
    Entry append(LogName log, String type, int schema, Map<String, ?> body);

    Optional<Entry> last(LogName log);

    Optional<Entry> find(LogName log, long index);

    /** Entries from one index to before another, ascending. */
    List<Entry> read(LogName log, long from, long to);

    /** Root hash over the first {@code size} entries (RFC 6962), in hexadecimal. */
    String root(LogName log, long size);

    /** Recomputes everything; empty when the log is whole. */
    List<String> faults(LogName log);

    /**
     * One entry.
     *
     * @param canonical its bytes in RFC 8785 form: what the hash covers
     * @param leafHash in hexadecimal
     */
    record Entry(LogName log, long index, Instant recordedAt, String type, int schema, String canonical, String leafHash) {}

    /** The clock stands before the last entry: writing would break the order of time. */
    final class ClockBehind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ClockBehind(String message) {
            super(message);
        }
    }
}
