// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import jp.torokubo.ground.refusal.Article;

/**
 * An article that can be cited. Its number is known; its wording mostly is not, so what it says is our summary.
 *
 * @param documentId for example {@code basic-rules}
 * @param documentJa 基本規程
 */
public record CitedArticle(
        String documentId, String documentJa, String documentEn, String number, String saysJa, String saysEn, Source source) {

    /** As refusals and verdicts carry it. */
    public Article article() {
        return new Article(documentJa, number);
    }

    /** 基本規程 3.5 */
    public String cited(boolean english) {
        return (english ? documentEn : documentJa) + " " + number;
    }

    public String says(boolean english) {
        return english ? saysEn : saysJa;
    }
}
