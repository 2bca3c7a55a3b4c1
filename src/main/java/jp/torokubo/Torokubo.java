// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.io.IOException;
import java.time.InstantSource;
import jp.torokubo.ground.database.DatabaseAhead;
import jp.torokubo.ground.database.MaintenanceCommands;
import jp.torokubo.ground.files.ReadTableCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The open register and workbench for ISMAP: one program, one jar. */
@SpringBootApplication
@Modulithic(systemName = "Torokubo")
public class Torokubo {

    public static void main(String[] arguments) throws IOException {
        if (MaintenanceCommands.areMeantBy(arguments)) {
            System.exit(MaintenanceCommands.run(Torokubo.class, arguments));
        }
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case ReadTableCommand.NAME -> ReadTableCommand.run(arguments);
            default -> serve(arguments);
        }
    }

    private static void serve(String... arguments) {
        var program = new SpringApplication(Torokubo.class);
        program.addInitializers(new DatabaseAhead());
        program.run(arguments);
    }

    /** The one clock. Nothing else in the program may ask the system for the time. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
