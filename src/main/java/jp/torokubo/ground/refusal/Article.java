// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.refusal;

/**
 * A place in a rule, as it is cited.
 *
 * @param document name of the document in Japanese, for example 基本規程
 * @param number article, section or item, for example 3.5; empty where the whole document is meant
 */
public record Article(String document, String number) {

    /** No rule of the scheme speaks; the refusal follows from how the program keeps its records. */
    public static final Article NONE = new Article("", "");

    public boolean isCited() {
        return !document.isEmpty();
    }
}
