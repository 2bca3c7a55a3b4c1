// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.inheritance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.FrozenVersion;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.StatementReading.Stated;
import org.springframework.stereotype.Component;

/** Finds the versions that base services are pinned to, as far as the reader sees them, and what has happened to the services since. */
@Component
class BaseVersions {

    private static final List<RegisterName> REGISTERS = List.of(RegisterName.ISMAP, RegisterName.LIU);

    private final ReadVersions versions;
    private final RegisterReading register;
    private final StatementReading stated;
    private final InstantSource clock;

    BaseVersions(ReadVersions versions, RegisterReading register, StatementReading stated, InstantSource clock) {
        this.versions = versions;
        this.register = register;
        this.stated = stated;
        this.clock = clock;
    }

    /** By its hash: disclosed, or of a dossier of the reader's; else its public part, where it stands for the base service. */
    Optional<BaseVersion> find(Actor actor, BaseService base) {
        var hash = base.version();
        if (hash == null) {
            return Optional.empty();
        }
        return frozen(actor, hash).or(() -> publicly(base).filter(one -> one.hash().equals(hash)));
    }

    Optional<BaseVersion> frozen(Actor actor, String hash) {
        var received = versions.received(actor, hash)
                .map(one -> version(BaseVersion.Seen.DISCLOSED, one.sections().version(), one.whole()));
        return received.or(() -> versions.find(actor, hash).map(one -> version(BaseVersion.Seen.OWN, one.sections().version(), one.whole())));
    }

    private static BaseVersion version(BaseVersion.Seen seen, FrozenVersion version, WholeStatement whole) {
        return new BaseVersion(
                version.hash(), seen, TokyoDay.of(version.at()), version.dossier(), whole.content().service().registered(), whole.answers());
    }

    /** The public part that stands today. */
    Optional<BaseVersion> publicly(BaseService base) {
        return stated(base).map(one -> {
            var rows = new HashMap<String, Answer>();
            one.content().objectives().forEach(objective -> rows.put(objective.control(), new Answer(
                    objective.control(), Choice.of(objective.choice()).orElseThrow(), List.of(), Wording.NONE, "", null, RowState.SETTLED,
                    null, 1)));
            return new BaseVersion(one.statement().version(), BaseVersion.Seen.PUBLIC, one.on(), null, base.registered(), rows);
        });
    }

    /** What is to be seen above: of the version, then of the registration. */
    List<BaseChange> changes(Actor actor, BaseService base, Optional<BaseVersion> version) {
        var changes = new ArrayList<BaseChange>();
        if (base.version() != null && version.isEmpty()) {
            changes.add(new BaseChange(BaseChange.Kind.NOT_DISCLOSED, null, base.version().substring(0, Math.min(12, base.version().length()))));
        }
        version.flatMap(one -> newer(actor, base, one))
                .ifPresent(one -> changes.add(new BaseChange(BaseChange.Kind.NEWER_VERSION, one.on(), one.shortHash())));
        var today = TokyoDay.today(clock);
        if (base.registered() != null) {
            for (var name : REGISTERS) {
                var view = register.service(name, base.registered().toString(), today, null).orElse(null);
                if (view != null) {
                    changes.addAll(BaseChange.told(
                            view.listed().status(), view.validity().lastValidDay(), events(name, view.listed().id(), today),
                            version.map(BaseVersion::on).orElse(null)));
                    break;
                }
            }
        }
        return List.copyOf(changes);
    }

    private List<RegisterEvent> events(RegisterName name, ServiceId service, LocalDate today) {
        return register.events(name, service, null).stream()
                .filter(view -> view.correctedBy() == null)
                .map(RegisterReading.EventView::event)
                .filter(event -> event instanceof RegisterEvent.OfService one && !one.effectiveOn().isAfter(today))
                .toList();
    }

    /** The newest that was frozen later, of the same statement, dossier or registered service, and is disclosed or public. */
    private Optional<BaseVersion> newer(Actor actor, BaseService base, BaseVersion version) {
        var all = versions.received(actor);
        var pinned = all.stream().filter(one -> one.sections().version().hash().equals(version.hash())).findFirst().orElse(null);
        if (pinned != null) {
            var service = pinned.whole().content().service().registered();
            return all.stream()
                    .filter(one -> one.sections().version().at().isAfter(pinned.sections().version().at()))
                    .filter(one -> one.sections().version().dossier().equals(pinned.sections().version().dossier())
                            || service != null && Objects.equals(service, one.whole().content().service().registered()))
                    .max(java.util.Comparator.comparing(one -> one.sections().version().at()))
                    .map(one -> version(BaseVersion.Seen.DISCLOSED, one.sections().version(), one.whole()));
        }
        return publicly(base).filter(one -> !one.hash().equals(version.hash()) && one.on().isAfter(version.on()));
    }

    private Optional<Stated> stated(BaseService base) {
        if (base.registered() == null) {
            return Optional.empty();
        }
        var service = new ServiceId(base.registered());
        var today = TokyoDay.today(clock);
        return stated.of(RegisterName.ISMAP, service, today, null).or(() -> stated.of(RegisterName.LIU, service, today, null));
    }
}
