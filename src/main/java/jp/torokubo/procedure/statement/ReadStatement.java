// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.procedure.statement.store.Workbooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads statements as they stand, for those who see their dossier. */
@Service
@Transactional(readOnly = true)
public class ReadStatement {

    public sealed interface Result {

        /** @param mayNotWrite why the reader may write nothing into it; null where he may */
        record Read(WholeStatement whole, Map<Part, PartVersion> parts, @Nullable Refusal mayNotWrite) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** A statement without its rows, for pages that show none. @param mayNotWrite as above */
    public record Head(Statement statement, Map<Part, PartVersion> parts, @Nullable Refusal mayNotWrite) {

        public StatementContent content() {
            return contentOf(parts);
        }
    }

    /**
     * A workbook that was taken in.
     *
     * @param file its name; empty where that is not known
     * @param person his name; empty where that is not known
     */
    public record TakenIn(Batch deed, String file, String person) {}

    public sealed interface Listed {

        /** @param mayNotWrite why the reader may begin none; null where he may */
        record All(List<Statement> statements, @Nullable Refusal mayNotWrite) implements Listed {}

        record Refused(Refusal why) implements Listed {}
    }

    private final Entrance entrance;
    private final Statements statements;
    private final Answers answers;
    private final EvidenceShelf evidence;
    private final Workbooks workbooks;
    private final Names names;

    ReadStatement(Entrance entrance, Statements statements, Answers answers, EvidenceShelf evidence, Workbooks workbooks, Names names) {
        this.entrance = entrance;
        this.statements = statements;
        this.answers = answers;
        this.evidence = evidence;
        this.workbooks = workbooks;
        this.names = names;
    }

    /** Everything it says. */
    public Result whole(Actor actor, StatementId id) {
        var reach = entrance.enter(actor);
        var statement = statements.find(reach, id).orElse(null);
        if (statement == null) {
            return new Result.Refused(new StatementRefusal.StatementUnknown());
        }
        var parts = statements.newest(reach, id);
        var whole = new WholeStatement(statement, contentOf(parts), answers.all(reach, id), evidence.of(reach, id));
        return new Result.Read(whole, parts, entrance.whyMayNotWrite(reach, statement.dossier()).orElse(null));
    }

    private static StatementContent contentOf(Map<Part, PartVersion> parts) {
        var content = new EnumMap<Part, Content>(Part.class);
        parts.forEach((part, version) -> content.put(part, version.content()));
        return new StatementContent(content);
    }

    /** Its parts only; empty where it is not there for him. */
    public Optional<Head> head(Actor actor, StatementId id) {
        var reach = entrance.enter(actor);
        return statements.find(reach, id).map(statement -> new Head(
                statement, statements.newest(reach, id), entrance.whyMayNotWrite(reach, statement.dossier()).orElse(null)));
    }

    /** What it says of its rows, by control; none where it is not there for him. */
    public Map<String, Answer> answers(Actor actor, StatementId id) {
        return answers.all(entrance.enter(actor), id);
    }

    /** Every version of a part, newest first; empty where it is not there for him. */
    public List<PartVersion> versions(Actor actor, StatementId id, Part part) {
        return statements.versions(entrance.enter(actor), id, part);
    }

    /** What those are called who wrote these versions; without those of whom that is not known. */
    public Map<PersonId, String> authors(List<PartVersion> versions) {
        var called = new HashMap<PersonId, String>();
        versions.stream().map(PartVersion::author).distinct()
                .forEach(author -> names.person(author).ifPresent(name -> called.put(author, name)));
        return called;
    }

    /** Of one dossier, newest first. */
    public Listed of(Actor actor, DossierId dossier) {
        var reach = entrance.enter(actor);
        if (!reach.opens(dossier)) {
            return new Listed.Refused(new IdentityRefusal.DossierUnknown());
        }
        return new Listed.All(statements.of(reach, dossier), entrance.whyMayNotWrite(reach, dossier).orElse(null));
    }

    /** Of every dossier he sees, newest first: what can be carried over from, and compared with. */
    public List<Statement> all(Actor actor) {
        return statements.all(entrance.enter(actor));
    }

    public Optional<Statement> find(Actor actor, StatementId id) {
        return statements.find(entrance.enter(actor), id);
    }

    /** What was done to its rows, newest first. */
    public List<Batch> deeds(Actor actor, StatementId id, int most) {
        return answers.batches(entrance.enter(actor), id, most);
    }

    /** Workbooks that were taken into it, newest first. */
    public List<TakenIn> imports(Actor actor, StatementId id, int mostDeeds) {
        var files = workbooks.names(entrance.enter(actor), id);
        return deeds(actor, id, mostDeeds).stream()
                .filter(deed -> deed.deed() == Deed.IMPORT)
                .map(deed -> new TakenIn(
                        deed, files.getOrDefault(String.valueOf(deed.subject()), ""), names.person(deed.author()).orElse("")))
                .toList();
    }
}
