// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A control that begins in a row of a sheet, or something that stands where its identifier should be.
 *
 * @param id with the suffix its edition gives it; as written where no edition knows it; null where it cannot be told
 * @param rest words behind the identifier in the same cell
 * @param known whether the edition has it
 * @param why null where the identifier can be told
 */
record Started(int row, int column, @Nullable String id, String rest, boolean known, @Nullable Refusal why) {

    boolean isRead() {
        return id != null;
    }
}
