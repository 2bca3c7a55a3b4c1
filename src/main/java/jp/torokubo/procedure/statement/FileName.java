// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.regex.Pattern;
import jp.torokubo.ground.japanese.CleanText;

/** The name of a file somebody hands in as it is kept: no path, nothing unseen, no sign that means something to a system. */
final class FileName {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[<>:\"|?*]");

    private FileName() {}

    static String of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = UNSEEN.matcher(CleanText.clean(last)).replaceAll("");
        return MEANS_SOMETHING.matcher(name).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "").strip();
    }
}
