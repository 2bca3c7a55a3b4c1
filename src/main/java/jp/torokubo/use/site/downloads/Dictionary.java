// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.paper.Table;
import org.springframework.stereotype.Component;

/** What every column of every file, and every member of the API, means. One key has one meaning wherever it stands. */
@Component
public class Dictionary {

    /**
     * @param key as in JSON and in the API
     * @param unit or form of the value, in both languages where that matters
     * @param example a value, in the form of a CSV cell
     */
    public record Entry(
            String key, String heading, String headingInEnglish, String meaning, String meaningInEnglish, String unit,
            String unitInEnglish, String example) {

        public String heading(Locale language) {
            return english(language) ? headingInEnglish : heading;
        }

        public String meaning(Locale language) {
            return english(language) ? meaningInEnglish : meaning;
        }

        public String unit(Locale language) {
            return english(language) ? unitInEnglish : unit;
        }

        private static boolean english(Locale language) {
            return language.getLanguage().equals("en");
        }
    }

    private final List<Entry> entries;
    private final Map<String, Entry> byKey;

    Dictionary() {
        this.entries = read();
        this.byKey = entries.stream().collect(Collectors.toMap(Entry::key, Function.identity()));
    }

    /** In the order of the file: first what stands on the list, then the rest. */
    public List<Entry> entries() {
        return entries;
    }

    /** @throws IllegalArgumentException for a key without a meaning: a column nobody explained is not handed out */
    public Table.Column column(String key, Locale language) {
        var entry = byKey.get(key);
        if (entry == null) {
            throw new IllegalArgumentException("the dictionary does not explain " + key);
        }
        return new Table.Column(key, entry.heading(language));
    }

    public List<Table.Column> columns(DataSet set, Locale language) {
        return set.columns().stream().map(key -> column(key, language)).toList();
    }

    private static List<Entry> read() {
        var file = Objects.requireNonNull(Dictionary.class.getResourceAsStream("/site/dictionary.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).map(Dictionary::entry).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Entry entry(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalStateException("dictionary.tsv: eight cells, not " + cells.length + ": " + line);
        }
        return new Entry(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
    }
}
