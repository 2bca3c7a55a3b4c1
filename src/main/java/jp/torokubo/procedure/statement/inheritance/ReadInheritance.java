// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a statement rests on, as far as its reader sees it. */
@Service
@Transactional(readOnly = true)
public class ReadInheritance {

    /**
     * A base service of the statement.
     *
     * @param version null where none is named, or none is there for the reader
     * @param changes what has happened below since
     * @param resting how many rows rest on its version
     */
    public record Base(BaseService service, @Nullable BaseVersion version, List<BaseChange> changes, long resting) {}

    /**
     * What a row rests on.
     *
     * @param base null where the statement names no base service with that version any more
     * @param seen whether the version is there for the reader
     * @param said what the version says of the control, as disclosed; null where it says nothing, or is not there
     * @param changes what has happened below since
     */
    public record RestingRow(
            RestsOn on, @Nullable BaseService base, boolean seen, @Nullable Choice said, List<BaseChange> changes) {

        public String shortHash() {
            return on.version().substring(0, Math.min(12, on.version().length()));
        }
    }

    private final ReadStatement statements;
    private final BaseVersions versions;

    ReadInheritance(ReadStatement statements, BaseVersions versions) {
        this.statements = statements;
        this.versions = versions;
    }

    /** In the order of the statement. @param whole as it was read for the actor */
    public List<Base> bases(Actor actor, WholeStatement whole) {
        return whole.content().baseServices().services().stream().map(service -> base(actor, whole, service)).toList();
    }

    /** Of one row as it was read for the actor; empty where it stands by itself. */
    public Optional<RestingRow> row(Actor actor, StatementId id, Answer answer) {
        var on = answer.restsOn();
        if (on == null || !(statements.whole(actor, id) instanceof ReadStatement.Result.Read read)) {
            return Optional.empty();
        }
        var whole = read.whole();
        var base = whole.content().baseServices().services().stream()
                .filter(service -> on.version().equals(service.version())).findFirst().orElse(null);
        var found = base == null ? versions.frozen(actor, on.version()) : versions.find(actor, base);
        var said = found.map(version -> version.rows().get(on.control())).map(Answer::choice).orElse(null);
        return Optional.of(new RestingRow(
                on, base, found.isPresent(), said, base == null ? List.of() : versions.changes(actor, base, found)));
    }

    private Base base(Actor actor, WholeStatement whole, BaseService service) {
        var version = versions.find(actor, service);
        var resting = whole.answers().values().stream()
                .filter(answer -> answer.restsOn() != null && answer.restsOn().version().equals(service.version())).count();
        return new Base(service, version.orElse(null), versions.changes(actor, service, version), resting);
    }
}
