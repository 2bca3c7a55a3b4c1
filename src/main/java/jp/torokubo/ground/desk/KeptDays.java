// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.ground.identity.Actor;

/**
 * Days that a module keeps itself and that come near without anybody's deed. The start page reads them where they are kept, and no task is
 * made of them: what is kept twice can differ. A module contributes a bean.
 */
@FunctionalInterface
public interface KeptDays {

    /** Those that are near or past, as far as the reader may know of them; the module asks the walls. */
    List<Day> near(Actor reader);

    /**
     * @param messageKey what has to be done, in words that are the same whatever it is about
     * @param subject as the reader's own side calls it; it goes to his page and nowhere else
     * @param detailKey words for {@code details}, which are numbers
     */
    record Day(String messageKey, String subject, String detailKey, List<Long> details, Place place, LocalDate on) {
        public Day {
            details = List.copyOf(details);
        }
    }
}
