// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.util.regex.Pattern;

/** The name a file bore on somebody's disk, as it comes with an upload: some programs send the folders along. */
public final class GivenFileName {

    /** Signs that mean something to a system, so that no folder's name has them. */
    public static final Pattern MEANS_SOMETHING = Pattern.compile("[<>:\"|?*]");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    private GivenFileName() {}

    /** What stands before a slash is no folder where it has a sign that no folder's name has: then it is kept, and the slash is a sign like others. */
    public static String withoutFolders(String given) {
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        boolean path = slash < 0 || DRIVE.matcher(given).matches() || !MEANS_SOMETHING.matcher(given.substring(0, slash)).find();
        return path ? given.substring(slash + 1) : given.replace('/', '_').replace('\\', '_');
    }
}
