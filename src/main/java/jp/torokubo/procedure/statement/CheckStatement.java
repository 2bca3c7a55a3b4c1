// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Names;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.inheritance.ReadInheritance;
import jp.torokubo.procedure.statement.store.WarningWords;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the self-check of a statement as it stands, for the provider's side. Nobody else learns what it still lacks. */
@Service
@Transactional(readOnly = true)
public class CheckStatement {

    public sealed interface Result {

        /**
         * @param on the day for which the register and the lists were asked
         * @param words what was said of its warnings
         * @param people names of whoever has said something
         * @param previous the statement that was taken as last year's; null where there was none
         * @param mayNotWrite why the reader may say nothing; null where he may
         */
        record Checked(
                WholeStatement whole, Catalogue catalogue, Remarks remarks, LocalDate on, WordsGiven words, Map<PersonId, String> people,
                ReadStatement.@Nullable Head previous, @Nullable Refusal mayNotWrite) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What stands between a statement and its submission. @param withoutWord warnings for which nobody has said why they may stay */
    public record Readiness(long errors, long warnings, long withoutWord) {

        public boolean isReady() {
            return errors == 0 && withoutWord == 0;
        }
    }

    private final ReadStatement statements;
    private final Predecessor predecessor;
    private final Entrance entrance;
    private final WarningWords words;
    private final Names names;
    private final Criteria criteria;
    private final Rulebook rulebook;
    private final RegisterReading register;
    private final ReadInheritance inheritance;
    private final InstantSource clock;

    CheckStatement(
            ReadStatement statements, Predecessor predecessor, Entrance entrance, WarningWords words, Names names, Criteria criteria, Rulebook rulebook,
            RegisterReading register, ReadInheritance inheritance, InstantSource clock) {
        this.statements = statements;
        this.predecessor = predecessor;
        this.entrance = entrance;
        this.words = words;
        this.names = names;
        this.criteria = criteria;
        this.rulebook = rulebook;
        this.register = register;
        this.inheritance = inheritance;
        this.clock = clock;
    }

    public Result whole(Actor actor, DossierId dossier, StatementId id) {
        if (!Entrance.isOfTheProvidersSide(actor)) {
            return new Result.Refused(new StatementRefusal.StatementUnknown());
        }
        var result = statements.whole(actor, id);
        if (result instanceof ReadStatement.Result.Refused refused) {
            return new Result.Refused(refused.why());
        }
        var read = (ReadStatement.Result.Read) result;
        var whole = read.whole();
        if (!whole.statement().dossier().equals(dossier)) {
            return new Result.Refused(new StatementRefusal.StatementUnknown());
        }
        var today = TokyoDay.today(clock);
        var catalogue = criteria.catalogue(whole.statement().edition()).orElseThrow();
        var remarks = new SelfCheck(catalogue, surroundings(actor, whole, today)).whole(whole);
        var said = words.of(entrance.enter(actor), id);
        var people = new HashMap<PersonId, String>();
        said.forEach(word -> people.computeIfAbsent(word.author(), one -> names.person(one).orElse("")));
        return new Result.Checked(whole, catalogue, remarks, today, new WordsGiven(whole, remarks, said), people,
                predecessor.of(actor, whole.statement(), whole.content()).orElse(null), read.mayNotWrite());
    }

    /**
     * What is to be said of one row, for whoever is writing it; nothing for whoever only reads along. What the row does not rest on is not
     * asked for: this runs at every cell that is left.
     *
     * @param one as it was read for the actor
     */
    public Remarks row(Actor actor, ReadRows.One one) {
        var around = one.around();
        var head = around.ofTheProvidersSide() ? statements.head(actor, around.statement().id()).orElse(null) : null;
        if (head == null) {
            return new Remarks(List.of());
        }
        var whole = new WholeStatement(head.statement(), head.content(), one.answers(), List.of());
        var today = TokyoDay.today(clock);
        var surroundings = one.answer().restsOn() == null
                ? new Surroundings(null, null, null, (service, on) -> Optional.empty(), today, List.of(), on -> Optional.empty())
                : surroundings(actor, whole, today);
        var catalogue = around.catalogue();
        return new SelfCheck(catalogue, surroundings).row(whole, catalogue.control(one.answer().control()).orElseThrow());
    }

    /** For whoever is to submit it; empty where it is not there for him. */
    public Optional<Readiness> standing(Actor actor, StatementId id) {
        return statements.find(actor, id)
                .map(statement -> whole(actor, statement.dossier(), id))
                .filter(Result.Checked.class::isInstance)
                .map(Result.Checked.class::cast)
                .map(checked -> new Readiness(
                        checked.remarks().count(Severity.ERROR), checked.remarks().count(Severity.WARNING), checked.words().missing()));
    }

    private Surroundings surroundings(Actor actor, WholeStatement whole, LocalDate today) {
        var known = new HashMap<UUID, Optional<BaseServiceStates.State>>();
        var bases = inheritance.bases(actor, whole);
        return new Surroundings(
                previous(actor, whole), rulebook.period("audited-period-longest", today).value(),
                rulebook.period("audited-period-shortest", today).value(),
                (service, on) -> known.computeIfAbsent(service, id -> state(id, on)), today, below(bases), on -> said(bases, on));
    }

    private static Optional<Choice> said(List<ReadInheritance.Base> bases, RestsOn on) {
        return bases.stream().map(ReadInheritance.Base::version).filter(version -> version != null && version.hash().equals(on.version()))
                .findFirst().flatMap(version -> version.said(on.control()));
    }

    private static List<Surroundings.Below> below(List<ReadInheritance.Base> bases) {
        return bases.stream()
                .flatMap(base -> base.changes().stream().map(change -> new Surroundings.Below(
                        base.service().key(), change.rule(), change.since(), change.what())))
                .toList();
    }

    private Content.@Nullable Period previous(Actor actor, WholeStatement whole) {
        return predecessor.of(actor, whole.statement(), whole.content()).map(before -> before.content().period()).orElse(null);
    }

    private Optional<BaseServiceStates.State> state(UUID service, LocalDate on) {
        return register.service(RegisterName.ISMAP, service.toString(), on, null)
                .or(() -> register.service(RegisterName.LIU, service.toString(), on, null))
                .map(view -> new BaseServiceStates.State(view.listed().status(), view.validity().lastValidDay()));
    }
}
