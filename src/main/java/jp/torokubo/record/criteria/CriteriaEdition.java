// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the criteria. Never changed once it is recorded.
 *
 * @param id for example {@code 2024-07}
 * @param titleEn null where nobody has translated it
 * @param standsFrom null is not known
 * @param recorderRole {@code system}, {@code operator}
 * @param importId the import it came by; null: with the program
 */
public record CriteriaEdition(
        String id,
        String titleJa,
        @Nullable String titleEn,
        @Nullable StandsFrom standsFrom,
        Source source,
        Instant recordedAt,
        String recorderRole,
        @Nullable UUID importId) {

    public String title(boolean english) {
        return english && titleEn != null ? titleEn : titleJa;
    }
}
