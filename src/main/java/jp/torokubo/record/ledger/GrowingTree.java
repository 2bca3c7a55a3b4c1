// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree over a log while entries come in: only the roots of its full subtrees are kept, at most one for each power of two.
 *
 * <p>Adding an entry and computing the root take as many hashes as the size has binary digits, and no recursion, however long the
 * log is.
 */
public final class GrowingTree {

    private final List<byte[]> peaks;
    private long size;

    private GrowingTree(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    public static GrowingTree empty() {
        return new GrowingTree(0, new ArrayList<>());
    }

    /**
     * Takes up a tree where {@link #peaks()} left it.
     *
     * @throws IllegalArgumentException where there cannot be so many peaks over so many entries
     */
    public static GrowingTree of(long size, byte[] peaks) {
        if (size < 0 || peaks.length != Long.bitCount(size) * TreeHash.BYTES) {
            throw new IllegalArgumentException(size + " entries do not have " + peaks.length + " bytes of peaks");
        }
        var list = new ArrayList<byte[]>();
        var buffer = ByteBuffer.wrap(peaks);
        while (buffer.hasRemaining()) {
            var peak = new byte[TreeHash.BYTES];
            buffer.get(peak);
            list.add(peak);
        }
        return new GrowingTree(size, list);
    }

    /** Adds the hash of the next entry. */
    public void add(byte[] entryHash) {
        var hash = entryHash;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            hash = TreeHash.ofNode(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** Root hash over all entries added. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return TreeHash.ofNothing();
        }
        var root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** Roots of the full subtrees, largest first, one after another. */
    public byte[] peaks() {
        var bytes = ByteBuffer.allocate(peaks.size() * TreeHash.BYTES);
        peaks.forEach(bytes::put);
        return bytes.array();
    }
}
