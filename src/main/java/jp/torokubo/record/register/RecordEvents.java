// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.ledger.Commitments;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.entry.EventCodec;
import jp.torokubo.record.register.entry.Recorder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters events in a register: all of them or none.
 *
 * <p>The log, the events and what they mean on every day become true in one transaction. Called inside the transaction of whatever
 * the events rest on (an import, a correction, a decision); who is entitled to that, and that a command sent twice takes effect once, is
 * settled there.
 */
@Service
@Writes
public class RecordEvents {

    /** One event and what it rests on. */
    public record Saying(RegisterEvent event, Basis basis) {}

    public record Command(Actor actor, RegisterName register, List<Saying> sayings) {
        public Command {
            sayings = List.copyOf(sayings);
        }
    }

    /** @param position of the event in the command, from 1 */
    public record Fault(int position, RegisterRefusal why) {}

    public sealed interface Result {

        /** @param indexes of the entries, in the order of the command */
        record Recorded(List<Long> indexes) implements Result {}

        /** Nothing was entered. */
        record Refused(List<Fault> why) implements Result {}
    }

    private final RegisterBook book;
    private final Ledger ledger;
    private final Commitments commitments;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    RecordEvents(RegisterBook book, Ledger ledger, Commitments commitments, Trail trail, ApplicationEventPublisher events) {
        this.book = book;
        this.ledger = ledger;
        this.commitments = commitments;
        this.trail = trail;
        this.events = events;
    }

    @Transactional
    public Result handle(Command command) {
        book.lock(command.register());
        var series = Series.of(book, command);
        if (!series.faults().isEmpty()) {
            return new Result.Refused(series.faults());
        }
        var indexes = enter(command, series);
        book.assignNumbers(command.register(), series.numbers());
        trail.write(
                command.actor(), "register.recorded", command.register().code(), Map.of(),
                Map.of("first", indexes.get(0), "last", indexes.get(indexes.size() - 1)));
        events.publishEvent(new RegisterChanged(command.register(), indexes.get(indexes.size() - 1)));
        return new Result.Recorded(indexes);
    }

    /** What {@link #handle} would refuse; writes nothing. */
    @Transactional(readOnly = true)
    public List<Fault> check(Command command) {
        return Series.of(book, command).faults();
    }

    private List<Long> enter(Command command, Series series) {
        var known = new HashMap<ServiceId, List<Recorded>>();
        series.beforehand().forEach((service, entries) -> known.put(service, new ArrayList<>(entries)));
        var indexes = new ArrayList<Long>();
        for (var position = 0; position < command.sayings().size(); position++) {
            var entry = enter(command, series.about().get(position), command.sayings().get(position));
            indexes.add(entry.recorded().index());
            if (entry.service() == null) {
                book.projectHorizon(
                        command.register(),
                        Fold.completeUntil(book.aboutPublications(command.register())).orElse(null),
                        entry.recorded().index());
            } else {
                var entries = known.get(entry.service());
                entries.add(entry.recorded());
                book.project(
                        command.register(), entry.service(), Fold.spans(entries, entry.service()), entry.recorded().index());
            }
        }
        return indexes;
    }

    private RegisterBook.Filed enter(Command command, Series.About about, Saying saying) {
        var recorder = Recorder.of(command.actor(), commitments);
        var body = EventCodec.body(new EventCodec.Saying(command.register(), saying.event(), saying.basis(), recorder));
        var inLog = ledger.append(command.register().log(), saying.event().type(), EventCodec.SCHEMA, body);
        var recorded = new Recorded(inLog.index(), inLog.recordedAt(), saying.event(), saying.basis());
        var filed = new RegisterBook.Filed(recorded, about.root() == null ? inLog.index() : about.root(), about.service());
        book.file(command.register(), filed, inLog, CanonicalJson.write(body), recorder.role());
        return filed;
    }
}
