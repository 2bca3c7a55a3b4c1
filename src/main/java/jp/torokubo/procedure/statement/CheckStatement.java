// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.inheritance.ReadInheritance;
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

        /** @param on the day for which the register and the lists were asked */
        record Checked(WholeStatement whole, Catalogue catalogue, Remarks remarks, LocalDate on) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final ReadStatement statements;
    private final Criteria criteria;
    private final Rulebook rulebook;
    private final RegisterReading register;
    private final ReadInheritance inheritance;
    private final InstantSource clock;

    CheckStatement(
            ReadStatement statements, Criteria criteria, Rulebook rulebook, RegisterReading register, ReadInheritance inheritance,
            InstantSource clock) {
        this.statements = statements;
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
        var whole = ((ReadStatement.Result.Read) result).whole();
        if (!whole.statement().dossier().equals(dossier)) {
            return new Result.Refused(new StatementRefusal.StatementUnknown());
        }
        var today = TokyoDay.today(clock);
        var catalogue = criteria.catalogue(whole.statement().edition()).orElseThrow();
        var remarks = new SelfCheck(catalogue, surroundings(actor, whole, today)).whole(whole);
        return new Result.Checked(whole, catalogue, remarks, today);
    }

    private Surroundings surroundings(Actor actor, WholeStatement whole, LocalDate today) {
        var known = new HashMap<UUID, Optional<BaseServiceStates.State>>();
        return new Surroundings(
                previous(actor, whole), rulebook.period("audited-period-longest", today).value(),
                rulebook.period("audited-period-shortest", today).value(),
                (service, on) -> known.computeIfAbsent(service, id -> state(id, on)), today, below(actor, whole));
    }

    private List<Surroundings.Below> below(Actor actor, WholeStatement whole) {
        return inheritance.bases(actor, whole).stream()
                .flatMap(base -> base.changes().stream().map(change -> new Surroundings.Below(
                        base.service().key(), change.rule(), change.since(), change.what())))
                .toList();
    }

    /** The period of the statement this one was carried over from, where that is of the same service. */
    private Content.@Nullable Period previous(Actor actor, WholeStatement whole) {
        var from = whole.statement().carriedFrom();
        if (from == null || !(statements.whole(actor, from) instanceof ReadStatement.Result.Read before)) {
            return null;
        }
        var theirs = before.whole().content().service().registered();
        var ours = whole.content().service().registered();
        var same = theirs != null && ours != null ? theirs.equals(ours)
                : Objects.equals(before.whole().statement().dossier(), whole.statement().dossier());
        return same ? before.whole().content().period() : null;
    }

    private Optional<BaseServiceStates.State> state(UUID service, LocalDate on) {
        return register.service(RegisterName.ISMAP, service.toString(), on, null)
                .or(() -> register.service(RegisterName.LIU, service.toString(), on, null))
                .map(view -> new BaseServiceStates.State(view.listed().status(), view.validity().lastValidDay()));
    }
}
