// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.torokubo.SettableClock;
import jp.torokubo.TestClock;
import jp.torokubo.Torokubo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program on a data folder of its own, as `mvn spring-boot:run` starts it: embedded PostgreSQL, first load and all. Only
 * its clock is one that a test can move.
 */
final class RunningProgram implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final ConfigurableApplicationContext context;
    private final String said;

    private RunningProgram(Path folder, int port, ConfigurableApplicationContext context, String said) {
        this.folder = folder;
        this.port = port;
        this.context = context;
        this.said = said;
    }

    static RunningProgram start(String... more) throws IOException {
        var folder = Files.createTempDirectory("torokubo-browser");
        var port = freePort();
        var console = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var context = new SpringApplicationBuilder(Torokubo.class, TestClock.class)
                    .run(Stream.concat(Stream.of("--server.port=" + port, "--torokubo.data-dir=" + folder.resolve("data")), Stream.of(more))
                            .toArray(String[]::new));
            return new RunningProgram(folder, port, context, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
            console.print(said.toString(StandardCharsets.UTF_8));
        }
    }

    /** The path of the one-time link that the console shows at the first start. */
    String firstSetUpLink() {
        var link = Pattern.compile(Pattern.quote(address()) + "(/set-up/\\S+)").matcher(said);
        if (!link.find()) {
            throw new IllegalStateException("the console shows no link to set up the first operator:\n" + said);
        }
        return link.group(1);
    }

    /** Passkeys want a name, not a number: browsers grant them to localhost and refuse 127.0.0.1. */
    String address() {
        return "http://localhost:" + port;
    }

    SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
