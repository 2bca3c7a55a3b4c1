// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    private final UniqueNames names = new UniqueNames();

    @Test
    void noTwoNamesAreOneOnAnySystem() {
        assertThat(names.of("a.txt")).isEqualTo("a.txt");
        assertThat(names.of("A.TXT")).isEqualTo("A (2).TXT");
        assertThat(names.of("a (2).txt")).isEqualTo("a (2) (2).txt");
        assertThat(names.of("が")).isEqualTo("が");
        assertThat(names.of("か\u3099")).isEqualTo("か\u3099 (2)");
        assertThat(names.of("a.txt")).isEqualTo("a (3).txt");
    }

    @Test
    void aNumberBehindALongNameLeavesNoNameTooLongAndNoCharacterHalf() {
        var longest = "𠮷".repeat(62) + ".pdf";
        names.of(longest);

        var second = names.of(longest);

        assertThat(second).endsWith("𠮷 (2).pdf");
        assertThat(second.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }
}
