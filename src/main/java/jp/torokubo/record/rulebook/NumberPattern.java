// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the registration numbers of a register look.
 *
 * @param regex null is not known: any number is then taken as it is published
 */
public record NumberPattern(
        String register, @Nullable Pattern regex, @Nullable String wordsJa, @Nullable String wordsEn, @Nullable String example, Source source) {

    /** Whether a number fits; always so where the pattern is not known. */
    public boolean fits(String number) {
        return regex == null || regex.matcher(number).matches();
    }

    public @Nullable String words(boolean english) {
        return english ? wordsEn : wordsJa;
    }
}
