// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.preparation.Engine;

/**
 * The smallest program on the embedded engine: it writes one number after the other and says each of them aloud once it is committed.
 * Tests run it as a process of its own, and end it in every way there is.
 */
public final class WritingProgram {

    private WritingProgram() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var engine = Engine.embeddedIn(new DataFolder(Path.of(arguments[0])));
            Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
            prepare(engine);
            System.out.println("ready " + ((Engine.Embedded) engine).postgres().pid());
            while (true) {
                write(engine);
            }
        } catch (CannotStart refused) {
            System.out.println(refused.english());
            System.exit(1);
        }
    }

    private static void prepare(Engine engine) throws SQLException {
        try (var connection = engine.place().connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists public.said (number bigint primary key)");
            try (var found = statement.executeQuery("select number from public.said order by number")) {
                while (found.next()) {
                    System.out.println("kept " + found.getLong(1));
                }
            }
        }
    }

    /** Until the engine is taken away; then from a new connection, if there will be one. */
    private static void write(Engine engine) {
        try (Connection connection = engine.place().connectAsOwner();
                var next = connection.prepareStatement(
                        "insert into public.said select coalesce(max(number), 0) + 1 from public.said returning number")) {
            while (true) {
                try (var found = next.executeQuery()) {
                    found.next();
                    System.out.println("said " + found.getLong(1));
                }
            }
        } catch (SQLException engineGone) {
            Thread.yield();
        }
    }
}
