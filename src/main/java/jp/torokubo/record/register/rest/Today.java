// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The civil day in Tokyo. */
@Component
class Today {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final InstantSource clock;

    Today(InstantSource clock) {
        this.clock = clock;
    }

    LocalDate get() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }
}
