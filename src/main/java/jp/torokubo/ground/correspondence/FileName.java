// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.torokubo.ground.files.GivenFileName;
import jp.torokubo.ground.japanese.CleanText;

/**
 * The name of a file as it is kept and shown: one that no system takes for a path, a device or a command, and that reads as it is.
 *
 * <p>Paths before it, control and invisible characters, turned reading directions and line breaks go; what stands for something else
 * on some system becomes {@code _}. The letters of the name stay as they were given.
 *
 * @param value may be empty: then nothing was left
 * @param cleaned whether it was given otherwise
 */
record FileName(String value, boolean cleaned) {

    /** As long as most file systems can bear. */
    static final int MOST_BYTES = 255;

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t\\u2028\\u2029]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern DOTS_BEFORE = Pattern.compile("^[. ]+");
    private static final Pattern DOTS_BEHIND = Pattern.compile("[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    static FileName of(String given) {
        var last = GivenFileName.withoutFolders(given);
        var name = UNSEEN.matcher(CleanText.clean(BREAKS.matcher(last).replaceAll(" "))).replaceAll("");
        name = GivenFileName.MEANS_SOMETHING.matcher(name).replaceAll("_");
        name = DOTS_BEHIND.matcher(DOTS_BEFORE.matcher(name).replaceAll("")).replaceAll("").strip();
        name = DEVICE.matcher(name).matches() ? "_" + name : name;
        return new FileName(name, !name.equals(given));
    }

    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Short enough for a sentence. */
    String shown() {
        var points = value.codePoints().limit(41).toArray();
        return points.length <= 40 ? value : new String(points, 0, 40) + "…";
    }
}
