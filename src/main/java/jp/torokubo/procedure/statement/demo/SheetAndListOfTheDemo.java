// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.procedure.statement.BringMapping;
import jp.torokubo.procedure.statement.PublishSheet;
import jp.torokubo.procedure.statement.SaveSheet;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.record.register.ServiceId;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What an invented provider answers to buyers, and a list of its own that its controls answer to. */
@Component
@Profile("demo")
class SheetAndListOfTheDemo {

    private final SaveSheet saveSheet;
    private final PublishSheet publishSheet;
    private final BringMapping bringMapping;
    private final Ids ids;

    SheetAndListOfTheDemo(SaveSheet saveSheet, PublishSheet publishSheet, BringMapping bringMapping, Ids ids) {
        this.saveSheet = saveSheet;
        this.publishSheet = publishSheet;
        this.bringMapping = bringMapping;
        this.ids = ids;
    }

    void sheet(Actor actor, DossierId dossier, ServiceId service) {
        var saved = StatementsOfTheDemo.expected(
                SaveSheet.Result.Saved.class, saveSheet.handle(new SaveSheet.Command(command(), actor, dossier, 0, service.value().toString(), answers())));
        StatementsOfTheDemo.expected(
                PublishSheet.Result.Published.class, publishSheet.handle(new PublishSheet.Command(command(), actor, dossier, saved.version())));
    }

    void list(Actor actor, StatementId statement) {
        try {
            var file = Files.createTempFile("torokubo-demo-", ".csv");
            try {
                Files.writeString(file, text("demo/own-list.csv"));
                StatementsOfTheDemo.expected(BringMapping.Result.Brought.class, bringMapping.handle(new BringMapping.Command(
                        command(), actor, statement, "例：社内管理策一覧", "例：2026年版", "own-list.csv", file, false)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Map<String, SheetAnswer> answers() {
        var answers = new LinkedHashMap<String, SheetAnswer>();
        text("demo/buyers-sheet.tsv").lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .forEach(cells -> answers.put(
                        cells[0], new SheetAnswer(Visibility.of(cells[1]).orElseThrow(), new Wording(cells[2], cells[3]))));
        return answers;
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CommandId command() {
        return new CommandId(ids.next());
    }
}
