// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.files.TableReading.Result;
import jp.torokubo.ground.files.reading.HostileFiles.Hostile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file somebody could hurt us with, read by a real child process. */
class HostileFilesTest {

    private final ReadingInAChild reading = new ReadingInAChild(Duration.ofSeconds(10), ChildCommand.of("128m"));

    static List<Hostile> hostileFiles() {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void itIsRefusedWithItsReasonOrReadWithoutHarmAndLeavesNothing(Hostile hostile, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("upload"), hostile.bytes());
        var before = System.nanoTime();

        var result = reading.read(file, hostile.said(), hostile.encoding());

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(result instanceof Result.Refused refused ? refused.why().code() : "read").isEqualTo(hostile.expected());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
