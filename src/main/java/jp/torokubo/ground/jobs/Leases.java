// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Of all instances of the program, one does a piece of scheduled work at a time.
 *
 * <p>A lease runs out by itself, so that a killed instance holds up nobody for long. Whoever takes it over has a higher epoch; an
 * instance that slept meanwhile asks {@link #holds} in each transaction, and is told that the work is no longer its own.
 */
public interface Leases {

    /** @param epoch grows each time the work changes hands */
    record Lease(String work, long epoch, Instant until) {}

    /**
     * Takes the work for so long; empty while another holds it.
     *
     * @param work {@code module.what}, for example {@code desk.mail}
     */
    Optional<Lease> take(String work, Duration forHowLong);

    /** Keeps the work for so long from now; empty where another has taken it over. */
    Optional<Lease> keep(Lease lease, Duration forHowLong);

    /** Whether the work is still one's own; if so, nobody takes it over until the transaction that is open has ended. */
    boolean holds(Lease lease);

    /** Lets the next one begin at once. */
    void giveBack(Lease lease);
}
