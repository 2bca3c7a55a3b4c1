// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import jp.torokubo.ground.identity.IdentityRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {
        "correct horse battery", "ひらがなだけのながいことば", "2026年の冬はとても寒い", "aklsjdhfqpwo", "7391-4820-1157", "𠮷野家の牛丼は早い旨い安い"
    })
    void lengthIsEnough(String password) {
        assertThat(PASSWORDS.whyNot(password, "山田 花子", "hanako@example.jp")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "aaaaaaaaaaaa", "abcabcabcabc", "1234123412341234", "123456789012", "qwertyuiopas", "1qaz2wsx3edc", "password1234",
        "P@ssw0rd12345", "passwordpassword", "ｐａｓｓｗｏｒｄ１２３４", "administrator1", "hanako@example.jp", "山田花子2026!!!!!!", "Torokubo2026!"
    })
    void whatAnybodyWouldGuessFirstIsRefused(String password) {
        assertThat(PASSWORDS.whyNot(password, "山田 花子", "hanako@example.jp")).contains(new IdentityRefusal.PasswordTooCommon());
    }

    @Test
    void elevenCharactersAreTooFewAndAHundredAndTwentyNineTooMany() {
        assertThat(PASSWORDS.whyNot("aklsjdhfqpw", "n", "l")).contains(new IdentityRefusal.PasswordTooShort(12, 11));
        assertThat(PASSWORDS.whyNot("𠮷野家牛丼早旨安並盛", "n", "l")).contains(new IdentityRefusal.PasswordTooShort(12, 10));
        assertThat(PASSWORDS.whyNot("x".repeat(129), "n", "l")).contains(new IdentityRefusal.PasswordTooLong(128, 129));
    }

    @Test
    void aPasswordIsKeptSaltedWithItsParametersAndFoundAgain() {
        var one = PASSWORDS.encode("correct horse battery");
        var two = PASSWORDS.encode("correct horse battery");

        assertThat(one).startsWith("{pbkdf2-sha512-210000}").isNotEqualTo(two).doesNotContain("horse");
        assertThat(PASSWORDS.matches("correct horse battery", one)).isTrue();
        assertThat(PASSWORDS.matches("correct horse batterx", one)).isFalse();
    }

    @Test
    void twoKeyboardsThatWriteTheSameKanaDifferentlyMeanTheSamePassword() {
        var composed = PASSWORDS.encode("がぎぐげごがぎぐげござ");

        assertThat(PASSWORDS.matches(Normalizer.normalize("がぎぐげごがぎぐげござ", Normalizer.Form.NFD), composed)).isTrue();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(PASSWORDS.matches("nobody has this password", null)).isFalse();
    }
}
