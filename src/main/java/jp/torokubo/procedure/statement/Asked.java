// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.HexFormat;
import java.util.List;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.ledger.TreeHash;

/** The hash of what a command asks for, by which the same command is known when it comes again. */
final class Asked {

    private Asked() {}

    static String hash(List<?> parts) {
        return HexFormat.of().formatHex(TreeHash.ofEntry(CanonicalJson.write(parts.stream().map(String::valueOf).toList())));
    }
}
