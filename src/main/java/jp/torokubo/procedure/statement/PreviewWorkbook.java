// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.procedure.statement.workbook.ColumnChoice;
import jp.torokubo.procedure.statement.workbook.EditionNumbers;
import jp.torokubo.procedure.statement.workbook.Owners;
import jp.torokubo.procedure.statement.workbook.ReadUploadedBook;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview;
import jp.torokubo.procedure.statement.workbook.WorkbookReader;
import jp.torokubo.procedure.statement.workbook.WorkbookReading;
import jp.torokubo.record.criteria.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What would become of a statement if a workbook that was kept were taken into it now. */
@Service
public class PreviewWorkbook {

    public sealed interface Result {

        /** @param sheets as the file has them, for the workbook to mend */
        record Previewed(
                WholeStatement whole, WorkbookReading reading, WorkbookPreview preview, List<Sheet> sheets, EditionNumbers numbers,
                Owners owners)
                implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private record Found(WholeStatement whole, byte[] content, Owners owners) {}

    private final Entrance entrance;
    private final Statements statements;
    private final Answers answers;
    private final EvidenceShelf evidence;
    private final Colleagues colleagues;
    private final DossierFiles files;
    private final ReadUploadedBook books;
    private final Criteria criteria;
    private final TransactionTemplate transaction;

    PreviewWorkbook(
            Entrance entrance, Statements statements, Answers answers, EvidenceShelf evidence, Colleagues colleagues, DossierFiles files,
            ReadUploadedBook books, Criteria criteria, TransactionTemplate transaction) {
        this.entrance = entrance;
        this.statements = statements;
        this.answers = answers;
        this.evidence = evidence;
        this.colleagues = colleagues;
        this.files = files;
        this.books = books;
        this.criteria = criteria;
        this.transaction = transaction;
    }

    /** @param chosen what somebody says of columns */
    public Result of(Actor actor, StatementId statement, String hash, List<ColumnChoice> chosen) {
        try {
            var found = transaction.execute(open -> found(actor, statement, hash));
            // outside the transaction: the child process may take seconds
            var book = books.read(found.content());
            if (book instanceof TableReading.Result.Refused refused) {
                return new Result.Refused(refused.why());
            }
            var sheets = ((TableReading.Result.Read) book).sheets();
            var numbers = numbers(found.whole().statement().edition());
            var reading = WorkbookReader.read(sheets, statement, numbers, chosen);
            var earlier = earlier(actor, found.whole(), reading);
            return new Result.Previewed(
                    found.whole(), reading, WorkbookPreview.of(reading, found.whole(), numbers, found.owners(),
                            (control, version) -> Optional.ofNullable(earlier.get(control + "@" + version))), sheets, numbers,
                    found.owners());
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Found found(Actor actor, StatementId id, String hash) {
        var place = entrance.toWrite(actor, id);
        var reach = place.reach();
        var content = files.content(reach, place.statement().dossier(), hash)
                .orElseThrow(() -> new Halt(new WorkbookRefusal.WorkbookUnknown()));
        return new Found(
                new WholeStatement(place.statement(), statements.content(reach, id), answers.all(reach, id), evidence.of(reach, id)),
                content, new Owners(colleagues.now(reach, place.statement().dossier())));
    }

    /** What the rows said that have changed since the workbook was written, by number and version. */
    private Map<String, Answer> earlier(Actor actor, WholeStatement whole, WorkbookReading reading) {
        var stale = reading.rows().stream()
                .filter(row -> row.version() != null && row.version() < whole.answer(row.control()).version())
                .map(WorkbookReading.Row::control).toList();
        return stale.isEmpty() ? Map.of() : transaction.execute(open -> answers
                .changes(entrance.toWrite(actor, whole.statement().id()).reach(), whole.statement().id(), stale).stream()
                .collect(Collectors.toMap(answer -> answer.control() + "@" + answer.version(), answer -> answer)));
    }

    private EditionNumbers numbers(String edition) {
        var fromOthers = criteria.editions().stream()
                .filter(other -> !other.id().equals(edition))
                .flatMap(other -> criteria.changes(other.id(), edition).stream())
                .toList();
        return new EditionNumbers(criteria.catalogue(edition).orElseThrow(), fromOthers);
    }
}
