// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which correction has the last word over an entry, for those who show entries one by one. */
public final class DecidingCorrections {

    private final Corrections corrections;

    private DecidingCorrections(Corrections corrections) {
        this.corrections = corrections;
    }

    /** @param entries at least all corrections of the entries that will be asked about */
    public static DecidingCorrections among(List<Recorded> entries) {
        return new DecidingCorrections(Corrections.among(entries));
    }

    /** Index of the correction that replaced or annulled the entry, or null. */
    public @Nullable Long over(long entry) {
        return corrections.deciding(entry).map(Recorded::index).orElse(null);
    }
}
