// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.time.Instant;
import jp.torokubo.record.ledger.GrowingTree;
import org.jspecify.annotations.Nullable;

/**
 * How far a log has come. Whoever appends holds its row.
 *
 * @param recordedAt of the last entry; null before the first
 * @param peaks from which the tree grows on
 */
record Head(long size, @Nullable Instant recordedAt, byte[] peaks, byte[] root) {

    GrowingTree tree() {
        return GrowingTree.of(size, peaks);
    }
}
