// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an earlier run left behind: a pid file, or an engine that is still ending.
 *
 * <p>The pid file alone proves nothing: its number may belong to any other process by now, and PostgreSQL would then refuse to start.
 * A live engine always works in its data folder, so the working folders of the live processes tell the truth. The pid file is
 * removed only when nobody works there, because it is what keeps two engines off the same rows.
 */
final class Strays {

    private Strays() {}

    static void end(Path rows) throws IOException {
        var pidFile = rows.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        for (var tenths = 0; tenths < 200 && !alive(rows).isEmpty(); tenths++) {
            if (tenths % 50 == 0) {
                // the oldest is the postmaster; its children end with it
                alive(rows).stream().mapToLong(ProcessHandle::pid).min().ifPresent(Strays::interrupt);
            }
            pause();
        }
        alive(rows).forEach(ProcessHandle::destroyForcibly);
        for (var tenths = 0; tenths < 50 && !alive(rows).isEmpty(); tenths++) {
            pause();
        }
        if (!alive(rows).isEmpty()) {
            throw new CannotStart(
                    "前回の PostgreSQL(プロセス %s)が終了しません。終了させてから、もう一度起動してください。".formatted(pids(rows)),
                    "The PostgreSQL of an earlier run (processes %s) does not end. End it, then start again.".formatted(pids(rows)));
        }
        Files.deleteIfExists(pidFile);
    }

    private static List<Long> pids(Path rows) throws IOException {
        return alive(rows).stream().map(ProcessHandle::pid).toList();
    }

    private static List<ProcessHandle> alive(Path rows) throws IOException {
        var real = rows.toRealPath();
        var found = new ArrayList<ProcessHandle>();
        for (var handle : ProcessHandle.allProcesses().toList()) {
            try {
                if (Files.readSymbolicLink(Path.of("/proc/" + handle.pid() + "/cwd")).equals(real)) {
                    found.add(handle);
                }
            } catch (IOException goneOrAnotherUsers) {
                // not ours to wait for
            }
        }
        return found;
    }

    /** SIGINT: PostgreSQL's word for "end now, in good order". Java itself can send only TERM, which waits for every client. */
    static void interrupt(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
