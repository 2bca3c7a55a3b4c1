// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.Fold;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.Recorded;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.ServiceState;
import jp.torokubo.record.register.importing.DryRun.Missing;
import jp.torokubo.record.register.importing.DryRun.Outcome;
import jp.torokubo.record.register.importing.DryRun.Row;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import jp.torokubo.record.register.importing.ReadingOfList.ListedRow;

/**
 * Compares a list with the register as it stood on the list's day. The dry run and the confirmation are this same comparison.
 *
 * <p>A row is about the service that has its number, present or former; where it has none, about the service of its name and its
 * provider's. Where that is not exactly one service, the row is refused: a person has to say.
 */
public final class Comparison {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final PublicationOfList publication;
    private final Map<ServiceId, Fold.OnDay> onDay;
    private final Map<ServiceId, Fold.OnDay> ever;
    private final Supplier<ServiceId> newId;
    private final Set<ServiceId> listed = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private Comparison(PublicationOfList publication, List<Recorded> known, Supplier<ServiceId> newId) {
        this.publication = publication;
        this.onDay = Fold.on(known, publication.completeUntil());
        this.ever = Fold.on(known, EVER);
        this.newId = newId;
    }

    /**
     * @param known every entry of the register
     * @param fileHash of the file the reading came from
     * @param newId gives ids to services that are new
     */
    public static DryRun of(
            PublicationOfList publication, List<Recorded> known, String fileHash, ReadingOfList reading, Supplier<ServiceId> newId) {
        var comparison = new Comparison(publication, known, newId);
        reading.lines().forEach(comparison::look);
        return comparison.dryRun(known.isEmpty() ? -1 : known.get(known.size() - 1).index(), fileHash, reading);
    }

    private DryRun dryRun(long index, String fileHash, ReadingOfList reading) {
        var missing = missing();
        missing.forEach(service -> say(new RegisterEvent.NoLongerListed(service.service(), publication.completeUntil()), "",
                service.service().value().toString()));
        say(new RegisterEvent.PublicationLoaded(publication.title(), publication.completeUntil(), reading.rows().size()), "", "");
        boolean refused = rows.stream().anyMatch(row -> row.outcome() == Outcome.REFUSED);
        var hash = Hashes.of("import-1", fileHash, publication.register().code(), publication.title(), publication.source(),
                publication.completeUntil().toString(), Long.toString(index), String.join("\n", told));
        return new DryRun(index, List.copyOf(rows), missing, List.of(), refused ? List.of() : List.copyOf(sayings), hash);
    }

    private void look(Line line) {
        ListedRow row = line.row();
        if (row == null) {
            rows.add(new Row(line, Outcome.REFUSED, null, List.of(), line.faults()));
        } else if (row.registeredOn().isAfter(publication.completeUntil())) {
            refuse(line, Column.REGISTERED_ON, row.registeredOn().toString(),
                    new ImportRefusal.AfterPublication(row.registeredOn(), publication.completeUntil()));
        } else {
            match(line, row);
        }
    }

    private void match(Line line, ListedRow row) {
        var byNumber = row.facts().number() == null ? List.<ServiceState>of() : withNumber(row.facts().number().value());
        var byName = withName(row.facts().name(), row.facts().provider());
        var found = byNumber.isEmpty() ? byName : byNumber;
        if (found.isEmpty()) {
            grant(line, row);
        } else if (found.size() > 1 || !byName.isEmpty() && !byName.get(0).id().equals(found.get(0).id())) {
            found.forEach(state -> listed.add(state.id()));
            refuse(line, Column.NAME, row.facts().name(), new ImportRefusal.Ambiguous(row.facts().name()));
        } else if (!listed.add(found.get(0).id())) {
            refuse(line, Column.NAME, row.facts().name(), new ImportRefusal.Ambiguous(row.facts().name()));
        } else {
            compare(line, row, found.get(0));
        }
    }

    private void grant(Line line, ListedRow row) {
        var service = newId.get();
        say(new RegisterEvent.Granted(service, row.registeredOn(), row.facts()), place(line), "new");
        rows.add(new Row(line, Outcome.NEW, null, List.of(), List.of()));
    }

    private void compare(Line line, ListedRow row, ServiceState latest) {
        var then = onDay.get(latest.id());
        var name = row.facts().name();
        if (then == null) {
            refuse(line, Column.REGISTERED_ON, row.registeredOn().toString(),
                    new ImportRefusal.OtherDay(name, latest.registeredOn(), row.registeredOn()));
            return;
        }
        var state = then.state();
        boolean ended = !then.lastKnownStatus().isListed();
        if (!row.registeredOn().equals(state.registeredOn())) {
            if (ended && row.registeredOn().isAfter(state.registeredOn())) {
                say(new RegisterEvent.Granted(state.id(), row.registeredOn(), new KnownFacts(state.facts(), row.facts()).after()),
                        place(line), state.id().value().toString());
                rows.add(new Row(line, Outcome.AGAIN, state.id(), List.of(), List.of()));
            } else {
                refuse(line, Column.REGISTERED_ON, row.registeredOn().toString(),
                        new ImportRefusal.OtherDay(name, state.registeredOn(), row.registeredOn()));
            }
            return;
        }
        var facts = new KnownFacts(state.facts(), row.facts());
        var events = facts.events(state.id(), publication.completeUntil());
        boolean endedByEvent = !state.statusByEvents().isListed();
        boolean renewed = events.stream().anyMatch(RegisterEvent.Renewed.class::isInstance);
        if (endedByEvent || ended && !renewed) {
            refuse(line, Column.NAME, name, new ImportRefusal.EndedBefore(name, endedOn(state)));
            return;
        }
        events.forEach(event -> say(event, place(line), state.id().value().toString()));
        rows.add(new Row(line, events.isEmpty() ? Outcome.SAME : Outcome.CHANGED, state.id(), facts.differences(), List.of()));
    }

    private static LocalDate endedOn(ServiceState state) {
        var until = state.endsAfter();
        return until == null ? state.lastEventOn() : until;
    }

    private void refuse(Line line, Column column, String value, Refusal why) {
        rows.add(new Row(line, Outcome.REFUSED, null, List.of(), List.of(Fault.of(column.heading(), value, why))));
    }

    /** Listed on that day as far as known, and not on the list. */
    private List<Missing> missing() {
        return onDay.values().stream()
                .filter(service -> service.lastKnownStatus().isListed() && !listed.contains(service.state().id()))
                .map(service -> {
                    var facts = service.state().facts();
                    return new Missing(service.state().id(), facts.number() == null ? "" : facts.number().value(), facts.name(),
                            facts.provider(), service.state().registeredOn(), service.lastKnownStatus());
                })
                .toList();
    }

    private List<ServiceState> withNumber(String number) {
        return ever.values().stream().map(Fold.OnDay::state).filter(state -> state.numbers().contains(number)).toList();
    }

    private List<ServiceState> withName(String name, String provider) {
        String key = PublishedListReader.key(name, provider);
        return ever.values().stream().map(Fold.OnDay::state)
                .filter(state -> PublishedListReader.key(state.facts().name(), state.facts().provider()).equals(key))
                .toList();
    }

    /** @param whom stands for the service in the hash: ids of new services are given anew each time */
    private void say(RegisterEvent event, String place, String whom) {
        sayings.add(new Saying(event, publication.basis(place)));
        String words = event instanceof RegisterEvent.Granted granted
                ? granted.effectiveOn() + " " + granted.facts() : event.toString();
        told.add(event.type() + " " + whom + " " + place + " " + words);
    }

    /** In Japanese: it stands in the register for ever, as the list was. */
    public static String place(Line line) {
        if (!line.position().isEmpty()) {
            return "No. " + line.position();
        }
        var sheet = line.place().sheet().isEmpty() ? "" : "シート「" + CleanText.clean(line.place().sheet()) + "」";
        return sheet + line.place().row() + "行";
    }
}
