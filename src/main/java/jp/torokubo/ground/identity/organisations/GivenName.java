// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.japanese.CleanText;
import org.jspecify.annotations.Nullable;

/** The names of an organisation as somebody has typed them. */
record GivenName(String ja, @Nullable String en, @Nullable Wrong wrong) {

    private static final int LONGEST = 200;

    static GivenName read(String ja, String en) {
        var japanese = CleanText.clean(ja);
        var english = CleanText.clean(en);
        Wrong wrong = null;
        if (japanese.isEmpty()) {
            wrong = new Wrong("nameJa", new IdentityRefusal.OrganisationNameMissing());
        } else if (length(japanese) > LONGEST) {
            wrong = new Wrong("nameJa", new IdentityRefusal.TextTooLong(LONGEST, length(japanese)));
        } else if (length(english) > LONGEST) {
            wrong = new Wrong("nameEn", new IdentityRefusal.TextTooLong(LONGEST, length(english)));
        }
        return new GivenName(japanese, english.isEmpty() ? null : english, wrong);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
