// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import jp.torokubo.ground.database.engine.EngineBinaries;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.engine.RunningProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program is killed in the middle of imports, alone or with its database, and loses nothing it has acknowledged. */
class KilledWhileImportingTest {

    private Path folder;
    private final TreeSet<Integer> acknowledged = new TreeSet<>();

    @BeforeEach
    void aFolder() throws Exception {
        folder = Files.createTempDirectory("torokubo-importing-");
        var engine = EngineBinaries.unpackedIn(Path.of("target/engine").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("engine"), engine.getParent());
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        RunningProgram.awaitNoneIn(folder.resolve("postgres"));
        Folders.remove(folder);
    }

    @Test
    void threeKillsLoseNothing() throws Exception {
        kills(3, 1);
    }

    @Test
    @Tag("crash")
    void fortyKillsLoseNothing() throws Exception {
        kills(40, 20261121);
    }

    private void kills(int times, long seed) throws Exception {
        var random = new Random(seed);
        for (int kill = 0; kill < times; kill++) {
            try (var program = importing()) {
                program.await(line -> line.startsWith("CONFIRMED "));
                // anywhere in the steps of an import, or in the child that reads
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
                killed(program, kill % 2 == 1);
                lookAt(program.said());
            }
        }
        try (var last = importing("only-look")) {
            assertThat(last.awaitEnd()).as(String.join("\n", last.said())).isZero();
            lookAt(last.said());
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(times);
    }

    private RunningProgram importing(String... more) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        return new RunningProgram(new ProcessBuilder(
                RunningProgram.java(true, ImportingProgram.class, arguments.toArray(String[]::new))));
    }

    private void killed(RunningProgram program, boolean withItsDatabase) throws Exception {
        var engine = RunningProgram.in(folder.resolve("postgres"));
        RunningProgram.kill(program.pid());
        if (withItsDatabase) {
            engine.forEach(RunningProgram::kill);
        }
        program.process().waitFor();
    }

    /** Held against what had been acknowledged before this start; then what this one acknowledged is added. */
    private void lookAt(List<String> said) {
        var there = said.stream().filter(line -> line.startsWith("THERE 一覧 ")).map(line -> Integer.valueOf(line.substring(9))).toList();
        var kept = said.stream().filter(line -> line.startsWith("KEPT 一覧 ")).map(line -> Integer.valueOf(line.substring(8))).toList();
        var everything = String.join("\n", said);
        assertThat(said).as(everything).contains("WHOLE").noneMatch(line -> line.startsWith("FAULT") || line.startsWith("REFUSED"));
        assertThat(there).as(everything).containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(kept).as(everything).containsExactlyInAnyOrderElementsOf(there);
        // each list after the first renews the one service exactly once
        assertThat(said).as(everything).contains("RENEWED " + Math.max(0, there.size() - 1));
        said.stream().filter(line -> line.startsWith("CONFIRMED ")).map(line -> Integer.valueOf(line.substring(10)))
                .forEach(acknowledged::add);
    }
}
