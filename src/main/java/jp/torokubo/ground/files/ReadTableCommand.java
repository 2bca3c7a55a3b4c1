// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.io.IOException;
import jp.torokubo.ground.files.reading.ReadTable;

/** {@code read-table}: what the program runs as its own child to read a file nobody trusts. Not for people. */
public final class ReadTableCommand {

    public static final String NAME = "read-table";

    private ReadTableCommand() {}

    /** @param arguments the command's name, what the file is said to be, its encoding, what becomes of the unseen, its path */
    public static void run(String[] arguments) throws IOException {
        ReadTable.run(arguments);
    }
}
