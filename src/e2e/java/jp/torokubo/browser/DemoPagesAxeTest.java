// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo world in a real browser: everybody's pages by axe and as pictures, and two competitors who do not see each other. */
class DemoPagesAxeTest extends Walk {

    @Override
    String[] arguments() {
        return new String[] {"--spring.profiles.active=demo"};
    }

    @Test
    void thePageOfEverybodyFits() {
        for (var language : List.of("", "/en")) {
            looked(visit(language + "/demo"), "demo" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "例 北子, /desk /desk/dossiers /desk/dossiers/new /desk/organisation /desk/deputies",
        "例 都夫, /desk /desk/dossiers",
        "例 監一, /desk /desk/dossiers /desk/relations",
        "例 審子, /desk /desk/relations /desk/organisation/invitation",
        "例 省吾, /desk /desk/role",
        "例 市子, /desk",
        "例 局子, /desk",
        "例 委一, /desk",
        "例 助子, /desk /desk/dossiers"
    })
    void axeFindsNothingSeriousOnAnybodysPages(String who, String addresses) {
        var page = signedIn(who);
        for (var address : addresses.split(" ")) {
            for (var language : List.of("", "/en")) {
                page.navigate(language + address);
                looked(page, "demo" + who.substring(2) + language + address);
            }
        }
    }

    @Test
    void aDossierAndItsNotesFit() {
        var page = signedIn("例 北子");
        page.navigate("/desk/dossiers");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("例：ほくとクラウド基盤")).click();
        looked(page, "demo-dossier");
        page.locator("#contents + * a, section[aria-labelledby=contents] a").first().click();
        assertThat(page.textContent("main")).contains("例：言明の対象範囲の案を用意しました。");
        looked(page, "demo-notes");
    }

    @Test
    void competitorsAndTwoTeamsOfOneFirmDoNotLearnOfEachOther() {
        assertThat(dossiersOf("例 北子")).contains("ほくと").doesNotContain("なんよう", "南洋");
        assertThat(dossiersOf("例 南子")).contains("なんよう").doesNotContain("ほくと", "北都");
        assertThat(dossiersOf("例 監一")).contains("ほくと").doesNotContain("なんよう", "南洋");
        assertThat(dossiersOf("例 監二")).contains("なんよう").doesNotContain("ほくと", "北都");
        assertThat(dossiersOf("例 中子")).doesNotContain("ほくと", "なんよう", "さいかい", "しののめ");
    }

    private String dossiersOf(String who) {
        var page = signedIn(who);
        page.navigate("/desk/dossiers");
        return page.textContent("main");
    }

    private Page signedIn(String who) {
        var page = visit("/demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(who)).first().click();
        page.waitForURL("**/desk");
        return page;
    }

    private static void looked(Page page, String name) {
        LookedAt.byAxe(page);
        LookedAt.at(1366, page, LookedAt.name(name));
        LookedAt.at(390, page, LookedAt.name(name));
    }
}
