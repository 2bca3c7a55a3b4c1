// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import jp.torokubo.ground.refusal.Refused;

/**
 * Where a page ended. An edition never changes, so the last row is all there is to remember; the checksum binds it to one question and
 * keeps slips out.
 */
final class ControlCursor {

    private static final int CHECK = 12;

    private ControlCursor() {}

    static String after(Control last, ControlQuestion question) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((check(last.id(), question) + last.id()).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refused for anything that is not a cursor of this question */
    static Control last(String cursor, ControlQuestion question, Catalogue catalogue) {
        var id = id(cursor);
        var last = catalogue.control(id).orElseThrow(() -> new Refused(new CriteriaRefusal.CursorMalformed()));
        if (!after(last, question).equals(cursor)) {
            throw new Refused(new CriteriaRefusal.CursorMalformed());
        }
        return last;
    }

    private static String id(String cursor) {
        try {
            var whole = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return whole.length() > CHECK ? whole.substring(CHECK) : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String check(String id, ControlQuestion question) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest((question.asked() + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, CHECK);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
