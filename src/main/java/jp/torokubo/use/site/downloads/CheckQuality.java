// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.Sourced.Provenance;
import jp.torokubo.use.site.census.TakeCensus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the facts of the register against rules, so that what is weak about them can be read. */
@Component
public class CheckQuality {

    /** The scheme began to operate in June 2020. */
    private static final LocalDate BEGINNING = LocalDate.of(2020, 6, 3);

    /** Somebody published it; the rest is our reading. */
    private static final Set<Provenance> PUBLISHED = Set.of(Provenance.OFFICIAL, Provenance.SECONDARY);

    /**
     * How one rule came out.
     *
     * @param rule of its words
     * @param checked how many facts were held against it
     * @param failing those that do not meet it
     * @param others what else does not meet it, in words of the log
     * @param day a day the explanation names, or null
     */
    public record Finding(
            String rule, long checked, List<ListedService> failing, List<String> others, @Nullable LocalDate day) {

        public long notMet() {
            return failing.size() + others.size();
        }
    }

    private final TakeCensus census;
    private final RegisterReading reading;
    private final Ledger ledger;

    CheckQuality(TakeCensus census, RegisterReading reading, Ledger ledger) {
        this.census = census;
        this.reading = reading;
        this.ledger = ledger;
    }

    public List<Finding> handle(LocalDate today) {
        var counted = census.handle(RegisterName.ISMAP, today);
        var listed = counted.listed();
        var findings = new ArrayList<Finding>();
        findings.add(of("number-published", listed, service -> service.number() != null && PUBLISHED.contains(service.number().provenance())));
        var times = listed.stream().filter(service -> service.number() != null)
                .collect(Collectors.groupingBy(service -> Objects.requireNonNull(service.number()).value(), Collectors.counting()));
        findings.add(of("number-unique", listed, service ->
                service.number() == null || times.getOrDefault(service.number().value(), 0L) == 1));
        findings.add(of("expiry-known", listed, service -> service.validUntil() != null));
        findings.add(of("expiry-agrees", listed, service -> view(service, today).map(CheckQuality::agrees).orElse(true)));
        findings.add(of("corporate-number", listed, service ->
                view(service, today).map(view -> view.facts().corporateNumber() != null).orElse(false)));
        findings.add(of("granted-after-start", listed, service -> !service.registeredOn().isBefore(BEGINNING)));
        findings.add(of("granted-not-future", listed, service -> !service.registeredOn().isAfter(today)));
        var horizon = counted.completeUntil();
        findings.add(new Finding("horizon", 1, List.of(),
                counted.beyondHorizon() ? List.of(horizon == null ? "-" : horizon.toString()) : List.of(), horizon));
        findings.add(new Finding("log", counted.registerIndex() + 1, List.of(), ledger.faults(RegisterName.ISMAP.log()), null));
        return findings;
    }

    private Optional<ServiceView> view(ListedService service, LocalDate today) {
        return reading.service(service.register(), service.id().value().toString(), today, null);
    }

    private static boolean agrees(ServiceView view) {
        var published = view.validity().published();
        var computed = view.validity().computed();
        return published == null || computed == null || published.equals(computed.lastValidDay());
    }

    private static Finding of(String rule, List<ListedService> listed, Predicate<ListedService> meets) {
        return new Finding(rule, listed.size(), listed.stream().filter(meets.negate()).toList(), List.of(), null);
    }
}
