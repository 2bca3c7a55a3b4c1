// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says a rule is, or was. Never changed: a newer edition stands after it.
 *
 * @param number order of recording within its subject, from 1
 * @param content texts by name, see {@link Kind#fields()}; a null value is known to be unknown
 * @param decidedOn day of the decision or revision, or null
 * @param effectiveOn first day of force; null is not known
 * @param attestedOn a day on which a source shows it standing, or null
 * @param reasonJa why it was made; may be empty
 * @param recorderRole who recorded it: {@code system}, {@code operator}
 */
public record Edition(
        Kind kind,
        String subject,
        int number,
        Map<String, @Nullable String> content,
        Standing standing,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate attestedOn,
        String reasonJa,
        String reasonEn,
        Source source,
        Instant recordedAt,
        String recorderRole) {

    /** The day from which it is known to stand, or null. */
    public @Nullable LocalDate knownFrom() {
        return effectiveOn != null ? effectiveOn : attestedOn;
    }

    /** A text by its name; null where it is unknown or not there. */
    public @Nullable String get(String name) {
        return content.get(name);
    }

    /** A text in a language: the English one where there is one, otherwise the Japanese. */
    public @Nullable String get(String name, boolean english) {
        var own = content.get(name + (english ? "_en" : "_ja"));
        return own != null || !english ? own : content.get(name + "_ja");
    }

    public String reason(boolean english) {
        return english && !reasonEn.isEmpty() ? reasonEn : reasonJa;
    }
}
