// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.register.RecordEvents.Command;
import jp.torokubo.record.register.RecordEvents.Fault;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterEvent.OfService;
import org.jspecify.annotations.Nullable;

/**
 * What a register would be with the events of a command, and what would be wrong with it.
 *
 * <p>The rule is one: with everything known then, the whole series of each service it touches must be a walk its standings allow. So an
 * event that is back-dated, a correction, an annulment are held to it as much as an event of today.
 */
final class Series {

    /**
     * What an event is about.
     *
     * @param root for a correction, the entry at the end of the chain
     * @param service null for a publication
     */
    record About(@Nullable Long root, @Nullable ServiceId service) {}

    private final RegisterBook book;
    private final Command command;
    private final List<About> about = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<ServiceId, List<Recorded>> beforehand = new LinkedHashMap<>();
    private final Map<ServiceId, List<String>> numbers = new LinkedHashMap<>();

    private Series(RegisterBook book, Command command) {
        this.book = book;
        this.command = command;
    }

    static Series of(RegisterBook book, Command command) {
        var series = new Series(book, command);
        series.lookAtEach();
        if (series.faults.isEmpty()) {
            series.lookAtTheWhole();
        }
        return series;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What each event of the command is about, in its order. */
    List<About> about() {
        return about;
    }

    /** The entries of every service the command touches, as they were before it. */
    Map<ServiceId, List<Recorded>> beforehand() {
        return beforehand;
    }

    /** The numbers, present and former, of every service the command touches, as they are after it. */
    Map<ServiceId, List<String>> numbers() {
        return numbers;
    }

    private void lookAtEach() {
        if (command.sayings().isEmpty()) {
            faults.add(new Fault(1, new RegisterRefusal.NothingToRecord()));
        }
        for (var position = 1; position <= command.sayings().size(); position++) {
            var saying = command.sayings().get(position - 1);
            for (var fault : EventShape.faults(saying.event(), saying.basis())) {
                faults.add(new Fault(position, fault));
            }
            about.add(aboutOf(position, saying.event()));
        }
    }

    private About aboutOf(int position, RegisterEvent event) {
        if (event instanceof OfService ofService) {
            return new About(null, ofService.service());
        }
        return event instanceof Corrected corrected ? aboutCorrected(position, corrected) : new About(null, null);
    }

    private About aboutCorrected(int position, Corrected corrected) {
        var named = book.entry(command.register(), corrected.entry());
        if (named.isEmpty()) {
            faults.add(new Fault(position, new RegisterRefusal.EntryUnknown(corrected.entry())));
            return new About(null, null);
        }
        var service = named.get().service();
        if (corrected.replacement() != null && service == null) {
            faults.add(new Fault(position, new RegisterRefusal.PublicationNotReplaceable(corrected.entry())));
        } else if (corrected.replacement() != null && !corrected.replacement().service().equals(service)) {
            faults.add(new Fault(position, new RegisterRefusal.ReplacementOfOtherService(corrected.entry())));
        }
        return new About(named.get().root(), service);
    }

    private void lookAtTheWhole() {
        var touched = new HashMap<ServiceId, Integer>();
        for (var position = 1; position <= about.size(); position++) {
            var service = about.get(position - 1).service();
            if (service != null) {
                touched.put(service, position);
            }
        }
        var entries = book.aboutServices(command.register(), touched.keySet());
        var next = book.lastIndex(command.register()) + 1;
        touched.forEach((service, lastPosition) -> {
            beforehand.put(service, entries.getOrDefault(service, List.of()));
            var whole = withCommand(service, next);
            Fold.firstNotAllowed(whole, service).ifPresent(refused -> refuse(refused, next, lastPosition));
            numbers.put(service, numbersOf(whole, service));
        });
        lookAtNumbers(touched);
    }

    private List<Recorded> withCommand(ServiceId service, long next) {
        var whole = new ArrayList<>(beforehand.get(service));
        for (var position = 0; position < about.size(); position++) {
            if (service.equals(about.get(position).service())) {
                var saying = command.sayings().get(position);
                whole.add(new Recorded(next + position, Instant.MAX, saying.event(), saying.basis()));
            }
        }
        return whole;
    }

    /** An event of the command is refused where it stands; an older one that no longer fits, at the event that unsettled it. */
    private void refuse(Fold.NotAllowed refused, long next, int lastPosition) {
        var position = refused.place() >= next ? Math.toIntExact(refused.place() - next) + 1 : lastPosition;
        var event = refused.event();
        var before = refused.before();
        faults.add(new Fault(position, before == null
                ? new RegisterRefusal.ServiceNotRegistered(event.service(), event.type(), event.effectiveOn())
                : new RegisterRefusal.EventNotAllowed(
                        event.service(), event.type(), event.effectiveOn(), before.standing().code())));
    }

    private static List<String> numbersOf(List<Recorded> whole, ServiceId service) {
        var spans = Fold.spans(whole, service);
        return spans.isEmpty() ? List.of() : spans.get(spans.size() - 1).state().numbers();
    }

    private void lookAtNumbers(Map<ServiceId, Integer> touched) {
        var all = new HashSet<String>();
        numbers.values().forEach(all::addAll);
        var holders = book.holders(command.register(), all);
        var given = new HashMap<String, ServiceId>();
        numbers.forEach((service, own) -> {
            for (var number : own) {
                var holder = holders.get(number);
                var other = given.putIfAbsent(number, service);
                if (other != null) {
                    faults.add(taken(touched.get(service), number, nameOf(other)));
                } else if (holder != null && !numbers.containsKey(holder.service())) {
                    faults.add(taken(touched.get(service), number, holder.name()));
                }
            }
        });
    }

    private static Fault taken(int position, String number, String holder) {
        return new Fault(position, new RegisterRefusal.NumberTaken(number, holder));
    }

    private String nameOf(ServiceId service) {
        var next = book.lastIndex(command.register()) + 1;
        var spans = Fold.spans(withCommand(service, next), service);
        return spans.get(spans.size() - 1).state().facts().name();
    }
}
