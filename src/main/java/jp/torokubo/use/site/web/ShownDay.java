// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.time.InstantSource;
import java.time.LocalDate;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.use.site.SiteRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day a page is asked for. */
@Component
class ShownDay {

    /** The year of the decision that made the scheme; before it there is nothing to show. */
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final InstantSource clock;

    ShownDay(InstantSource clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return TokyoDay.today(clock);
    }

    /** @throws Refused where it is no day, or one before the scheme */
    LocalDate orToday(@Nullable String given) {
        var read = read(given);
        return read == null ? today() : read;
    }

    /** @return null where nothing was given */
    @Nullable LocalDate read(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var reading = CivilDay.read(given);
        if (reading instanceof CivilDay.Reading.Refused refused) {
            throw new Refused(refused.why());
        }
        var day = reading.found().orElseThrow();
        if (day.isBefore(FIRST)) {
            throw new Refused(new SiteRefusal.BeforeTheRegister(day, FIRST));
        }
        return day;
    }
}
