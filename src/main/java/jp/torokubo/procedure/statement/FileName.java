// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.regex.Pattern;
import jp.torokubo.ground.japanese.CleanText;

/** The name of a file somebody hands in as it is kept: no path, nothing unseen, no sign that means something to a system. */
final class FileName {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    private FileName() {}

    static String of(String given) {
        var last = withoutFolders(given);
        var name = UNSEEN.matcher(CleanText.clean(last)).replaceAll("");
        return MEANS_SOMETHING.matcher(name).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "").strip();
    }

    /** What stands before a slash is no folder where it has a sign that no folder's name has: then it is kept, and the slash is a sign like others. */
    private static String withoutFolders(String given) {
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        boolean path = slash < 0 || DRIVE.matcher(given).matches() || !MEANS_SOMETHING.matcher(given.substring(0, slash)).find();
        return path ? given.substring(slash + 1) : given.replace('/', '_').replace('\\', '_');
    }
}
