// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that belongs to this program: started with it, ended with it, and reachable from this machine only.
 *
 * <p>What is acknowledged is on disk: fsync, synchronous commit and data checksums are on. In the folder:
 *
 * <pre>
 * postgres/         the rows
 * postgres.log      what the engine said since its last start
 * owner-password    of the owner's login; readable by the program's user only
 * port              where the engine listens while it runs
 * </pre>
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The login that owns every table; used for migrations, backup and restore, never for requests. */
    public static final String OWNER = "torokubo_owner";

    /** An engine that ends again and again, each time within minutes, has a reason that one more start does not cure. */
    private static final int MOST_STARTS = 10;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path folder;
    private final Path home;
    private final Path rows;
    private final String password;
    private final EngineUser user;
    private final int port;
    private volatile Process process;
    private volatile boolean ending;

    /**
     * Starts the engine and waits until it answers.
     *
     * @param folder the caller holds its {@link FolderLock}
     * @param home where {@code bin/postgres} is
     * @param settings more settings, {@code name=value}
     */
    public static EmbeddedPostgres start(Path folder, Path home, List<String> settings) {
        try {
            return new EmbeddedPostgres(folder, home, settings);
        } catch (IOException failed) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", failed);
        }
    }

    private EmbeddedPostgres(Path folder, Path home, List<String> settings) throws IOException {
        this.folder = folder;
        this.home = home;
        this.rows = folder.resolve("postgres");
        Files.createDirectories(folder);
        this.password = OwnerPassword.keptIn(folder);
        this.user = EngineUser.chosen();
        user.mustReach(folder);
        if (!Files.exists(rows)) {
            create();
        }
        mustBeOfThisVersion();
        user.give(rows);
        Strays.end(rows);
        this.port = freePort();
        this.process = launched(command(settings));
        awaitAnswer();
        OwnerPassword.write(folder.resolve("port"), Integer.toString(port));
        log.debug("PostgreSQL runs in {} on port {} ({})", rows, port, user.kind());
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public long pid() {
        return process.pid();
    }

    public String url(String database) {
        return url(port, database);
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Makes an empty cluster beside its place and moves it there whole, so that a killed first start leaves nothing behind. */
    private void create() throws IOException {
        var half = folder.resolve("postgres.new");
        Folders.remove(half);
        Files.createDirectories(half);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
        var words = folder.resolve("owner-password.new");
        OwnerPassword.write(words, password);
        user.give(half, words);
        try {
            var command = new ArrayList<>(user.command());
            command.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", half.toString(), "-U", OWNER));
            command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + words, "--data-checksums", "-E", "UTF8"));
            // with --locale=C the trigram index would silently hold nothing of Japanese
            command.add("--locale=C.UTF-8");
            if (hasBuiltinLocales()) {
                command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            }
            var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
            initdb.getOutputStream().close();
            var said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ended(initdb) != 0) {
                throw new IOException("initdb: " + said);
            }
        } finally {
            Files.deleteIfExists(words);
        }
        Files.move(half, rows, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean hasBuiltinLocales() throws IOException {
        return version() >= 17;
    }

    private int version() throws IOException {
        var asked = new ProcessBuilder(home.resolve("bin/postgres").toString(), "--version").start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Integer.parseInt(said.replaceFirst("(?s).*?(\\d+).*", "$1"));
    }

    private void mustBeOfThisVersion() throws IOException {
        var written = Files.readString(rows.resolve("PG_VERSION")).trim();
        var ours = Integer.toString(version());
        if (!written.equals(ours)) {
            throw new CannotStart(
                    "%s は PostgreSQL %s のデータです。このプログラムの PostgreSQL は %s です。前の版の backup で書き出し、新しいフォルダーへ restore してください。"
                            .formatted(rows, written, ours),
                    "%s holds data of PostgreSQL %s; this program brings %s. Write a backup with the earlier release and restore it into a new folder."
                            .formatted(rows, written, ours));
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private List<String> command(List<String> settings) {
        var command = new ArrayList<>(user.command());
        command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", rows.toString(), "-p", Integer.toString(port)));
        var all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                // a socket file would bring a second lock file with the weakness of postmaster.pid
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=100",
                "shared_buffers=128MB",
                "log_timezone=UTC",
                "timezone=UTC"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /**
     * The kernel's death signal follows the thread that forked, not the process, so this thread stays as long as the engine. It also
     * starts the engine again when it was killed: the pools find it at the same port.
     */
    private Process launched(List<String> command) throws IOException {
        var first = new CompletableFuture<Process>();
        var parent = new Thread(() -> lookAfter(command, first), "postgres-parent");
        parent.setDaemon(true);
        parent.start();
        try {
            return first.join();
        } catch (CompletionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private void lookAfter(List<String> command, CompletableFuture<Process> first) {
        try {
            for (var start = 0; start < MOST_STARTS && !ending; start++) {
                var engine = forked(command);
                process = engine;
                first.complete(engine);
                var since = System.nanoTime();
                engine.waitFor();
                if (System.nanoTime() - since > TimeUnit.MINUTES.toNanos(10)) {
                    start = 0;
                }
                if (!ending) {
                    log.warn("PostgreSQL ended by itself (exit code {}); see {}", engine.exitValue(), folder.resolve("postgres.log"));
                    Strays.end(rows);
                }
            }
        } catch (IOException failed) {
            if (!first.completeExceptionally(failed)) {
                log.error("PostgreSQL could not be started again", failed);
            }
        } catch (InterruptedException nobodyInterruptsThis) {
            Thread.currentThread().interrupt();
        }
    }

    private Process forked(List<String> command) throws IOException {
        var said = folder.resolve("postgres.log");
        if (Files.exists(said)) {
            Files.move(said, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile())
                .start();
    }

    private void awaitAnswer() throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        SQLException last = null;
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                ending = true;
                throw new IOException("PostgreSQL ended while starting: " + Files.readString(folder.resolve("postgres.log")));
            }
            try {
                DriverManager.getConnection(url("postgres") + "?connectTimeout=5", OWNER, password).close();
                return;
            } catch (SQLException notYet) {
                last = notYet;
                pause();
            }
        }
        close();
        throw new IOException("PostgreSQL did not answer within two minutes", last);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Ends the engine: whoever is connected is cut off, what is committed is kept. */
    @Override
    public void close() {
        ending = true;
        if (!process.isAlive()) {
            return;
        }
        Strays.interrupt(process.pid());
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(folder.resolve("port"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
