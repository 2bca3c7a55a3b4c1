// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives out ids (UUID version 7) by the program's own clock; of the same millisecond, one after the other. */
@Component
public class Ids {

    private final InstantSource clock;
    private final TimeBasedEpochGenerator generator = new TimeBasedEpochGenerator(new SecureRandom());

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    public UUID next() {
        return generator.construct(clock.millis());
    }
}
