// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** The map of the seeds names only what is there. */
@TorokuboTest
class SeedMapTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Autowired MockMvc web;
    @Autowired Rulebook rulebook;

    @Test
    void everyPageItNamesAnswers() throws Exception {
        for (var page : quoted().stream().filter(name -> name.startsWith("/") && !name.contains("{")).toList()) {
            var status = web.perform(get(page)).andReturn().getResponse().getStatus();
            assertThat(status).as(page).isIn(200, 302);
        }
    }

    @Test
    void everyTestAndClassItNamesIsThere() throws IOException {
        var sources = names("src", ".java");

        assertThat(quoted().stream().filter(name -> name.matches("[A-Z][A-Za-z]+(\\..*)?")).map(name -> name.replaceFirst("\\..*", "")))
                .allMatch(sources::contains);
    }

    @Test
    void everyFileItNamesIsThere() throws IOException {
        var files = Set.copyOf(names("src/main/resources", ""));

        assertThat(quoted().stream().filter(name -> name.matches(".*\\.(yaml|txt|csv)")).map(name -> name.replaceFirst(".*/", "")))
                .allMatch(files::contains);
    }

    @Test
    void everyRowEndsInATestOrSaysWhatWillHoldIt() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/seed-map.md")).stream().filter(line -> line.matches("\\| [ABC].*")).toList();

        assertThat(rows).hasSizeGreaterThan(80).allMatch(row -> row.contains("Test`") || row.contains("not yet"));
    }

    @Test
    void everyStatementOfTheSlidesStandsOnAPage() throws Exception {
        var page = page("/rulebook/low-impact") + page("/rulebook");

        for (var kind : List.of(Kind.STATEMENT, Kind.TARGET_BUSINESS, Kind.INTERIM_MEASURE, Kind.SCHEDULE)) {
            var words = kind == Kind.STATEMENT ? "says" : "name";
            for (var subject : rulebook.all(kind)) {
                assertThat(page).as(subject.subject()).contains(subject.newest().orElseThrow().get(words, false));
            }
        }
    }

    private String page(String address) throws Exception {
        return HtmlUtils.htmlUnescape(web.perform(get(address)).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> quoted() throws IOException {
        return QUOTED.matcher(Files.readString(Path.of("docs/seed-map.md"))).results().map(found -> found.group(1)).distinct().toList();
    }

    private static List<String> names(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toList());
        }
    }
}
