// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a test: it stands still until the test moves it. A fresh database sets it back to {@link #START}. */
public final class SettableClock implements InstantSource {

    /** Noon in Tokyo. */
    public static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
