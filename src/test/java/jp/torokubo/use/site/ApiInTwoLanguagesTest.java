// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The document of the API says everything in both languages; the page for people, in theirs. */
@TorokuboTest
class ApiInTwoLanguagesTest {

    @Autowired MockMvc web;

    @Test
    void eachPageExplainsTheApiInItsOwnLanguage() throws Exception {
        assertThat(page("/api")).contains("登録番号または").doesNotContain("Registration number or id");
        assertThat(main(page("/en/api"))).contains("Registration number or id").doesNotContainPattern("[ぁ-ん]");
    }

    @Test
    void aParameterSaysItsValuesAndWhatItIsWhenLeftOut() throws Exception {
        assertThat(page("/en/api"))
                .contains("one of ismap, liu, audit-bodies", "ismap if not given", "from 1 to 2000", "one of registered, renewing")
                .doesNotContain("No parameters.");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
