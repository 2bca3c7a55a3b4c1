// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.scheme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The words this register uses, from {@code site/words.tsv}. */
public final class OurWords {

    private OurWords() {}

    public static List<Word> all() {
        var file = Objects.requireNonNull(OurWords.class.getResourceAsStream("/site/words.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).map(OurWords::word).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Word word(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalStateException("words.tsv: eight cells, not " + cells.length + ": " + line);
        }
        return new Word(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], new Scheme.Said(cells[6], cells[7]));
    }
}
