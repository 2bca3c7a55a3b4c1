// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.ledger.Envelope;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.RegisterReading.Validity;
import jp.torokubo.record.register.StatementReading.Stated;
import jp.torokubo.record.register.entry.BasisCodec;
import jp.torokubo.record.register.entry.EventCodec;
import org.jspecify.annotations.Nullable;

/** Puts what the register answers into the words of the API. */
final class AnswerWriter {

    private AnswerWriter() {}

    static Answers.ServiceList list(ServiceList list) {
        return new Answers.ServiceList(
                list.asOf().toString(), instant(list.knownAt()), list.registerIndex(), day(list.completeUntil()), list.total(),
                list.services().stream().map(AnswerWriter::listed).toList(), list.nextCursor());
    }

    static Answers.ListedService listed(ListedService service) {
        var number = service.number();
        return new Answers.ListedService(
                service.id().value().toString(), number == null ? null : number.value(),
                number == null ? null : number.provenance().code(), service.name(), service.provider(), service.register().code(),
                service.registeredOn().toString(), day(service.validUntil()), service.status().code(),
                service.lastKnownStatus().code());
    }

    static Answers.Service service(ServiceView view) {
        var facts = view.facts();
        var corporate = facts.corporateNumber();
        return new Answers.Service(
                view.asOf().toString(), instant(view.knownAt()), view.registerIndex(), day(view.completeUntil()), listed(view.listed()),
                corporate == null ? null : new Answers.Fact(corporate.value(), corporate.provenance().code()),
                day(facts.auditedFrom()), day(facts.auditedUntil()), validity(view.validity()),
                facts.alsoKnownAs().stream()
                        .map(other -> new Answers.OtherName(
                                other.kind(), other.of(), other.name().value(), other.name().provenance().code()))
                        .toList(),
                view.formerNumbers(), Map.copyOf(BasisCodec.object(view.basis())), view.grantedBy());
    }

    static Answers.Statement statement(ServiceView view, Stated stated) {
        var statement = stated.statement();
        return new Answers.Statement(
                view.asOf().toString(), instant(view.knownAt()), view.registerIndex(), view.listed().id().value().toString(),
                stated.on().toString(), new Answers.PublicStatement(
                        statement.version(), statement.edition(), statement.agencies(), statement.restricted(), PublicStatementFile.SCHEMA,
                        statement.rows().stream().map(row -> new Answers.Row(row.key(), row.salt(), row.value())).toList()));
    }

    private static Answers.Validity validity(Validity validity) {
        var computed = validity.computed();
        return new Answers.Validity(
                day(validity.published()), computed == null ? null : computed.lastValidDay().toString(),
                computed == null ? null : computed.article().document() + " " + computed.article().number(),
                computed == null ? null : computed.version(), computed != null && computed.inferred(), validity.undecided());
    }

    static Answers.Event event(EventView view) {
        return new Answers.Event(
                view.index(), Envelope.written(view.recordedAt()), view.event().type(), day(effectiveOn(view.event())),
                says(view.event()), Map.copyOf(BasisCodec.object(view.basis())), view.recorderRole(), view.correctedBy(), view.leafHash());
    }

    static List<Answers.Event> events(List<EventView> views) {
        return views.stream().map(AnswerWriter::event).toList();
    }

    static @Nullable LocalDate effectiveOn(RegisterEvent event) {
        if (event instanceof RegisterEvent.OfService ofService) {
            return ofService.effectiveOn();
        }
        return event instanceof RegisterEvent.Corrected corrected && corrected.replacement() != null
                ? corrected.replacement().effectiveOn()
                : null;
    }

    private static Map<String, Object> says(RegisterEvent event) {
        var says = new LinkedHashMap<String, Object>(EventCodec.members(event));
        says.remove("service");
        says.remove("effective_on");
        return says;
    }

    static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : Envelope.written(instant);
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
