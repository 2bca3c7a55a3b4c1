// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;

/**
 * The publication a workbook is.
 *
 * @param address where it was published, or the number of the document
 */
public record Publication(String title, String address) {

    /** As it is shown beside what came from it. */
    public String words() {
        return title + "（" + address + "）";
    }

    public String wordsEn() {
        return title + " (" + address + ")";
    }

    public Source source() {
        return new Source(Provenance.OFFICIAL, words(), wordsEn());
    }
}
