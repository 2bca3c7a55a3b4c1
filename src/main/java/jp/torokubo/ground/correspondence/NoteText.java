// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;

/** The text of a note: cleaned, and without what no paper can hold. */
final class NoteText {

    /** No characters at all; a workbook with one of them in it cannot be opened. */
    private static final Pattern NONCHARACTERS = Pattern.compile("[\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{FFFF}]");

    private NoteText() {}

    static String clean(String given) {
        return CleanText.clean(NONCHARACTERS.matcher(given).replaceAll(""));
    }

    static Optional<Refusal> wrong(String text, Refusal whereMissing) {
        var length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            return Optional.of(whereMissing);
        }
        return length > Note.LONGEST_TEXT
                ? Optional.of(new CorrespondenceRefusal.TextTooLong(Note.LONGEST_TEXT, length))
                : Optional.empty();
    }
}
