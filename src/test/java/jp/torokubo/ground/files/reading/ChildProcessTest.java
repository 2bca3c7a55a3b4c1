// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Result;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fences around the child: time, memory, and what it may say. */
class ChildProcessTest {

    @TempDir Path folder;

    @Test
    void aReadingThatDoesNotEndIsKilledAtItsDeadline() throws IOException {
        var before = System.nanoTime();

        var result = with("echo $$ > %s; exec sleep 600", Duration.ofMillis(500));

        assertThat(code(result)).isEqualTo("files.deadline");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        long child = Long.parseLong(Files.readString(folder.resolve("said")).strip());
        assertThat(ProcessHandle.of(child)).isEmpty();
    }

    @Test
    void aReadingThatWantsMoreMemoryThanItMayHaveEndsAndItsParentLives() throws IOException {
        var text = Files.write(folder.resolve("upload"), "x\n".repeat(9_000_000).getBytes(UTF_8));
        var tight = new ReadingInAChild(Duration.ofSeconds(10), ChildCommand.of("20m"));

        assertThat(code(tight.read(text, Format.TEXT, "UTF-8"))).isEqualTo("files.memory");
    }

    @Test
    void aChildThatSaysNothingOrNonsenseOrTooMuchIsNotBelieved() throws IOException {
        assertThat(code(with(": %s", Duration.ofSeconds(5)))).isEqualTo("files.broke");
        assertThat(code(with("echo : %s", Duration.ofSeconds(5)))).isEqualTo("files.broke");
        assertThat(code(with(": %s; cat /dev/zero", Duration.ofSeconds(5)))).isEqualTo("files.broke");
    }

    @Test
    void anHonestFileIsReadWithItsLineNumbers() throws IOException {
        var text = Files.write(folder.resolve("upload"), "一\r\n\r\n三\n".getBytes(UTF_8));

        var result = new ReadingInAChild(Duration.ofSeconds(10), ChildCommand.of("64m")).read(text, Format.TEXT, "UTF-8");

        assertThat(((Result.Read) result).sheets().get(0).rows()).extracting(row -> row.number() + ":" + row.cells())
                .containsExactly("1:[一]", "2:[]", "3:[三]");
    }

    @Test
    void marksAndMergesTravelFromTheChildToItsParent() throws IOException {
        var workbook = Files.write(folder.resolve("upload"), HandmadeWorkbook.small().sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>9.1</v></c>"
                + "</row></sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>").bytes());

        var result = new ReadingInAChild(Duration.ofSeconds(10), ChildCommand.of("64m"))
                .read(workbook, Format.XLSX, "UTF-8", Unseen.MARKED);

        var sheet = ((Result.Read) result).sheets().get(0);
        assertThat(sheet.rows()).containsExactly(new Row(1, List.of("9.1"), Map.of(0, Mark.NUMBER)));
        assertThat(sheet.merges()).containsExactly(new Merge(1, 0, 3, 1));
    }

    private Result with(String script, Duration deadline) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", script.formatted(folder.resolve("said"))));
        var file = Files.write(folder.resolve("any"), new byte[] {1});
        return new ReadingInAChild(deadline, command).read(file, Format.TEXT, "UTF-8");
    }

    private static String code(Result result) {
        return ((UnreadableFile) ((Result.Refused) result).why()).code();
    }
}
