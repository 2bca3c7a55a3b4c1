// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.database.Checkable;
import jp.torokubo.ground.database.CannotStart;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Carries out {@code backup}, {@code restore} and {@code check}, and says in both languages what came of it. */
public final class CommandLine {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int ASKED_WRONGLY = 2;

    // whatever the terminal's locale says, the words are Japanese too
    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private final Class<?> program;

    public CommandLine(Class<?> program) {
        this.program = program;
    }

    public int run(String command, String... arguments) {
        try {
            return switch (command) {
                case "backup" -> backup(arguments);
                case "restore" -> restore(arguments);
                default -> check(arguments);
            };
        } catch (CannotStart refused) {
            err.println(refused.japanese());
            err.println(refused.english());
        } catch (IOException | SQLException failed) {
            err.println("中断しました:" + failed.getMessage());
            err.println("Stopped: " + failed.getMessage());
        }
        return NOT_DONE;
    }

    private int backup(String... arguments) throws IOException, SQLException {
        var settings = settings(arguments);
        var to = settings.getProperty("to");
        if (to == null) {
            return askedWrongly("backup --to=");
        }
        try (var source = Whereabouts.ofExisting(settings)) {
            var hash = new Backup(source.place(), source.folder()).writeTo(Path.of(to).toAbsolutePath());
            out.println("バックアップを %s に書き出しました。manifest.json の SHA-256:%s".formatted(to, hash));
            out.println("Backup written to %s. SHA-256 of manifest.json: %s".formatted(to, hash));
        }
        return DONE;
    }

    private int restore(String... arguments) throws IOException, SQLException {
        var settings = settings(arguments);
        var from = settings.getProperty("from");
        if (from == null) {
            return askedWrongly("restore --from=");
        }
        Restore.mustBeWhole(Path.of(from));
        try (var target = Whereabouts.ofEmpty(settings)) {
            target.ensureLogins(settings);
            new Restore(target.place(), target.folder()).readFrom(Path.of(from));
            target.keep();
        }
        out.println("%s から復元し、すべての表とファイルがバックアップ時と同じであることを確かめました。".formatted(from));
        out.println("Restored from %s; every table and file was compared and is the same.".formatted(from));
        return DONE;
    }

    private int check(String... arguments) {
        var settings = settings(arguments);
        var backup = settings.getProperty("backup");
        if (backup != null) {
            return report("バックアップ / backup " + backup, BackupCheck.faults(Path.of(backup))) ? DONE : NOT_DONE;
        }
        try (var source = Whereabouts.ofExisting(settings)) {
            var all = new ArrayList<>(List.of(arguments));
            all.addAll(source.asArguments());
            return new Checking().found(all) ? NOT_DONE : DONE;
        }
    }

    private boolean report(String name, List<String> faults) {
        out.println("%s:%s".formatted(name, faults.isEmpty() ? "異常なし / whole" : "異常あり / faulty"));
        faults.forEach(fault -> out.println("  " + fault));
        return faults.isEmpty();
    }

    private int askedWrongly(String usage) {
        err.println("使い方:java -jar torokubo.jar %sフォルダー [--torokubo.data-dir=フォルダー]".formatted(usage));
        err.println("Usage: java -jar torokubo.jar %sFOLDER [--torokubo.data-dir=FOLDER]".formatted(usage));
        return ASKED_WRONGLY;
    }

    private static Environment settings(String... arguments) {
        try (var context = new SpringApplicationBuilder(NothingButSettings.class).web(WebApplicationType.NONE).run(arguments)) {
            return context.getEnvironment();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NothingButSettings {}

    /**
     * Builds the whole program, so that every module's {@link Checkable} is there, but lets nothing of it begin: no port is opened and
     * nothing is run at the start.
     */
    private final class Checking {

        private boolean found;

        boolean found(List<String> arguments) {
            var application = new SpringApplication(program) {
                @Override
                protected void afterRefresh(ConfigurableApplicationContext context, ApplicationArguments given) {
                    context.getBeansOfType(Checkable.class).values().forEach(this::ask);
                    context.close();
                    throw new AbandonedRunException();
                }

                private void ask(Checkable checkable) {
                    found |= !report(checkable.name(), checkable.faults());
                }
            };
            var all = new ArrayList<>(arguments);
            all.addAll(List.of("--server.port=-1", "--spring.main.lazy-initialization=true", "--torokubo.first-load=false", "--torokubo.scheduled-work=false"));
            try {
                application.run(all.toArray(String[]::new));
            } catch (SpringApplication.AbandonedRunException asIntended) {
                return found;
            }
            throw new IllegalStateException("the program was not stopped before it began");
        }
    }
}
