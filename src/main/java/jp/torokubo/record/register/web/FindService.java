// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a service by whatever its address calls it: its number, a number it had, or its id. */
@Component
class FindService {

    private static final List<RegisterName> WITH_SERVICES = List.of(RegisterName.ISMAP, RegisterName.LIU);

    private final RegisterReading register;
    private final PageDays days;

    FindService(RegisterReading register, PageDays days) {
        this.register = register;
        this.days = days;
    }

    /** @throws Refused where the register does not hold it, or not on that day */
    ServiceView handle(String called, LocalDate asOf, @Nullable Instant knownAt) {
        return on(called, asOf, knownAt).orElseThrow(() -> new Refused(
                on(called, latest(asOf), null).isPresent()
                        ? new ServicesRefusal.NotOnThatDay(called, asOf)
                        : new ServicesRefusal.NoSuchService(called)));
    }

    Optional<ServiceView> on(String called, LocalDate asOf, @Nullable Instant knownAt) {
        return WITH_SERVICES.stream()
                .flatMap(name -> register.service(name, called, asOf, knownAt).stream())
                .findFirst();
    }

    private LocalDate latest(LocalDate asOf) {
        var today = days.today();
        return asOf.isAfter(today) ? asOf : today;
    }
}
