// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.procedure.statement.FrozenSections;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Sourced;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Invented services in the register of the demo, so that its public pages have something to show. They bear no number: whatever looks like
 * one could one day be somebody's.
 */
@Component
@Profile("demo")
class RegisteredOfTheDemo {

    private static final Actor DEMO = Actor.program("demo");

    private final RecordEvents recordEvents;
    private final ReadVersions versions;
    private final Ids ids;

    RegisteredOfTheDemo(RecordEvents recordEvents, ReadVersions versions, Ids ids) {
        this.recordEvents = recordEvents;
        this.versions = versions;
        this.ids = ids;
    }

    /** @param from first and @param until last day of the period it was audited for when it was registered */
    ServiceId granted(String name, String provider, String corporateNumber, LocalDate on, LocalDate from, LocalDate until) {
        var service = new ServiceId(ids.next());
        record(new RegisterEvent.Granted(service, on, new ServiceFacts(
                null, name, provider, new Sourced<>(corporateNumber, Sourced.Provenance.UNVERIFIED), from, until, null, List.of())));
        return service;
    }

    void renewed(ServiceId service, LocalDate appliedOn, LocalDate on, LocalDate from, LocalDate until) {
        record(new RegisterEvent.RenewalApplied(service, appliedOn), new RegisterEvent.Renewed(service, on, from, until, null));
    }

    /** The public part of a version of the provider's, from the day on which it was handed in. */
    void stated(ServiceId service, LocalDate on, Actor provider, String version) {
        var part = versions.find(provider, version).map(ReadVersions.Version::sections).map(FrozenSections::publicPart).orElseThrow();
        record(new RegisterEvent.StatementStated(service, on, part));
    }

    private void record(RegisterEvent.OfService... events) {
        var sayings = Arrays.stream(events)
                .map(event -> new RecordEvents.Saying(event, new Basis.ProviderAct("例：見本のために作った記録", event.effectiveOn()))).toList();
        StatementsOfTheDemo.expected(
                RecordEvents.Result.Recorded.class, recordEvents.handle(new RecordEvents.Command(DEMO, RegisterName.ISMAP, sayings)));
    }
}
