// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import jp.torokubo.SettableClock;
import org.jspecify.annotations.Nullable;

/** Somebody who runs the register, at a browser of his own and with an authenticator app at hand. */
final class Operator {

    static final String PASSWORD = "correct horse battery staple";

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String NEXT = "次へ進む";
    private static final String DESK = "としてログインしています";

    private final String name;
    private final String login;
    private final Page page;
    private final SettableClock clock;
    private @Nullable String secret;

    Operator(String name, String login, BrowserContext browser, SettableClock clock) {
        this.name = name;
        this.login = login;
        this.page = browser.newPage();
        this.clock = clock;
    }

    Page page() {
        return page;
    }

    Page visit(String path) {
        page.navigate(path);
        return page;
    }

    /** The whole of the set-up: name and password, then the key of the page typed into the app and its code typed into the page. */
    Operator setsUp(String link) {
        givesNameAndPassword(link);
        secret = page.textContent("#totp-secret").replace(" ", "");
        page.fill("#code", code());
        press("登録を終える");
        sees(DESK);
        return this;
    }

    /** The first step only. */
    void givesNameAndPassword(String link) {
        visit(link);
        page.fill("#name", name);
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.fill("#passwordAgain", PASSWORD);
        press(NEXT);
        sees("2つ目の認証手段の登録");
    }

    void signsOut() {
        visit("/operator");
        press("ログアウトする");
        sees("ログアウトしました。");
    }

    void signsIn() {
        visit("/sign-in");
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        press(NEXT);
        page.fill("#code", code());
        press("ログインする");
        sees(DESK);
    }

    /** @return the link that the page shows once */
    String invites(String whom) {
        visit("/operator/people/invitation");
        page.fill("#note", whom);
        page.fill("#code", code());
        press("招待のリンクを作る");
        return page.textContent("#new-link");
    }

    /** Types the code his app shows into the page that asks for it. */
    void provesAnew() {
        page.fill("#code", code());
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    /** Waits for these words on his page: the answer to a button takes its time. */
    void sees(String words) {
        try {
            page.waitForSelector("main >> text=" + words);
        } catch (TimeoutError never) {
            throw new AssertionError("no \"" + words + "\" on " + page.url() + ": " + page.innerText("main"), never);
        }
    }

    boolean isOffered(String button) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).count() > 0;
    }

    /** The code the app shows next: each is good for one use only. */
    private String code() {
        clock.advance(Duration.ofSeconds(30));
        try {
            var app = new TimeBasedOneTimePasswordGenerator();
            return app.generateOneTimePasswordString(new SecretKeySpec(key(), app.getAlgorithm()), clock.instant(), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The 20 bytes of the secret, read as a number written in base 32. */
    private byte[] key() {
        var digits = new StringBuilder();
        secret.chars().forEach(letter -> digits.append(Character.forDigit(BASE_32.indexOf(letter), 32)));
        var bytes = new BigInteger("1" + digits, 32).toByteArray();
        return Arrays.copyOfRange(bytes, bytes.length - 20, bytes.length);
    }
}
