// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.util.Set;

/**
 * What somebody wants of mail.
 *
 * @param language {@code ja} or {@code en}
 * @param unwanted kinds of which he wants none; a kind that is new is wanted
 */
public record MailWish(Pace pace, String language, Set<String> unwanted) {

    /** For whoever has chosen nothing: once a day is often enough to keep a day, and seldom enough to be read. */
    public static final MailWish UNLESS_CHOSEN = new MailWish(Pace.DAILY, "ja", Set.of());

    public MailWish {
        unwanted = Set.copyOf(unwanted);
    }
}
