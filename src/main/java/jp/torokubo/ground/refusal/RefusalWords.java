// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The HTTP status of every refusal and its words in both languages, from {@code refusals/<module>.tsv}.
 *
 * <p>A line holds code, status, Japanese, English, separated by tabs; lines that are empty or begin with {@code #} are skipped.
 * {@code {fact}} stands for a fact of the refusal; in English {@code fact_en} is taken first where the refusal gives it, so
 * that a fact which is itself a word can differ by language. A long fact is cut, so that nobody gets back ten thousand characters.
 */
@Component
public class RefusalWords {

    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Map<String, DateTimeFormatter> DAY = Map.of(
            "ja", DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE),
            "en", DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));

    /** So many characters of what somebody has sent are enough to know it again. */
    private static final int SHOWN = 100;

    private final Map<String, Line> lines;

    private record Line(int status, String japanese, String english) {}

    /** A refusal in words. */
    public record Words(int status, String japanese, String english) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? english : japanese;
        }
    }

    public RefusalWords() {
        this.lines = read();
    }

    /** Codes that have words. */
    public Set<String> codes() {
        return lines.keySet();
    }

    /** @throws IllegalStateException where the code has no line: a fault of the program, which a test looks for */
    public Words of(Refusal refusal) {
        var line = lines.get(refusal.code());
        if (line == null) {
            throw new IllegalStateException("no words for the refusal " + refusal.code());
        }
        return new Words(
                line.status(),
                filled(line.japanese(), refusal.facts(), Locale.JAPANESE),
                filled(line.english(), refusal.facts(), Locale.ENGLISH));
    }

    private static String filled(String words, Map<String, Object> facts, Locale locale) {
        var text = new StringBuilder();
        var matcher = FACT.matcher(words);
        while (matcher.find()) {
            var name = matcher.group(1);
            var value = facts.get(name);
            if (locale == Locale.ENGLISH && facts.containsKey(name + "_en")) {
                value = facts.get(name + "_en");
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : written(value, locale)));
        }
        return matcher.appendTail(text).toString();
    }

    private static String written(Object value, Locale locale) {
        if (value instanceof LocalDate day) {
            return DAY.get(locale.getLanguage()).format(day);
        }
        var text = value.toString();
        return text.codePointCount(0, text.length()) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static Map<String, Line> read() {
        var lines = new LinkedHashMap<String, Line>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:refusals/*.tsv")) {
                file.getContentAsString(StandardCharsets.UTF_8).lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("code\t"))
                        .forEach(line -> add(lines, line, String.valueOf(file.getFilename())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(lines);
    }

    private static void add(Map<String, Line> lines, String line, String file) {
        var cells = line.split("\t", -1);
        if (cells.length != 4 || !cells[1].matches("[45]\\d\\d") || cells[2].isBlank() || cells[3].isBlank()) {
            throw new IllegalStateException(file + ": a line is code, status, Japanese, English, but this is: " + line);
        }
        if (lines.put(cells[0], new Line(Integer.parseInt(cells[1]), cells[2], cells[3])) != null) {
            throw new IllegalStateException(file + ": a second line for " + cells[0]);
        }
    }
}
