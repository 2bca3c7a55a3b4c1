// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.util.regex.Pattern;

/** Addresses that can stand in a header as they are: one mailbox in plain characters, with nothing a header could be ended by. */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddress() {}

    static boolean isPlain(String address) {
        return address.length() <= LONGEST && PLAIN.matcher(address).matches();
    }
}
