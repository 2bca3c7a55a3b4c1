// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.DiscloseSheet;
import jp.torokubo.procedure.statement.PublishSheet;
import jp.torokubo.procedure.statement.SaveSheet;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import org.springframework.context.ApplicationContext;

/** Buyer's sheets that are there. */
public final class Sheets {

    private Sheets() {}

    public record Disclosed(String hash, UUID disclosure) {}

    /** One with an answer for agencies and one for nobody, disclosed; further on in the draft. */
    public static Disclosed disclosed(
            ApplicationContext program, Actor manager, DossierId dossier, String receiver, UnaryOperator<String> marked) {
        var save = program.getBean(SaveSheet.class);
        save.handle(new SaveSheet.Command(command(), manager, dossier, 0, "", Map.of(
                "sla", new SheetAnswer(Visibility.AGENCIES, Wording.of(marked.apply("シートの回答"))),
                "logs", new SheetAnswer(Visibility.RESTRICTED, Wording.of(marked.apply("シートの内輪の回答"))))));
        var hash = ((PublishSheet.Result.Published) program.getBean(PublishSheet.class).handle(
                        new PublishSheet.Command(command(), manager, dossier, 1)))
                .hash();
        var disclosure = ((DiscloseSheet.Result.Disclosed) program.getBean(DiscloseSheet.class).handle(new DiscloseSheet.Command(
                        command(), manager, dossier, hash, receiver, marked.apply("シートの受け手"))))
                .disclosure();
        return new Disclosed(hash, disclosure);
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }
}
