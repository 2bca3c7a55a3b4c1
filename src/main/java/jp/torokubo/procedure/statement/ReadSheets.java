// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.procedure.statement.buyers.SheetRows;
import jp.torokubo.procedure.statement.store.Sheets;
import jp.torokubo.record.register.PublicStatement.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads buyer's sheets: whole for the provider's side, without what is restricted for those they are disclosed to. */
@Service
@Transactional(readOnly = true)
public class ReadSheets {

    private final Entrance entrance;
    private final DossierReading dossiers;
    private final Sheets sheets;

    ReadSheets(Entrance entrance, DossierReading dossiers, Sheets sheets) {
        this.entrance = entrance;
        this.dossiers = dossiers;
        this.sheets = sheets;
    }

    /** @param mayNotWrite why the reader may change nothing; null where he may */
    public record Desk(Sheet.Draft draft, List<Sheet.Edition> editions, @Nullable Refusal mayNotWrite) {}

    /** @param disclosures to whom it is disclosed; empty for whoever received it so */
    public record Read(Sheet.Edition edition, Sheet sheet, List<Disclosure> disclosures) {}

    /** Empty where the dossier is not there for him, or not of his side. */
    public Optional<Desk> desk(Actor actor, DossierId dossier) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return Optional.empty();
        }
        var reach = entrance.enter(actor);
        return dossiers.find(reach, dossier).map(found -> new Desk(
                sheets.draft(reach, dossier), sheets.of(reach, dossier), entrance.whyMayNotWrite(reach, dossier).orElse(null)));
    }

    public Optional<Read> find(Actor actor, DossierId dossier, String hash) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return Optional.empty();
        }
        var reach = entrance.enter(actor);
        return sheets.find(reach, hash).filter(edition -> edition.dossier().equals(dossier))
                .map(edition -> new Read(edition, sheet(edition, sheets.sections(reach, hash)), sheets.disclosures(reach, hash)));
    }

    /** What is disclosed to the organisation he acts for, newest first. */
    public List<Read> received(Actor actor) {
        entrance.enter(actor);
        return sheets.disclosed().stream().map(this::received).toList();
    }

    public Optional<Read> received(Actor actor, String hash) {
        entrance.enter(actor);
        return sheets.disclosed(hash).map(this::received);
    }

    private Read received(Sheet.Edition edition) {
        return new Read(edition, sheet(edition, sheets.disclosedSections(edition.hash())), List.of());
    }

    /** In the order of the questions. */
    static Sheet sheet(Sheet.Edition edition, Map<Visibility, List<Row>> sections) {
        var found = new HashMap<String, SheetAnswer>();
        sections.forEach((visibility, rows) -> found.putAll(SheetRows.answers(visibility, rows)));
        var answers = new LinkedHashMap<String, SheetAnswer>();
        BuyersQuestions.of(edition.questions()).orElseThrow().all().forEach(question -> {
            var answer = found.get(question.code());
            if (answer != null) {
                answers.put(question.code(), answer);
            }
        });
        return new Sheet(edition.service(), answers);
    }
}
