// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.util.List;

/**
 * Text as it is stored and shown, with a log of every character that was changed to get there.
 *
 * @param text the cleaned text
 * @param changes in the order of their offsets in the text as it came
 */
public record CleanText(String text, List<Change> changes) {

    /**
     * One change.
     *
     * @param offset in code points of the text as it came
     * @param from what stood there
     * @param to what stands there now; empty where it was removed
     * @param why stable name of the rule: radical, private-use, invisible, space, line-end, trim
     */
    public record Change(int offset, String from, String to, String why) {}
}
