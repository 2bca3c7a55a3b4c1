// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole folders at a time. */
public final class Folders {

    private Folders() {}

    /** Removes a folder and all that is in it; links are removed, not followed. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** Gives a folder and all that is in it to a user and group, unless it is theirs already. */
    static void give(Path folder, int user, int group) throws IOException {
        if (!Files.exists(folder) || Files.getAttribute(folder, "unix:uid").equals(user)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            // the top comes last, so that a walk cut short is done again
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setAttribute(path, "unix:uid", user);
                    Files.setAttribute(path, "unix:gid", group);
                }
            }
        }
    }
}
