// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import java.util.Arrays;
import java.util.Set;
import jp.torokubo.ground.database.backup.CommandLine;

/**
 * What the jar does besides serving, when its first argument says so:
 *
 * <pre>
 * java -jar torokubo.jar backup  --to=FOLDER     writes everything into a folder, also while the program serves
 * java -jar torokubo.jar restore --from=FOLDER   loads a backup into an empty data folder or an empty database
 * java -jar torokubo.jar check [--backup=FOLDER] proves that the log, the rows and the files are whole
 * </pre>
 *
 * <p>Where the data is, is said as for serving: {@code --torokubo.data-dir}, or {@code --spring.datasource.url} with username and
 * password of the owner.
 */
public final class MaintenanceCommands {

    private static final Set<String> NAMES = Set.of("backup", "restore", "check");

    private MaintenanceCommands() {}

    public static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * @param program the class the whole program starts from, for {@code check}, which asks every module
     * @return exit code: 0 done and all well, 1 not done or something found, 2 asked wrongly
     */
    public static int run(Class<?> program, String... arguments) {
        return new CommandLine(program).run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
