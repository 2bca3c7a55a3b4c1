// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.regex.Pattern;

/**
 * The page where a task is done or a message is looked at, from the root, without language.
 *
 * @param href never an address that somebody has typed: a path of the program, in plain characters
 */
public record Place(String href) {

    private static final Pattern HREF = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/._~=?&-]{0,299}");

    public Place {
        if (!HREF.matcher(href).matches() || href.contains("//") || href.contains("..")) {
            throw new IllegalArgumentException("not a page of the program: a path from the root in plain characters is wanted");
        }
    }
}
