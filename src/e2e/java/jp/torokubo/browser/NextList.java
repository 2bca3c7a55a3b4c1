// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * A list that nobody ever published, made of the one the first start loads: one service has another name, one is gone and one is new.
 *
 * <p>The new one's name is misspelt, as it happens.
 */
final class NextList {

    static final String DAY = "2021-12-20";
    static final String FORMER = "Box";
    static final String RENAMED = "Box Japan Edition";
    static final String GONE = "Cisco Webex";
    static final String MISSPELT = "試験用クラウト";
    static final String CORRECT = "試験用クラウド";

    private NextList() {}

    static byte[] csv() {
        try {
            var first = new ClassPathResource("first-load/ismap-2021-09-13.csv").getContentAsString(StandardCharsets.UTF_8);
            var kept = first.lines()
                    .filter(line -> !line.contains("," + GONE + ","))
                    .map(line -> line.replace("," + FORMER + ",", "," + RENAMED + ","))
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
            var added = "21,C21-0099-2,official," + MISSPELT + ",試験用株式会社," + DAY + ",,,,,\r\n";
            return (kept + added).getBytes(StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** The text of the published document itself, which says what the register says already. */
    static byte[] textOfTheFirst() {
        try {
            return new ClassPathResource("published/ismap-2021-09-13.txt").getContentAsByteArray();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
