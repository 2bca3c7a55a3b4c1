// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.files.ReadTableCommand;

/** How this very program is started a second time, small: from its jar, or from the class path it runs on. */
final class ChildCommand {

    private static final String MAIN = "jp.torokubo.Torokubo";

    private ChildCommand() {}

    static List<String> of(String memory) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // -XX:-UsePerfData: no file in /tmp that a kill would leave there; ErrorFile likewise
        command.addAll(List.of("-Xmx" + memory, "-Xms16m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=64m", "-XX:MaxDirectMemorySize=8m", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null", "-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash", "-Xshare:auto", "-Djava.awt.headless=true"));
        String classPath = System.getProperty("java.class.path");
        if (isPackedJar()) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.add(ReadTableCommand.NAME);
        return List.copyOf(command);
    }

    /** Inside the program's one jar, class files lie under {@code BOOT-INF}, where only its own launcher finds them. */
    private static boolean isPackedJar() {
        URL self = ChildCommand.class.getResource("ChildCommand.class");
        return self != null && self.toString().contains("BOOT-INF");
    }
}
