// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of all modules and the templates that ask for them, read as files. */
class WordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z0-9.-]+)[(}]");
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z)]\\[[A-Za-z]+\\]");
    private static final Pattern KANA_OR_KANJI = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @Test
    void everyKeyHasWordsInBothLanguages() throws IOException {
        for (var japanese : files(MESSAGES, "_ja.properties")) {
            var english = Path.of(japanese.toString().replace("_ja.properties", "_en.properties"));

            assertThat(english).exists();
            assertThat(new TreeSet<>(read(english).stringPropertyNames()))
                    .as(english.toString())
                    .isEqualTo(new TreeSet<>(read(japanese).stringPropertyNames()));
        }
        assertThat(files(MESSAGES, "_en.properties")).hasSameSizeAs(files(MESSAGES, "_ja.properties"));
    }

    @Test
    void everyKeyBearsTheNameOfItsModule() throws IOException {
        for (var file : files(MESSAGES, ".properties")) {
            // a module with many words may keep them in several files: register, register-clock
            var module = file.getFileName().toString().replaceFirst("(-[a-z-]+)?_(ja|en)\\.properties", "");

            assertThat(read(file).stringPropertyNames()).as(file.toString()).allMatch(key -> key.startsWith(module + "."));
        }
    }

    /** A bare name in brackets is taken as the key itself, not as what the variable of that name holds; {@code map.get(name)} is meant. */
    @Test
    void noTemplateTakesAKeyForAVariable() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            assertThat(BARE_KEY.matcher(Files.readString(template)).results().map(MatchResult::group)).as(template.toString()).isEmpty();
        }
    }

    @Test
    void everyKeyATemplateAsksForHasWords() throws IOException {
        var known = new TreeSet<String>();
        for (var file : files(MESSAGES, "_ja.properties")) {
            known.addAll(read(file).stringPropertyNames());
        }
        for (var template : files(TEMPLATES, ".html")) {
            var asked = ASKED.matcher(Files.readString(template));

            assertThat(asked.results().map(found -> found.group(1))).as(template.toString()).isSubsetOf(known);
        }
    }

    @Test
    void noWordsOfAPageStandInItsTemplate() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var shown = Files.readString(template).replaceAll("(?s)<!--.*?-->", "").replaceAll("<[^>]*>", "");

            assertThat(KANA_OR_KANJI.matcher(shown).find()).as(template + " has Japanese words outside messages/").isFalse();
        }
    }

    @Test
    void everyPageInTheFrameBeginsWithItsDoctype() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var text = Files.readString(template);

            if (text.contains("~{frame :: page")) {
                assertThat(text).as(template.toString()).startsWithIgnoringCase("<!doctype html>");
            }
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file, UTF_8)));
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(ending)).sorted().toList());
        }
    }
}
