// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.Instant;

/**
 * A mail as it goes out: plain text to one person.
 *
 * @param messageId always the same for the same mail
 * @param settings where the reader chooses his mail
 */
record Letter(
        String messageId, String address, String name, String language, String subject, String text, String settings,
        Instant at) {}
