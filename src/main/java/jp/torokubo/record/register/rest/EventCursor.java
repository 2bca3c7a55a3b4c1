// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.entry.ProposalCodec;

/**
 * Where a page of a service's events ended. Later events come behind, so nothing else has to be pinned.
 *
 * @param after index of the last event of the page
 */
record EventCursor(long after) {

    String text(ServiceId service) {
        var content = Long.toString(after);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((check(content, service) + content).getBytes(StandardCharsets.US_ASCII));
    }

    static EventCursor of(String text, ServiceId service) {
        try {
            var whole = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            if (whole.matches("[0-9a-f]{12}[0-9]{1,18}")) {
                var cursor = new EventCursor(Long.parseLong(whole.substring(12)));
                if (cursor.text(service).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Refused(new RegisterRefusal.CursorMalformed());
        }
        throw new Refused(new RegisterRefusal.CursorMalformed());
    }

    private static String check(String content, ServiceId service) {
        return ProposalCodec.hash(service.value() + " " + content).substring(0, 12);
    }
}
