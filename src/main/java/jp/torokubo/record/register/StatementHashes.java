// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.ledger.TreeHash;
import jp.torokubo.record.register.PublicStatement.Row;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a frozen statement, which anybody can recompute who has a section.
 *
 * <p>A row's hash is that of an entry of the log (RFC 6962) over the canonical JSON of its key, salt and value; a section's is the root of
 * the tree over its rows; a version's is the hash of an entry that names the edition, the schema and the three sections. So the public
 * section verifies alone, and the salts keep the others from being guessed. A change here needs another schema number, never an edit.
 */
public final class StatementHashes {

    private static final int SCHEMA = 1;

    private StatementHashes() {}

    /** @return in hexadecimal */
    public static String section(List<Row> rows) {
        var level = new ArrayList<byte[]>();
        for (var row : rows) {
            level.add(TreeHash.ofEntry(rowAsEntry(row)));
        }
        return HexFormat.of().formatHex(level.isEmpty() ? TreeHash.ofNothing() : root(level));
    }

    /** @return in hexadecimal */
    public static String version(String edition, String publicSection, String agencies, String restricted) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("agencies", agencies);
        entry.put("edition", edition);
        entry.put("public", publicSection);
        entry.put("restricted", restricted);
        entry.put("schema", SCHEMA);
        return HexFormat.of().formatHex(TreeHash.ofEntry(CanonicalJson.write(entry)));
    }

    /** Whether the rows are those the version was frozen with. */
    public static boolean holds(PublicStatement statement) {
        return statement.version()
                .equals(version(statement.edition(), section(statement.rows()), statement.agencies(), statement.restricted()));
    }

    private static String rowAsEntry(Row row) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("key", row.key());
        entry.put("salt", row.salt());
        entry.put("value", row.value());
        return CanonicalJson.write(entry);
    }

    /** The left half holds the largest power of two of leaves that is smaller than all of them. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.ofNode(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }
}
