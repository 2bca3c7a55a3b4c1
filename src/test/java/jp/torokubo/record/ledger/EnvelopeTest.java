// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.torokubo.Everywhere;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Envelope ENVELOPE =
            new Envelope(new LogName("ismap"), 12, Instant.parse("2021-03-12T00:00:00.000120Z"), "granted", 1);

    /** The file is what entries look like for ever, its last line their hash: do not edit it. */
    @Everywhere
    void anEntryHasTheBytesAndTheHashOfTheGoldenFile() throws IOException {
        var entry = ENVELOPE.around(body());

        assertThat(entry + "\n" + HexFormat.of().formatHex(TreeHash.ofEntry(entry)) + "\n").isEqualTo(golden());
    }

    @Test
    void anEntrySaysOfItselfWhatItsColumnsSay() {
        var entry = ENVELOPE.around(body());

        assertThat(ENVELOPE.isOn(entry)).isTrue();
        for (var other : List.of(
                new Envelope(new LogName("liu"), 12, ENVELOPE.recordedAt(), "granted", 1),
                new Envelope(ENVELOPE.log(), 2, ENVELOPE.recordedAt(), "granted", 1),
                new Envelope(ENVELOPE.log(), 12, ENVELOPE.recordedAt().plusNanos(1000), "granted", 1),
                new Envelope(ENVELOPE.log(), 12, ENVELOPE.recordedAt(), "renamed", 1),
                new Envelope(ENVELOPE.log(), 12, ENVELOPE.recordedAt(), "granted", 11))) {
            assertThat(other.isOn(entry)).as("%s", other).isFalse();
        }
    }

    @Test
    void instantsAreWrittenWithSixDigitsAndNeverFiner() {
        assertThat(Envelope.written(Instant.parse("2026-11-21T03:00:00Z"))).isEqualTo("2026-11-21T03:00:00.000000Z");
        assertThatThrownBy(() -> new Envelope(ENVELOPE.log(), 0, Instant.parse("2026-11-21T03:00:00.000000001Z"), "granted", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Object> body() {
        var body = new HashMap<String, Object>();
        body.put("name", "富士通 \uFA19社 𠮷 か\u3099 \"２-ⅱ\"\n2行目");
        body.put("valid_until", null);
        body.put("services", 20);
        body.put("confirmed", true);
        body.put("aliases", Arrays.asList("A", "登録簿"));
        body.put("recorder", Map.of("role", "system", "commitment", "00".repeat(32)));
        return body;
    }

    private static String golden() throws IOException {
        try (var file = Objects.requireNonNull(EnvelopeTest.class.getResourceAsStream("/golden/ledger-entry-1.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
