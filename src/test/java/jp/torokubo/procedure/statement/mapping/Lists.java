// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.procedure.statement.BringMapping;
import jp.torokubo.procedure.statement.StatementId;

/** Lists to be brought to statements. */
public final class Lists {

    private Lists() {}

    public static BringMapping.Result brought(BringMapping bring, Actor actor, StatementId statement, String name, String csv) {
        return brought(bring, new CommandId(UUID.randomUUID()), actor, statement, name, csv, false);
    }

    static BringMapping.Result brought(
            BringMapping bring, CommandId command, Actor actor, StatementId statement, String name, String csv, boolean leaveOut) {
        try {
            var file = Files.writeString(Files.createTempFile("torokubo-list-", ".csv"), csv);
            try {
                return bring.handle(new BringMapping.Command(command, actor, statement, name, "2022", "対応表.csv", file, leaveOut));
            } finally {
                Files.delete(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    public static UUID id(BringMapping.Result result) {
        return ((BringMapping.Result.Brought) result).mapping();
    }
}
