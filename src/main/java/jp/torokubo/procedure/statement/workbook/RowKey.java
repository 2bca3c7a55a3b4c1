// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import jp.torokubo.procedure.statement.StatementId;

/**
 * What stands in the first column of a row that the program wrote: whose it is, and as of which version.
 *
 * <p>It ends with letters that check the rest, because a spreadsheet that fills a column downwards counts up the last number it finds.
 *
 * @param version of the row when it was written out
 */
public record RowKey(StatementId statement, String control, long version) {

    private static final Pattern WRITTEN = Pattern.compile("T1:([0-9a-f]{32}):([0-9]{1,3}(?:\\.[0-9]{1,3}){0,3}(?:\\.(?:P|B|PB))?):([0-9]{1,15}):([a-p]{4})");

    /** T1:018f…:9.2.3.11.PB:7:cafe */
    public String written() {
        String plain = "T1:" + statement.value().toString().replace("-", "") + ":" + control + ":" + version;
        return plain + ":" + check(plain);
    }

    /** Empty where it is not a key, or a damaged one. */
    public static Optional<RowKey> read(String cell) {
        var matcher = WRITTEN.matcher(cell.strip());
        if (!matcher.matches() || !check(matcher.group().substring(0, matcher.start(4) - 1)).equals(matcher.group(4))) {
            return Optional.empty();
        }
        String hex = matcher.group(1);
        var id = UUID.fromString(hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-" + hex.substring(16, 20)
                + "-" + hex.substring(20));
        return Optional.of(new RowKey(new StatementId(id), matcher.group(2), Long.parseLong(matcher.group(3))));
    }

    private static String check(String plain) {
        var sum = new CRC32();
        sum.update(plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        var letters = new StringBuilder();
        for (int at = 0; at < 4; at++) {
            letters.append((char) ('a' + (sum.getValue() >> (4 * at) & 15)));
        }
        return letters.toString();
    }
}
