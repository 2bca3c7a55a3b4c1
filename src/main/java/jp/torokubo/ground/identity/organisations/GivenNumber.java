// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.japanese.CorporateNumber;
import org.jspecify.annotations.Nullable;

/**
 * A 法人番号 as somebody has typed it, in whatever width and with whatever hyphens.
 *
 * @param digits null where none was given
 */
public record GivenNumber(@Nullable String digits, @Nullable Wrong wrong) {

    public static GivenNumber read(String given) {
        if (given.isBlank()) {
            return new GivenNumber(null, null);
        }
        return CorporateNumber.read(given) instanceof CorporateNumber.Reading.Read read
                ? new GivenNumber(read.number().digits(), null)
                : new GivenNumber(null, new Wrong("corporateNumber", new IdentityRefusal.CorporateNumberWrong(given)));
    }
}
