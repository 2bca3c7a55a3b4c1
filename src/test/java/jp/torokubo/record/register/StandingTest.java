// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Path DRAWING = Path.of("docs/modules/register-standings.mmd");

    /** Tries every event in every standing; the drawing in the docs is this test's result. */
    @Test
    void theDrawnStandingsAreTheRealOnes() throws IOException {
        assertThat(drawn()).isEqualTo(Files.readString(DRAWING));
    }

    @Test
    void everyEventOfAServiceIsAllowedSomewhere() {
        for (var type : Events.TYPES) {
            assertThat(Arrays.stream(Standing.values()).anyMatch(standing -> standing.after(type).isPresent()))
                    .as(type)
                    .isTrue();
        }
    }

    @Test
    void everyTypeOfEventThatBefallsAServiceIsTried() {
        assertThat(Events.TYPES).hasSize(RegisterEvent.OfService.class.getPermittedSubclasses().length);
    }

    private static String drawn() {
        var lines = new StringJoiner("\n", "stateDiagram-v2\n", "\n");
        for (var from : Standing.values()) {
            for (var type : Events.TYPES) {
                from.after(type).ifPresent(to -> lines.add("%s --> %s: %s".formatted(name(from), name(to), type)));
            }
        }
        lines.add("expired --> registered: granted");
        return lines.toString();
    }

    private static String name(Standing standing) {
        return standing == Standing.NOT_REGISTERED ? "[*]" : standing.code().replace('-', '_');
    }
}
