// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

/** What a series of events means on a day, as known up to an entry. */
public final class Fold {

    private Fold() {}
}
