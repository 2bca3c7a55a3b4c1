// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one official publication says of the controls of one edition in one language. For a control the newest set that names it counts.
 *
 * @param texts what it names; need not be all
 * @param importId the import it came by, or null
 */
public record TextSet(
        UUID id,
        String edition,
        boolean english,
        String sourceJa,
        String sourceEn,
        Instant recordedAt,
        String recorderRole,
        @Nullable UUID importId,
        List<Text> texts) {

    /** Without title and body it takes back what an earlier set said. */
    public record Text(String control, @Nullable String title, @Nullable String body) {}
}
