// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who runs the engine. PostgreSQL refuses to run as root, and containers are often root, so root steps into a user namespace of its
 * own, or, where the kernel forbids that, runs the engine as an unprivileged user.
 *
 * @param kind how it was done, for the log and the tests
 * @param command what stands before {@code postgres}; it ends in a program that makes the engine die with the thread that started it
 * @param user owner of the engine's files
 */
record EngineUser(Kind kind, List<String> command, int user, int group) {

    enum Kind {
        ORDINARY,
        NAMESPACE,
        UNPRIVILEGED
    }

    static EngineUser chosen() throws IOException {
        int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        int group = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
        // out of the terminal's reach: Ctrl-C is for the program, which then ends the engine in good order
        var own = new ArrayList<String>();
        if (works("setsid", "true")) {
            own.add("setsid");
        }
        if (self != 0) {
            own.addAll(dyingWithUs());
            return new EngineUser(Kind.ORDINARY, List.copyOf(own), self, group);
        }
        if (works("unshare", "-U", "true")) {
            own.addAll(List.of("unshare", "-U"));
            // after unshare, because a change of credentials clears the death signal
            own.addAll(dyingWithUs());
            return new EngineUser(Kind.NAMESPACE, List.copyOf(own), self, group);
        }
        return unprivileged(own);
    }

    private static EngineUser unprivileged(List<String> own) throws IOException {
        // a user of its own if the machine has one; initdb insists on a user that has a name
        for (var name : List.of("torokubo", "nobody")) {
            for (var line : Files.readAllLines(Path.of("/etc/passwd"))) {
                var field = line.split(":");
                if (field.length > 3 && field[0].equals(name)) {
                    own.addAll(List.of("setpriv", "--reuid", field[2], "--regid", field[3], "--clear-groups", "--no-new-privs"));
                    own.addAll(List.of("--pdeathsig", "INT"));
                    return new EngineUser(
                            Kind.UNPRIVILEGED, List.copyOf(own), Integer.parseInt(field[2]), Integer.parseInt(field[3]));
                }
            }
        }
        throw new CannotStart(
                "root では PostgreSQL を実行できません。一般の利用者で起動するか、利用者 torokubo を作成してください。",
                "PostgreSQL does not run as root. Start the program as an ordinary user, or create a user named torokubo.");
    }

    private static List<String> dyingWithUs() {
        return works("setpriv", "--pdeathsig", "INT", "true") ? List.of("setpriv", "--pdeathsig", "INT") : List.of();
    }

    /** Lets the engine reach its files: they become its user's, and the folders on the way can be passed. */
    void give(Path... folders) throws IOException {
        if (kind == Kind.ORDINARY) {
            return;
        }
        for (var folder : folders) {
            Folders.give(folder, user, group);
        }
    }

    /** @throws CannotStart when a folder above this one cannot be passed by the engine's user */
    void mustReach(Path folder) throws IOException {
        if (kind != Kind.UNPRIVILEGED) {
            return;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder, mode);
        }
        for (var above = folder.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new CannotStart(
                        "PostgreSQL を実行する利用者は、フォルダー %s を通れません。--torokubo.data-dir で /var/lib/torokubo などを指定してください。"
                                .formatted(above),
                        "The user who runs PostgreSQL cannot pass the folder %s. Name one like /var/lib/torokubo with --torokubo.data-dir."
                                .formatted(above));
            }
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
