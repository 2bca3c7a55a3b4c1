// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which word holds for which changed description: the newest one about the same row going from the same text to the same text. Either of them
 * written anew, it needs a word anew; put back, it has the old one again.
 */
public final class ClassesSaid {

    private record Change(String control, String before, String after) {}

    public static final ClassesSaid NONE = new ClassesSaid(List.of());

    private final Map<Change, SaidClass> newest = new HashMap<>();

    /** @param words oldest first */
    ClassesSaid(List<SaidClass> words) {
        words.forEach(word -> newest.put(new Change(word.control(), word.before(), word.after()), word));
    }

    /**
     * @param before the Japanese text that stood last
     * @return null where nobody has said anything
     */
    @Nullable SaidClass of(RowPair row, String before, String after) {
        // most statements have no words, and a fingerprint is not worth its while then
        return newest.isEmpty() ? null : newest.get(new Change(row.number(), fingerprint(before), fingerprint(after)));
    }

    /** Another one as soon as the text is another. */
    public static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
