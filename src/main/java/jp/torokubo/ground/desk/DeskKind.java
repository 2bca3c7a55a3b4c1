// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.regex.Pattern;

/**
 * Tells the desk how a kind of task or message is called. A module contributes one bean for each kind it hands over.
 *
 * @param kind {@code module.what}, for example {@code register.import-decided}; never renamed, people choose their mail by it
 * @param messageKey its words; they stand in mails, so they are the same whatever the task is about
 */
public record DeskKind(String kind, String messageKey) {

    private static final Pattern KIND = Pattern.compile("[a-z]+\\.[a-z0-9-]+");

    public DeskKind {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("a kind is written module.what-it-is, but this is: " + kind);
        }
    }
}
