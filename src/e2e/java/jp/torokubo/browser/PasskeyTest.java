// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A passkey of a browser with a virtual authenticator: registered in the set-up, used to sign in and to prove oneself anew. */
class PasskeyTest extends Walk {

    private Operator hanako;
    private CDPSession authenticators;
    private String authenticator;

    @BeforeAll
    void anAccountWithAPasskeyInsteadOfAnApp() {
        hanako = new Operator("山田 花子", "hanako@example.jp", newVisitor(new Browser.NewContextOptions()), program().clock());
        authenticators = hanako.page().context().newCDPSession(hanako.page());
        authenticators.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var device = new JsonObject();
        device.add("options", options);
        authenticator = authenticators.send("WebAuthn.addVirtualAuthenticator", device).get("authenticatorId").getAsString();

        hanako.givesNameAndPassword(program().firstSetUpLink());
        hanako.page().fill("#passkey-label", "執務室のパソコン");
        hanako.press("パスキーを登録する");
        hanako.page().waitForURL("**/desk");
    }

    @Test
    void thePasskeySignsInWithoutNameAndPassword() {
        hanako.signsOut();

        hanako.visit("/sign-in");
        hanako.press("パスキーでログインする");
        hanako.page().waitForURL("**/desk");

        assertThat(hanako.page().textContent("#who")).contains("山田 花子");
        assertThat(hanako.visit("/desk/account").textContent("main")).contains("執務室のパソコン");
    }

    @Test
    void thePasskeyProvesOneselfAnewBeforeAnInvitation() {
        hanako.visit("/operator/people/invitation");
        hanako.press("パスキーで本人確認する");
        hanako.page().waitForSelector("text=パスキーによる本人確認から5分間は");

        hanako.page().fill("#note", "佐藤 太郎");
        hanako.press("招待のリンクを作る");

        assertThat(hanako.page().textContent("#new-link")).startsWith(program().address() + "/set-up/");
    }

    @Test
    void aDeviceThatCannotTellWhoHoldsItIsNotLetIn() {
        hanako.signsOut();
        verified(false);
        try {
            hanako.visit("/sign-in");
            hanako.press("パスキーでログインする");
            hanako.page().waitForSelector("#passkey-said:visible");

            assertThat(hanako.page().textContent("#passkey-said")).isEqualTo("パスキーを使えませんでした。もう一度試すか、別の方法を選んでください。");
            assertThat(hanako.visit("/operator").textContent("h1")).isEqualTo("ログイン");
        } finally {
            verified(true);
            hanako.visit("/sign-in");
            hanako.press("パスキーでログインする");
            hanako.page().waitForURL("**/desk");
        }
    }

    private void verified(boolean verified) {
        var told = new JsonObject();
        told.addProperty("authenticatorId", authenticator);
        told.addProperty("isUserVerified", verified);
        authenticators.send("WebAuthn.setUserVerified", told);
    }
}
