// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program run as a process of its own, and what it said. */
public final class RunningProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final BlockingQueue<String> saying = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();
    private final Thread listener;

    public RunningProgram(ProcessBuilder command) throws IOException {
        process = command.redirectErrorStream(true).start();
        listener = new Thread(() -> {
            try (var lines = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
                lines.lines().forEach(saying::add);
            } catch (IOException | java.io.UncheckedIOException ended) {
                // what it said so far is what counts
            }
        });
        listener.setDaemon(true);
        listener.start();
    }

    /** This Java, with the class path of the tests but without the tests themselves, unless they are asked for. */
    public static List<String> java(boolean withTests, Class<?> main, String... arguments) {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var parts = List.of(path.split(java.io.File.pathSeparator)).stream()
                .filter(part -> withTests || !part.endsWith("test-classes"))
                .toList();
        return javaOn(parts, main, arguments);
    }

    static List<String> javaOn(List<String> classPath, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                String.join(java.io.File.pathSeparator, classPath),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public Process process() {
        return process;
    }

    /** Waits for a line, and returns it. */
    public String await(Predicate<String> line) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var next = saying.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                said.add(next);
                if (line.test(next)) {
                    return next;
                }
            } else if (!process.isAlive() && saying.isEmpty()) {
                throw new AssertionError("the program ended:\n" + lastWords());
            }
        }
        throw new AssertionError("not said within " + PATIENCE + ":\n" + lastWords());
    }

    private String lastWords() {
        return String.join("\n", said.subList(Math.max(0, said.size() - 60), said.size()));
    }

    /** Waits for the end. @return the exit code */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("no end within " + PATIENCE);
        }
        return process.exitValue();
    }

    /** Everything said so far; after {@link #awaitEnd}, everything. */
    public List<String> said() throws InterruptedException {
        if (!process.isAlive()) {
            listener.join(PATIENCE.toMillis());
        }
        saying.drainTo(said);
        return said;
    }

    /** Ids of the live processes that work in a folder. */
    public static List<Long> in(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(folder);
                    } catch (IOException gone) {
                        return false;
                    }
                })
                .toList();
    }

    public static void awaitNoneIn(Path folder) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!in(folder).isEmpty()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still alive in " + folder + ": " + in(folder));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    public static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
