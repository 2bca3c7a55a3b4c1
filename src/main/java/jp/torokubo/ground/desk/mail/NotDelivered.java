// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import jp.torokubo.ground.japanese.CleanText;

/** The mail server has not taken a mail, or could not be reached. */
public final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    /** How much hope is left. */
    public enum Hope {
        /** The server knows no such mailbox, or nobody could write to such an address. */
        NONE,
        /** The server turned this mail down for now. */
        LATER,
        /** The server could not be spoken to: it would take no other mail either. */
        NO_SERVER
    }

    private final Hope hope;
    private final String reply;

    /** @param reply what was said, for the operators */
    public NotDelivered(Hope hope, String reply, Throwable cause) {
        super(cause);
        this.hope = hope;
        var clean = CleanText.clean(reply).replaceAll("\\s+", " ");
        this.reply = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    public Hope hope() {
        return hope;
    }

    public String reply() {
        return reply;
    }
}
