// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.Status;

/**
 * Where a page of the list ended.
 *
 * <p>It pins the day and the register index of the first page, so that what is recorded between two pages neither repeats nor loses a row. It
 * goes with one question only. The checksum keeps slips and guesses out; there is nothing secret in it.
 *
 * @param key sort key of the last row
 */
record ListCursor(long index, LocalDate day, String key, UUID service) {

    private static final byte VERSION = 1;
    private static final int CHECK = 8;
    private static final long FIRST_DAY = RegisterRefusal.FIRST_DAY.toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    String text(ListQuestion question) {
        var keyBytes = key.getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(1 + 8 + 8 + 16 + keyBytes.length)
                .put(VERSION)
                .putLong(index)
                .putLong(day.toEpochDay())
                .putLong(service.getMostSignificantBits())
                .putLong(service.getLeastSignificantBits())
                .put(keyBytes)
                .array();
        var check = check(content, question);
        var whole = ByteBuffer.allocate(CHECK + content.length).put(check).put(content).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws Refused with {@link RegisterRefusal.CursorMalformed} for anything that is not a cursor of this question */
    static ListCursor of(String text, ListQuestion question) {
        var whole = decoded(text);
        if (whole.length < CHECK) {
            throw malformed();
        }
        var content = Arrays.copyOfRange(whole, CHECK, whole.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(whole, CHECK), check(content, question)) || !sameText(text, whole)) {
            throw malformed();
        }
        var cursor = read(content);
        if (!cursor.day.equals(question.asOf())) {
            throw malformed();
        }
        return cursor;
    }

    /** The day a cursor pins, for a caller who named none. */
    static LocalDate day(String text) {
        var whole = decoded(text);
        if (whole.length < CHECK + 33) {
            throw malformed();
        }
        return read(Arrays.copyOfRange(whole, CHECK, whole.length)).day;
    }

    private static ListCursor read(byte[] content) {
        try {
            var buffer = ByteBuffer.wrap(content);
            if (buffer.get() != VERSION) {
                throw malformed();
            }
            var index = buffer.getLong();
            var day = buffer.getLong();
            var service = new UUID(buffer.getLong(), buffer.getLong());
            var key = new byte[buffer.remaining()];
            buffer.get(key);
            var text = new String(key, StandardCharsets.UTF_8);
            // anybody can reckon a checksum: what no page of ours could have ended with never reaches the database
            if (index < 0 || day < FIRST_DAY || day > LAST_DAY || text.indexOf(0) >= 0) {
                throw malformed();
            }
            return new ListCursor(index, LocalDate.ofEpochDay(day), text, service);
        } catch (BufferUnderflowException tooShort) {
            throw malformed();
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    /** The last character of such a text can hold bits that count for nothing; they too must be as they were given. */
    private static boolean sameText(String text, byte[] whole) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(text);
    }

    private static byte[] check(byte[] content, ListQuestion question) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(asked(question).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(content), CHECK);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String asked(ListQuestion question) {
        var statuses = question.statuses().stream().map(Status::code).sorted().collect(Collectors.joining(","));
        return String.join(
                "\n", question.register().code(), String.valueOf(question.knownAt()), question.text(), statuses,
                String.valueOf(question.provider()), String.valueOf(question.registeredOn()), question.order().name(),
                String.valueOf(question.descending()), "");
    }

    private static Refused malformed() {
        return new Refused(new RegisterRefusal.CursorMalformed());
    }
}
