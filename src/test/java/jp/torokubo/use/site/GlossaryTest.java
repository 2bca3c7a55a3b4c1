// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.TorokuboTest;
import jp.torokubo.use.site.scheme.Scheme;
import jp.torokubo.use.site.scheme.Word;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page and the document hold the same words; {@code -Dglossary.write=true} writes the document anew. */
@TorokuboTest
class GlossaryTest {

    private static final Path DOCUMENT = Path.of("docs/glossary.md");

    @Autowired Scheme scheme;

    @Test
    void theDocumentHoldsTheWordsOfThePage() throws IOException {
        if (Boolean.getBoolean("glossary.write")) {
            Files.writeString(DOCUMENT, document());
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
    }

    @Test
    void oneWordHasOnePlaceAndOneMeaning() {
        var words = Stream.concat(scheme.ours().stream(), scheme.words().stream()).toList();

        assertThat(words.stream().map(Word::anchor)).doesNotHaveDuplicates();
        assertThat(words.stream().map(Word::japanese)).doesNotHaveDuplicates();
        assertThat(words).allSatisfy(word -> assertThat(List.of(
                word.japanese(), word.english(), word.meaning(), word.meaningInEnglish())).noneMatch(String::isBlank));
    }

    private String document() {
        return """
                # Glossary

                One word, one meaning. This is the page `/glossary`, written by `GlossaryTest`; the words stand in
                `src/main/resources/site/words.tsv` (ours) and `src/main/resources/rulebook/terms.yaml` (the scheme's).

                ## Words of the register

                """ + table(scheme.ours()) + """

                ## Words of the scheme

                """ + table(scheme.words());
    }

    private static String table(List<Word> words) {
        var table = new StringBuilder("| Japanese | English | In code | Meaning | Source |\n|-|-|-|-|-|\n");
        words.forEach(word -> table.append("| ").append(word.japanese()).append(" | ").append(word.english()).append(" | ")
                .append(word.codeName().isEmpty() ? "" : "`" + word.codeName() + "`").append(" | ")
                .append(word.meaningInEnglish()).append(" | ").append(word.source().english()).append(" |\n"));
        return table.toString();
    }
}
