// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was said to be written is there after any kill -9, and the next start needs nobody's help. */
class KilledTest {

    enum Victim {
        PROGRAM,
        ENGINE,
        BOTH
    }

    private Path folder;
    private Path rows;

    /** Every number that was acknowledged in this test. */
    private final TreeSet<Long> acknowledged = new TreeSet<>();

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createTempDirectory("torokubo-killed-");
        rows = folder.resolve("postgres");
        // every test of this run shares the unpacked engine
        var engine = EngineBinaries.unpackedIn(Path.of("target/engine").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("engine"), engine.getParent());
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        RunningProgram.awaitNoneIn(rows);
        Folders.remove(folder);
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void nothingAcknowledgedIsLost(Victim victim) throws Exception {
        kills(victim, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    @Tag("crash")
    void nothingAcknowledgedIsLostOverAndOver(Victim victim) throws Exception {
        kills(victim, 12, 20261121);
    }

    @Test
    void aPidFileThatNamesAnotherLiveProcessIsNoObstacle() throws Exception {
        try (var program = writing()) {
            program.await(line -> line.equals("said 5"));
            rememberWhat(program, Victim.BOTH);
        }
        var pidFile = rows.resolve("postmaster.pid");
        var lines = Files.readAllLines(pidFile);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        thenEverythingIsThere();
    }

    private void kills(Victim victim, int times, long seed) throws Exception {
        var random = new Random(seed);
        for (var kill = 0; kill < times; kill++) {
            try (var program = writing()) {
                var until = "said " + (acknowledged.size() + 3 + random.nextInt(400));
                program.await(line -> line.startsWith("said ") && number(line) >= number(until));
                rememberWhat(program, victim);
            }
        }
        thenEverythingIsThere();
    }

    private RunningProgram writing() throws Exception {
        return new RunningProgram(
                new ProcessBuilder(RunningProgram.java(true, WritingProgram.class, folder.toString())));
    }

    /** Kills, and keeps in mind what the program had said until then. */
    private void rememberWhat(RunningProgram program, Victim victim) throws Exception {
        var engine = RunningProgram.in(rows);
        assertThat(engine).isNotEmpty();
        switch (victim) {
            case PROGRAM -> RunningProgram.kill(program.pid());
            case ENGINE -> {
                engine.forEach(RunningProgram::kill);
                var last = number(program.said().stream().filter(line -> line.startsWith("said ")).reduce((one, next) -> next).orElseThrow());
                // it is started again, and the program goes on by itself
                program.await(line -> line.startsWith("said ") && number(line) > last + 3);
                RunningProgram.kill(program.pid());
            }
            case BOTH -> {
                RunningProgram.kill(program.pid());
                engine.forEach(RunningProgram::kill);
            }
        }
        program.awaitEnd();
        program.said().stream().filter(line -> line.startsWith("said ")).map(KilledTest::number).forEach(acknowledged::add);
    }

    private void thenEverythingIsThere() throws Exception {
        try (var program = writing()) {
            program.await(line -> line.startsWith("ready"));
            var kept = program.said().stream().filter(line -> line.startsWith("kept ")).map(KilledTest::number).toList();
            assertThat(kept).containsAll(acknowledged);
            assertThat(kept).doesNotHaveDuplicates();
            // at most the last word of each life was not heard
            assertThat(List.copyOf(kept)).isSorted();
            program.process().destroy();
            program.awaitEnd();
        }
        assertThat(rows.resolve("postmaster.pid")).doesNotExist();
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
