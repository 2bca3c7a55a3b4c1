// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced.Provenance;
import org.jspecify.annotations.Nullable;

/** Makes up what might be recorded next: back-dated, in the future, on one day, corrected, annulled; some of it is not allowed. */
final class RandomEvents {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 900;
    private static final List<String> LATER_TYPES = Events.TYPES.subList(1, Events.TYPES.size());

    private final Random random;
    private final RegisterName register;
    private final List<Recorded> series;
    private final int firstService;

    RandomEvents(Random random, RegisterName register, List<Recorded> series) {
        this.random = random;
        this.register = register;
        this.series = series;
        this.firstService = random.nextInt(1_000_000) * 4;
    }

    LocalDate day() {
        // few days, so that several things happen on one
        return FIRST.plusDays(random.nextInt(DAYS / 15) * 15L + random.nextInt(2));
    }

    RegisterEvent next() {
        var kind = random.nextInt(20);
        if (kind == 0) {
            return new RegisterEvent.PublicationLoaded("一覧", day(), 1);
        }
        if (kind <= 4 && !series.isEmpty()) {
            return correction();
        }
        var service = service();
        return kind <= 9 ? event("granted", service) : event(LATER_TYPES.get(random.nextInt(LATER_TYPES.size())), service);
    }

    private ServiceId service() {
        return Given.service(firstService + random.nextInt(4));
    }

    private OfService event(String type, ServiceId service) {
        return Events.of(type, service, day(), facts());
    }

    private Corrected correction() {
        var entry = series.get(series.size() - 1 - random.nextInt(Math.min(series.size(), 10)));
        var about = serviceOf(entry);
        if (about == null || random.nextInt(3) == 0) {
            return new Corrected(entry.index(), null, "誤り");
        }
        return new Corrected(entry.index(), event(Events.TYPES.get(random.nextInt(Events.TYPES.size())), about), "誤り");
    }

    private @Nullable ServiceId serviceOf(Recorded entry) {
        if (entry.event() instanceof OfService ofService) {
            return ofService.service();
        }
        return entry.event() instanceof Corrected corrected ? serviceOf(series.get((int) corrected.entry())) : null;
    }

    private ServiceFacts facts() {
        var number = random.nextInt(3) == 0 ? null : "%s-%04d".formatted(register.code(), random.nextInt(10_000));
        var audited = random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(DAYS) - 400L) : null;
        return new ServiceFacts(
                number == null ? null : new Sourced<>(number, Provenance.values()[random.nextInt(4)]),
                "サービス" + random.nextInt(30), "事業者" + random.nextInt(8), null,
                audited == null ? null : audited.minusYears(1).plusDays(1), audited,
                random.nextInt(3) == 0 ? day() : null,
                random.nextBoolean() ? List.of() : List.of(new OtherName("alias", "service", new Sourced<>("別名", Provenance.UNVERIFIED))));
    }
}
