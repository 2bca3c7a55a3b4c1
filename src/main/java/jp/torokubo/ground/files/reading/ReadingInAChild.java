// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.UnreadableFile;
import jp.torokubo.ground.files.UnreadableFile.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a file in a child process, which is killed when it passes its deadline and ends itself when it passes its memory. */
@Component
class ReadingInAChild implements TableReading {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingInAChild.class);
    /** Everything a reading may say: all characters it may hold, and the frames around them. */
    private static final long LONGEST_ANSWER = Limits.ALL_CHARACTERS * 4L + 32L * 1024 * 1024;

    private final Duration deadline;
    private final List<String> command;

    @Autowired
    ReadingInAChild(
            @Value("${torokubo.reading.deadline:30s}") Duration deadline,
            @Value("${torokubo.reading.memory:256m}") String memory) {
        this(deadline, ChildCommand.of(memory));
    }

    ReadingInAChild(Duration deadline, List<String> command) {
        this.deadline = deadline;
        this.command = command;
    }

    @Override
    public Result read(Path file, Format said, String encoding, Unseen unseen) {
        var line = new java.util.ArrayList<>(command);
        line.addAll(List.of(said.name(), encoding, unseen.name(), file.toAbsolutePath().toString()));
        Process child = start(line);
        try {
            var answer = CompletableFuture.supplyAsync(() -> answer(child), runnable -> daemon(runnable).start());
            if (!child.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return refused(Why.DEADLINE, Map.of("seconds", deadline.toSeconds()));
            }
            Result result = answer.get(5, TimeUnit.SECONDS);
            return child.exitValue() == ReadTable.OUT_OF_MEMORY ? refused(Why.MEMORY, Map.of()) : result;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return refused(Why.BROKE, Map.of());
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException broke) {
            LOG.warn("reading {} broke", file, broke);
            return refused(Why.BROKE, Map.of());
        } finally {
            end(child);
        }
    }

    private static Process start(List<String> line) {
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process child = builder.start();
            child.getOutputStream().close();
            return child;
        } catch (IOException cannotStart) {
            throw new java.io.UncheckedIOException("the reading process does not start: " + line.get(0), cannotStart);
        }
    }

    private static Result answer(Process child) {
        try (var in = new DataInputStream(new BufferedInputStream(new Bounded(child.getInputStream(), LONGEST_ANSWER)))) {
            return Frames.read(in);
        } catch (java.io.EOFException ended) {
            return refused(Why.BROKE, Map.of());
        } catch (IOException | NumberFormatException noAnswer) {
            LOG.warn("a reading process ended without an answer: {}", noAnswer.toString());
            child.destroyForcibly();
            return refused(Why.BROKE, Map.of());
        }
    }

    private static Thread daemon(Runnable runnable) {
        var thread = new Thread(runnable, "table-reading");
        thread.setDaemon(true);
        return thread;
    }

    private static void end(Process child) {
        child.destroyForcibly();
        try {
            child.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Result refused(Why why, Map<String, Object> facts) {
        return new Result.Refused(new UnreadableFile(why, facts));
    }

    /** Ends the stream as broken when it is longer than anything honest. */
    private static final class Bounded extends java.io.FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return count(1, super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read), read);
            return read;
        }

        private int count(int more, int read) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("the answer is too long");
            }
            return read;
        }
    }
}
