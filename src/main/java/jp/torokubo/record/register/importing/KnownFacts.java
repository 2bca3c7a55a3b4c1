// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.importing.DryRun.Difference;
import org.jspecify.annotations.Nullable;

/** What a list adds to the facts known of a service. A cell that is empty says nothing, and takes nothing away. */
final class KnownFacts {

    private final ServiceFacts known;
    private final ServiceFacts after;

    KnownFacts(ServiceFacts known, ServiceFacts listed) {
        this.known = known;
        this.after = new ServiceFacts(
                better(known.number(), listed.number()), listed.name(), listed.provider(),
                better(known.corporateNumber(), listed.corporateNumber()),
                later(known.auditedFrom(), listed.auditedFrom()), later(known.auditedUntil(), listed.auditedUntil()),
                later(known.publishedValidUntil(), listed.publishedValidUntil()),
                with(known.alsoKnownAs(), listed.alsoKnownAs()));
    }

    ServiceFacts after() {
        return after;
    }

    List<Difference> differences() {
        var found = new ArrayList<Difference>();
        add(found, "registration_no", known.number(), after.number());
        add(found, "name", known.name(), after.name());
        add(found, "provider", known.provider(), after.provider());
        add(found, "corporate_number", known.corporateNumber(), after.corporateNumber());
        add(found, "audited_from", known.auditedFrom(), after.auditedFrom());
        add(found, "audited_until", known.auditedUntil(), after.auditedUntil());
        add(found, "valid_until", known.publishedValidUntil(), after.publishedValidUntil());
        after.alsoKnownAs().stream().filter(name -> !known.alsoKnownAs().contains(name))
                .forEach(name -> found.add(new Difference(name.kind(), "", name.name().value())));
        return found;
    }

    /**
     * The events that make the difference. Another name is a renaming only where it is another word, not another spacing of the same;
     * a period that moves on is a renewal, the day of whose decision the list does not tell.
     */
    List<RegisterEvent> events(ServiceId service, LocalDate day) {
        var events = new ArrayList<RegisterEvent>();
        var told = known;
        boolean renamed = !sameWord(known.name(), after.name()) || !sameWord(known.provider(), after.provider());
        if (renamed) {
            events.add(new RegisterEvent.Renamed(service, day, after.name(), after.provider()));
            told = new ServiceFacts(told.number(), after.name(), after.provider(), told.corporateNumber(), told.auditedFrom(),
                    told.auditedUntil(), told.publishedValidUntil(), told.alsoKnownAs());
        }
        if (movesOn(known.auditedUntil(), after.auditedUntil())
                || movesOn(known.publishedValidUntil(), after.publishedValidUntil())) {
            events.add(new RegisterEvent.Renewed(service, day, after.auditedFrom(), after.auditedUntil(),
                    after.publishedValidUntil()));
            told = new ServiceFacts(told.number(), told.name(), told.provider(), told.corporateNumber(), after.auditedFrom(),
                    after.auditedUntil(), after.publishedValidUntil(), told.alsoKnownAs());
        }
        if (!told.equals(after)) {
            events.add(new RegisterEvent.FactsStated(service, day, after));
        }
        return events;
    }

    private static boolean sameWord(String one, String other) {
        return SearchKey.of(one).equals(SearchKey.of(other));
    }

    private static boolean movesOn(@Nullable LocalDate before, @Nullable LocalDate now) {
        return before != null && now != null && now.isAfter(before);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate known, @Nullable LocalDate listed) {
        return listed == null ? known : listed;
    }

    /** The same value keeps the better of its two provenances; another value is another fact. */
    private static @Nullable Sourced<String> better(@Nullable Sourced<String> known, @Nullable Sourced<String> listed) {
        if (listed == null || known == null) {
            return listed == null ? known : listed;
        }
        boolean same = known.value().equals(listed.value());
        return same && known.provenance().compareTo(listed.provenance()) <= 0 ? known : listed;
    }

    private static List<OtherName> with(List<OtherName> known, List<OtherName> listed) {
        var names = new ArrayList<>(known);
        for (OtherName name : listed) {
            var same = names.stream().filter(other -> other.kind().equals(name.kind()) && other.of().equals(name.of())
                    && other.name().value().equals(name.name().value())).findFirst();
            if (same.isEmpty()) {
                names.add(name);
            } else if (same.get().name().provenance().compareTo(name.name().provenance()) > 0) {
                names.set(names.indexOf(same.get()), name);
            }
        }
        return names;
    }

    private static void add(List<Difference> found, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            found.add(new Difference(field, text(before), text(now)));
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Sourced<?> sourced) {
            return sourced.value() + " [" + sourced.provenance().code() + "]";
        }
        return value == null ? "" : value.toString();
    }
}
