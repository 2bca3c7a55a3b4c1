// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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
public record FileName(String value, boolean cleaned) {

    /** As long as most file systems can bear. */
    public static final int MOST_BYTES = 255;

    private static final int SHOWN = 41;

    /** Signs that mean something to a system, so that no folder's name has them. */
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t\\u2028\\u2029]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern DOTS_BEFORE = Pattern.compile("^[. ]+");
    private static final Pattern DOTS_BEHIND = Pattern.compile("[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    public static FileName of(String given) {
        var last = withoutFolders(given);
        var name = UNSEEN.matcher(CleanText.clean(BREAKS.matcher(last).replaceAll(" "))).replaceAll("");
        name = MEANS_SOMETHING.matcher(name).replaceAll("_");
        name = DOTS_BEHIND.matcher(DOTS_BEFORE.matcher(name).replaceAll("")).replaceAll("").strip();
        name = DEVICE.matcher(name).matches() ? "_" + name : name;
        return new FileName(name, !name.equals(given));
    }

    /** Whether it can be kept: something is left, and not too much. */
    public boolean isUsable() {
        return !value.isEmpty() && bytes() <= MOST_BYTES;
    }

    public int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Short enough for a sentence. */
    public String shown() {
        return shortened(SHOWN);
    }

    /** @param most characters, the sign for what is left out among them */
    public String shortened(int most) {
        return value.codePointCount(0, value.length()) <= most ? value : value.substring(0, value.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** What stands before a slash is no folder where it has a sign that no folder's name has: then it is kept, and the slash is a sign like others. */
    private static String withoutFolders(String given) {
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        boolean path = slash < 0 || DRIVE.matcher(given).matches() || !MEANS_SOMETHING.matcher(given.substring(0, slash)).find();
        return path ? given.substring(slash + 1) : given.replace('/', '_').replace('\\', '_');
    }
}
