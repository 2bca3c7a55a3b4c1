// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
class SitePagesTest {

    private static final Pattern PICTURE = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);

    @Autowired MockMvc web;
    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;

    @BeforeEach
    void theTwentyServicesAreThere() {
        if (reading.standing(RegisterName.ISMAP, null).registerIndex() < 0) {
            TwentyServices.record(recordEvents);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsShownInItsLanguageWithNothingTheContentPolicyForbids(String address) throws Exception {
        var page = web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("<html lang=\"" + (address.startsWith("/en") ? "en" : "ja") + "\">");
        assertThat(page).doesNotContain("??", " style=", "<style", "<script", "data:", "th:");
        assertThat(page.split("<h1", -1)).as("one first heading").hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyIdOnAPageStandsThereOnce(String address) throws Exception {
        var page = web.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureIsWellFormedAndAFigureHasATableBesideIt(String address) throws Exception {
        var page = web.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        var pictures = PICTURE.matcher(page).results().map(found -> found.group()).toList();
        for (var picture : pictures) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(page.split("<table", -1).length - 1).isGreaterThanOrEqualTo(pictures.size() / 2);
    }

    private static Stream<String> pages() {
        return Stream.of("/", "/stats", "/stats?asOf=2021-06-22", "/calendar", "/changes", "/changes?of=rulebook",
                        "/changes?since=2021-07-30", "/data", "/data?asOf=2021-03-12", "/data/dictionary", "/data/quality",
                        "/api", "/glossary", "/help", "/accessibility", "/about")
                .flatMap(address -> Stream.of(address, "/en" + address));
    }
}
