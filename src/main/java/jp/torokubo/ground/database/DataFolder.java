// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import java.nio.file.Path;

/**
 * The folder that holds everything a program on one machine must keep ({@code --torokubo.data-dir}, by default {@code ./data}).
 *
 * <p>The embedded engine, its rows and its passwords live here. Modules keep nothing in it but stored files, under {@link #files()}:
 * what lies there travels with every backup.
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Where stored files lie. The folder may not exist yet. */
    public Path files() {
        return root.resolve("files");
    }
}
