// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.workbook.ColumnChoice;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes in every row of a workbook that can be taken, or none: as one deed, which can be undone within a day. What was shown is what is
 * taken in; where rows have changed meanwhile, nothing is.
 */
@Service
public class CommitWorkbook {

    /**
     * @param chosen what was said of columns for the preview
     * @param seen by which what was shown is known, see {@link #shown}
     * @param overriding conflicts that are to say what the workbook says
     * @param leaving whether columns that may hold answers are left out knowingly
     */
    public record Command(
            CommandId id, Actor actor, StatementId statement, String hash, List<ColumnChoice> chosen, String seen, Set<String> overriding,
            boolean leaving) {}

    public sealed interface Result {
        record Taken(@Nullable UUID batch, int changed) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final PreviewWorkbook previewWorkbook;
    private final ChangeAnswers changeAnswers;

    CommitWorkbook(PreviewWorkbook previewWorkbook, ChangeAnswers changeAnswers) {
        this.previewWorkbook = previewWorkbook;
        this.changeAnswers = changeAnswers;
    }

    /** The hash of what a preview would change, and of what it found there. */
    public static String shown(WorkbookPreview preview) {
        return Asked.hash(preview.rows().stream()
                .filter(row -> row.edit() != null)
                .map(row -> row.kind().code() + row.before().version() + row.edit())
                .toList());
    }

    public Result handle(Command command) {
        var result = previewWorkbook.of(command.actor(), command.statement(), command.hash(), command.chosen());
        if (result instanceof PreviewWorkbook.Result.Refused refused) {
            return new Result.Refused(refused.why());
        }
        var previewed = (PreviewWorkbook.Result.Previewed) result;
        var doubtful = previewed.reading().doubtful();
        if (!command.leaving() && !doubtful.isEmpty()) {
            return new Result.Refused(new WorkbookRefusal.ColumnsUnread(named(doubtful, "、"), named(doubtful, ", ")));
        }
        var preview = previewed.preview();
        var wanted = wanted(preview, command.overriding());
        if (wanted.isEmpty() && preview.of(WorkbookPreview.Kind.CONFLICT).isEmpty()) {
            return new Result.Refused(new WorkbookRefusal.NothingToChange());
        }
        if (!shown(preview).equals(command.seen())) {
            return new Result.Refused(new WorkbookRefusal.PreviewOutdated());
        }
        if (wanted.isEmpty()) {
            return new Result.Refused(new WorkbookRefusal.NothingToChange());
        }
        var changed = changeAnswers.handle(new ChangeAnswers.Command(
                command.id(), command.actor(), command.statement(), Deed.IMPORT, command.hash(), wanted));
        if (changed instanceof ChangeAnswers.Result.Changed done) {
            return new Result.Taken(done.batch(), done.changed());
        }
        return new Result.Refused(changed instanceof ChangeAnswers.Result.Refused refused
                ? refused.why() : new WorkbookRefusal.PreviewOutdated());
    }

    private static String named(List<ColumnUse> columns, String between) {
        return columns.stream().map(ColumnUse::called).distinct().collect(Collectors.joining(between));
    }

    private static List<ChangeAnswers.Wanted> wanted(WorkbookPreview preview, Set<String> overriding) {
        var versions = preview.rows().stream()
                .collect(Collectors.toMap(WorkbookPreview.Planned::control, row -> row.before().version(), (one, other) -> one));
        return preview.edits(overriding).stream()
                .map(edit -> new ChangeAnswers.Wanted(edit, versions.get(edit.control())))
                .toList();
    }
}
