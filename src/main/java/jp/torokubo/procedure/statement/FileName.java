// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.regex.Pattern;
import jp.torokubo.ground.files.GivenFileName;
import jp.torokubo.ground.japanese.CleanText;

/** The name of a file somebody hands in as it is kept: no path, nothing unseen, no sign that means something to a system. */
final class FileName {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private FileName() {}

    static String of(String given) {
        var last = GivenFileName.withoutFolders(given);
        var name = UNSEEN.matcher(CleanText.clean(last)).replaceAll("");
        return GivenFileName.MEANS_SOMETHING.matcher(name).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "").strip();
    }
}
