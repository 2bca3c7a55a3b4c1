// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody may have to wait for longer than for a page: he sees how far it is, and can call it off.
 *
 * <p>It runs in this instance of the program and nobody but its owner is told of it; what is stopped with the program has to be begun again.
 * What it writes it writes in one transaction of its own, so that calling it off leaves nothing half done.
 */
public interface LongWork {

    /**
     * @param before how many have to end before it begins
     * @param result null until it has ended by itself
     */
    record Piece<T>(UUID id, State state, int before, Instant askedAt, @Nullable T result) {}

    enum State {
        WAITING,
        RUNNING,
        /** It has a result. */
        DONE,
        CALLED_OFF,
        /** It ended by a fault of the program, which stands in its log. */
        FAILED
    }

    /**
     * Begins it, or has it wait its turn.
     *
     * @param owner whoever asks for it
     * @param afterwards done in every case, also where it was called off before it began
     * @return its id; empty where too many are waiting already, and nothing was done
     */
    <T> Optional<UUID> begin(UUID owner, Supplier<T> work, Runnable afterwards);

    /** As it stands once it has ended or so much time has passed; empty where this owner has none of that id, or it ended long ago. */
    <T> Optional<Piece<T>> find(UUID id, UUID owner, Class<T> result, Duration waitingFor);

    /** Interrupts it. What has ended stays as it is; what is not there is nothing to call off. */
    void callOff(UUID id, UUID owner);
}
