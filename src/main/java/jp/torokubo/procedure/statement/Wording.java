// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

/**
 * The same words in both languages, side by side. Japanese is what counts.
 *
 * @param ja empty where nothing has been written
 * @param en empty where nobody has translated it
 */
public record Wording(String ja, String en) {

    public static final Wording NONE = new Wording("", "");

    public static Wording of(String ja) {
        return new Wording(ja, "");
    }

    public boolean isEmpty() {
        return ja.isEmpty() && en.isEmpty();
    }

    /** What a page in that language shows: the other one where there is only that. */
    public String in(boolean english) {
        return english ? en.isEmpty() ? ja : en : ja.isEmpty() ? en : ja;
    }
}
