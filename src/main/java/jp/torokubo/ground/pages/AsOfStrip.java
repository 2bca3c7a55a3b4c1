// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The strip under the header that says of which day the page speaks. A page puts it into its model as {@code asOfStrip}.
 *
 * @param day shown
 * @param past whether that is not today: the strip then turns yellow, for nobody should take an old list for the present one
 * @param completeUntil the last day for which the register is complete; null where it is not known
 * @param knownAt null: all that is known now; otherwise what was known then
 * @param changeHref where another day is chosen, from the root, without language
 * @param todayHref the same page today, from the root, without language
 */
public record AsOfStrip(
        LocalDate day,
        boolean past,
        @Nullable LocalDate completeUntil,
        @Nullable Instant knownAt,
        String changeHref,
        String todayHref) {

    /** Whether the day lies past what is known to be complete. */
    public boolean beyondHorizon() {
        return completeUntil != null && day.isAfter(completeUntil);
    }
}
