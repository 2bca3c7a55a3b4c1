// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All editions of one subject, in the order in which they were recorded. */
public record Editions(Kind kind, String subject, List<Edition> list) {

    /**
     * The edition that stands on a day, as far as known: of those in force the one known from the latest day that is not after it;
     * of two known from the same day the one recorded later. Where no day is known at all, the latest undated one, unless it
     * was decided after that day. A draft (案) stands on no day.
     */
    public Optional<Edition> standingOn(LocalDate day) {
        var known = list.stream()
                .filter(edition -> edition.standing() == Standing.IN_FORCE && edition.knownFrom() != null)
                .filter(edition -> !edition.knownFrom().isAfter(day))
                .max(Comparator.comparing(Edition::knownFrom).thenComparing(Edition::number));
        return known.or(() -> list.stream()
                .filter(edition -> edition.standing() == Standing.IN_FORCE && edition.knownFrom() == null)
                .filter(edition -> edition.decidedOn() == null || !edition.decidedOn().isAfter(day))
                .max(Comparator.comparing(Edition::number)));
    }

    public Optional<Edition> number(int number) {
        return list.stream().filter(edition -> edition.number() == number).findFirst();
    }

    /** The one recorded last. */
    public Optional<Edition> newest() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }
}
