// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one official publication said of a control, and when it was recorded. It was shown from then until the next one.
 *
 * @param title null where it gives none; without title and body it takes back what was there
 */
public record RecordedText(
        boolean english, @Nullable String title, @Nullable String body, String sourceJa, String sourceEn, Instant recordedAt,
        @Nullable UUID importId) {

    public String source(boolean inEnglish) {
        return inEnglish ? sourceEn : sourceJa;
    }
}
