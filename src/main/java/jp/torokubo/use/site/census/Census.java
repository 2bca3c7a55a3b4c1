// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.census;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.Sourced.Provenance;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a register lists on a day, and how many of it.
 *
 * @param knownAt recorded instant of the last entry used; null where the register is empty
 * @param registerIndex index of that entry; -1 where the register is empty
 * @param completeUntil null where nothing has been published
 * @param listed everything listed on the day
 * @param batches days on which services were registered, up to the day
 */
public record Census(
        RegisterName register,
        LocalDate asOf,
        @Nullable Instant knownAt,
        long registerIndex,
        @Nullable LocalDate completeUntil,
        List<ListedService> listed,
        List<Batch> batches) {

    /** @param sum how many had been registered by the end of that day */
    public record Batch(LocalDate day, long added, long sum) {}

    public record ProviderCount(String provider, long services) {}

    /** @param provenance null: no number is known */
    public record NumberCount(@Nullable Provenance provenance, long services) {}

    public record MonthCount(YearMonth month, long services) {}

    /** Nothing has ever been loaded into this register. */
    public boolean isEmpty() {
        return registerIndex < 0;
    }

    /** Whether the day lies past what is known to be complete. */
    public boolean beyondHorizon() {
        return completeUntil == null || asOf.isAfter(completeUntil);
    }

    /** Providers with most services first, then by name. */
    public List<ProviderCount> providers() {
        var counts = listed.stream().collect(Collectors.groupingBy(ListedService::provider, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new ProviderCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ProviderCount::services).reversed())
                .toList();
    }

    /** How numbers came to be known, those best known first; only what occurs. */
    public List<NumberCount> numbers() {
        var counted = Stream.of(Provenance.values())
                .map(provenance -> new NumberCount(provenance, listed.stream()
                        .filter(service -> service.number() != null && service.number().provenance() == provenance).count()));
        var none = new NumberCount(null, listed.stream().filter(service -> service.number() == null).count());
        return Stream.concat(counted, Stream.of(none))
                .filter(count -> count.services() > 0)
                .toList();
    }

    public long withoutExpiry() {
        return listed.stream().filter(service -> service.validUntil() == null).count();
    }

    /** Services whose last valid day lies between the day and another, both included, soonest first. */
    public List<ListedService> expiringUntil(LocalDate last) {
        return listed.stream()
                .filter(service -> service.validUntil() != null
                        && !service.validUntil().isBefore(asOf) && !service.validUntil().isAfter(last))
                .sorted(Comparator.comparing(service -> Objects.requireNonNull(service.validUntil())))
                .toList();
    }

    /** Last valid days in each of the months from the day's own on. */
    public List<MonthCount> expiringByMonth(int months) {
        var first = YearMonth.from(asOf);
        var byMonth = expiringUntil(first.plusMonths(months - 1L).atEndOfMonth()).stream().collect(Collectors.groupingBy(
                service -> YearMonth.from(Objects.requireNonNull(service.validUntil())), Collectors.counting()));
        return IntStream.range(0, months)
                .mapToObj(first::plusMonths)
                .map(month -> new MonthCount(month, byMonth.getOrDefault(month, 0L)))
                .toList();
    }

    public long withLastKnown(Status status) {
        return listed.stream().filter(service -> service.lastKnownStatus() == status).count();
    }

    /** Services by the name of the status that was last known of them. */
    public Map<Status, Long> byLastKnownStatus() {
        return listed.stream()
                .collect(Collectors.groupingBy(ListedService::lastKnownStatus, TreeMap::new, Collectors.counting()));
    }
}
