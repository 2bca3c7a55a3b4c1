// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import jp.torokubo.ground.desk.TaskState.Move;
import org.junit.jupiter.api.Test;

class TaskStateTest {

    private static final Path DRAWING = Path.of("docs/modules/desk-tasks.mmd");

    /** Tries every move in every state; the drawing in the docs is this test's result. */
    @Test
    void theDrawnStatesAreTheRealOnes() throws IOException {
        assertThat(drawn()).isEqualTo(Files.readString(DRAWING));
    }

    private static String drawn() {
        var lines = new StringJoiner("\n", "stateDiagram-v2\n", "\n");
        lines.add("[*] --> open: asked");
        for (var from : TaskState.values()) {
            for (var move : Move.values()) {
                from.after(move).ifPresent(to -> lines.add("%s --> %s: %s".formatted(from.code(), to.code(), move.code())));
            }
        }
        return lines.toString();
    }
}
