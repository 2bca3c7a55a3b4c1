// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.record.register.PublicStatement.Row;

/**
 * What everybody may read of an edition of a buyer's sheet.
 *
 * @param others hashes of the sections that are not here
 * @param rows with their salts: what is needed to recompute the hash
 */
public record PublicSheet(String hash, String questions, Sheet sheet, Map<Visibility, String> others, List<Row> rows, Instant at) {

    public String shortHash() {
        return hash.substring(0, 12);
    }
}
