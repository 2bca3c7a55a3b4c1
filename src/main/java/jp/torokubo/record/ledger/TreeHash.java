// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962: of an entry, and of two hashes that stand beside one another in the tree.
 *
 * <p>An entry's hash covers a zero byte and then its canonical bytes, an inner node's a one byte and then the two below it, so that
 * neither can be read as the other. Everything ever proved rests on this: a change here needs a new log, never an edit.
 */
public final class TreeHash {

    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    public static byte[] ofEntry(String canonical) {
        return ofEntry(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] ofEntry(byte[] canonical) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(canonical);
    }

    public static byte[] ofNode(byte[] left, byte[] right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of a log without entries. */
    public static byte[] ofNothing() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
