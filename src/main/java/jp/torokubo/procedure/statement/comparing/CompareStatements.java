// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.FrozenVersion;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.store.SaidClasses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what differs between two statements of one provider. */
@Service
@Transactional(readOnly = true)
public class CompareStatements {

    /** @param to with what: another statement as it stands, or a frozen version of this one or another */
    public record Asked(Actor actor, StatementId statement, Other to) {}

    public sealed interface Other {

        record AsItStands(StatementId statement) implements Other {}

        /** @param hash of the version */
        record Frozen(String hash) implements Other {}
    }

    /** @param version null: as it stands */
    public record Side(WholeStatement whole, @Nullable FrozenVersion version) {}

    public sealed interface Result {

        /**
         * @param before whichever of the two is the earlier: of two statements the one begun first, of one the version frozen first
         * @param people names of whoever has said which class a change is of
         * @param mayNotWrite why the reader may say nothing; null where he may
         */
        record Compared(
                Side before, Side after, PairedRows rows, StatementComparison comparison, Map<PersonId, String> people,
                @Nullable Refusal mayNotWrite) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** @param dossier as he knows it @param versions newest first */
    public record Beside(Statement statement, Dossier dossier, List<FrozenVersion> versions) {}

    /** Who sees who sees to a row. */
    private static final Set<Caller> OF_THE_PROVIDERS_SIDE =
            EnumSet.of(Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER);

    private final TwoStatements two;
    private final ReadStatement statements;
    private final Walls walls;
    private final SaidClasses said;
    private final Names names;

    CompareStatements(TwoStatements two, ReadStatement statements, Walls walls, SaidClasses said, Names names) {
        this.two = two;
        this.statements = statements;
        this.walls = walls;
        this.said = said;
        this.names = names;
    }

    public Result handle(Asked asked) {
        var frozen = asked.to() instanceof Other.Frozen version ? version.hash() : null;
        var found = frozen != null
                ? two.find(asked.actor(), asked.statement(), frozen)
                : two.find(asked.actor(), asked.statement(), ((Other.AsItStands) asked.to()).statement());
        if (found instanceof TwoStatements.Found.Refused refused) {
            return new Result.Refused(refused.why());
        }
        var both = (TwoStatements.Found.Both) found;
        boolean owners = frozen == null && OF_THE_PROVIDERS_SIDE.contains(asked.actor().role());
        var version = frozen == null ? null : two.versions(asked.actor(), both.other().statement()).stream()
                .filter(one -> one.hash().equals(frozen)).findFirst().orElse(null);
        var one = new Side(owners ? both.one() : withoutOwners(both.one()), null);
        var other = new Side(owners ? both.other() : withoutOwners(both.other()), version);
        boolean oneFirst = both.other().statement().openedAt().isAfter(both.one().statement().openedAt());
        var before = oneFirst ? one : other;
        var after = oneFirst ? other : one;
        var rows = two.rows(before.whole().statement().edition(), after.whole().statement().edition());
        // the same two differ in the same way from either side, so what was said on either counts
        var words = said.of(walls.enter(asked.actor()), List.of(both.one().statement().id(), both.other().statement().id()));
        var comparison = StatementComparison.between(
                before.whole(), after.whole(), rows, ChangeWords.shipped(), new ClassesSaid(words));
        return new Result.Compared(before, after, rows, comparison, people(comparison), both.mayNotWrite());
    }

    private Map<PersonId, String> people(StatementComparison comparison) {
        var people = new HashMap<PersonId, String>();
        comparison.rows().stream().map(RowDifference::said).filter(Objects::nonNull)
                .forEach(word -> people.computeIfAbsent(word.author(), one -> names.person(one).orElse("")));
        return people;
    }

    /** Every statement of the same provider that he sees, the one itself first and then the newest first; empty where it is not there for him. */
    public List<Beside> beside(Actor actor, StatementId id) {
        var statement = statements.find(actor, id).orElse(null);
        if (statement == null) {
            return List.of();
        }
        var all = Stream.concat(Stream.of(statement), two.beside(actor, statement).stream()).toList();
        var dossiers = two.dossiers(actor, all);
        return all.stream().map(one -> new Beside(one, dossiers.get(one.dossier()), two.versions(actor, one))).toList();
    }

    /** What is frozen holds no owners; and those who are not of the provider's side do not see them. */
    private static WholeStatement withoutOwners(WholeStatement whole) {
        var answers = new HashMap<String, Answer>();
        whole.answers().forEach((control, answer) -> answers.put(control, withoutOwner(answer)));
        return new WholeStatement(whole.statement(), whole.content(), answers, whole.evidence());
    }

    private static Answer withoutOwner(Answer answer) {
        return new Answer(
                answer.control(), answer.choice(), answer.realisations(), answer.reason(), "", answer.due(), answer.state(),
                answer.restsOn(), answer.version());
    }
}
