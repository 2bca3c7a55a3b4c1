// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterEvent.PublicationLoaded;

/**
 * What entries say once their corrections have spoken.
 *
 * <p>Of the corrections that name an entry the latest decides. One that has itself been annulled is passed over; one that has
 * itself been replaced speaks as its replacement. Where none is left, the entry speaks for itself.
 */
final class Corrections {

    /**
     * What an entry says in the end.
     *
     * @param place index of the entry; its rank among the events of a day, whoever speaks for it
     * @param speaker index of the entry that has the word: itself or a correction
     */
    record Said<E extends RegisterEvent>(long place, long speaker, E event, Basis basis) {}

    private final List<Recorded> entries;
    private final Map<Long, List<Recorded>> latestFirstByEntry;

    private Corrections(List<Recorded> entries) {
        this.entries = entries;
        this.latestFirstByEntry = new HashMap<>(entries.stream()
                .filter(entry -> entry.event() instanceof Corrected)
                .sorted(comparing(Recorded::index).reversed())
                .collect(groupingBy(entry -> ((Corrected) entry.event()).entry())));
    }

    static Corrections among(List<Recorded> entries) {
        return new Corrections(entries);
    }

    /** What is said of services, in the order in which it takes effect: by day, and on one day by place. */
    List<Said<OfService>> ofServices() {
        var said = new ArrayList<Said<OfService>>();
        for (var entry : entries) {
            if (entry.event() instanceof OfService own) {
                saidBy(entry, own).ifPresent(said::add);
            }
        }
        said.sort(comparing((Said<OfService> one) -> one.event().effectiveOn()).thenComparing(Said::place));
        return said;
    }

    /** The publications that were loaded and still count. */
    List<PublicationLoaded> publications() {
        return entries.stream()
                .filter(entry -> entry.event() instanceof PublicationLoaded && deciding(entry.index()).isEmpty())
                .map(entry -> (PublicationLoaded) entry.event())
                .toList();
    }

    /** The correction that decides over an entry, if any does. */
    Optional<Recorded> deciding(long entry) {
        return latestFirstByEntry.getOrDefault(entry, List.of()).stream()
                .filter(correction -> !isAnnulled(correction))
                .findFirst();
    }

    private Optional<Said<OfService>> saidBy(Recorded entry, OfService own) {
        var deciding = deciding(entry.index());
        if (deciding.isEmpty()) {
            return Optional.of(new Said<>(entry.index(), entry.index(), own, entry.basis()));
        }
        return replacementBy(deciding.get())
                .map(said -> new Said<>(entry.index(), said.speaker(), said.event(), said.basis()));
    }

    /** What a correction puts in an entry's place; empty where it annuls. */
    private Optional<Said<OfService>> replacementBy(Recorded correction) {
        var deciding = deciding(correction.index());
        if (deciding.isPresent()) {
            return replacementBy(deciding.get());
        }
        return Optional.ofNullable(((Corrected) correction.event()).replacement())
                .map(event -> new Said<>(correction.index(), correction.index(), event, correction.basis()));
    }

    /** Whether a correction has been taken back: the one that decides over it replaces it by nothing. */
    private boolean isAnnulled(Recorded correction) {
        return deciding(correction.index()).map(over -> replacementBy(over).isEmpty()).orElse(false);
    }
}
