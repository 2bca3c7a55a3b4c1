// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs.running;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.torokubo.ground.jobs.LongWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Two pieces of work at a time, the others in the order in which they were asked for. */
@Component
class WorkOfThisInstance implements LongWork, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOfThisInstance.class);
    private static final int AT_A_TIME = 2;
    private static final int MOST_OPEN = 20;
    /** How long somebody finds what has become of his work. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        var thread = new Thread(work, "long-work");
        thread.setDaemon(true);
        return thread;
    });
    /** In the order in which they were asked for. */
    private final Map<UUID, Asked> all = new LinkedHashMap<>();

    WorkOfThisInstance(InstantSource clock) {
        this.clock = clock;
    }

    /** A piece of work and whether a thread has taken it up. */
    private static final class Asked extends FutureTask<Object> {

        private final UUID owner;
        private final Instant at;
        private final Runnable afterwards;
        private volatile boolean begun;

        Asked(UUID owner, Instant at, Supplier<?> work, Runnable afterwards) {
            super(work::get);
            this.afterwards = afterwards;
            this.owner = owner;
            this.at = at;
        }

        @Override
        public void run() {
            begun = true;
            super.run();
        }

        @Override
        protected void done() {
            afterwards.run();
        }

        @Override
        protected void setException(Throwable fault) {
            LOG.error("long work failed", fault);
            super.setException(fault);
        }

        boolean isWaiting() {
            return !begun && !isDone();
        }
    }

    @Override
    public <T> Optional<UUID> begin(UUID owner, Supplier<T> work, Runnable afterwards) {
        var asked = new Asked(owner, clock.instant(), work, afterwards);
        var id = UUID.randomUUID();
        synchronized (all) {
            all.values().removeIf(one -> one.isDone() && one.at.plus(REMEMBERED).isBefore(asked.at));
            if (all.values().stream().filter(one -> !one.isDone()).count() >= MOST_OPEN) {
                return Optional.empty();
            }
            all.put(id, asked);
        }
        threads.execute(asked);
        return Optional.of(id);
    }

    @Override
    public <T> Optional<Piece<T>> find(UUID id, UUID owner, Class<T> result, Duration waitingFor) {
        return of(id, owner).map(asked -> {
            var done = ended(asked, waitingFor);
            var state = done != null ? State.DONE : asked.isCancelled() ? State.CALLED_OFF : asked.isDone() ? State.FAILED
                    : asked.isWaiting() ? State.WAITING : State.RUNNING;
            return new Piece<>(id, state, state == State.WAITING ? before(id) : 0, asked.at, done == null ? null : result.cast(done));
        });
    }

    @Override
    public void callOff(UUID id, UUID owner) {
        of(id, owner).ifPresent(asked -> asked.cancel(true));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private Optional<Asked> of(UUID id, UUID owner) {
        synchronized (all) {
            return Optional.ofNullable(all.get(id)).filter(asked -> asked.owner.equals(owner));
        }
    }

    private int before(UUID id) {
        synchronized (all) {
            int before = 0;
            for (var one : all.entrySet()) {
                if (one.getKey().equals(id)) {
                    break;
                }
                before += one.getValue().isDone() ? 0 : 1;
            }
            return before;
        }
    }

    /** Null where it has not ended by itself. */
    private static @Nullable Object ended(Asked asked, Duration waitingFor) {
        try {
            return asked.isCancelled() ? null : asked.get(waitingFor.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException notEnded) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException said) {
            // by the task itself, in the log
            return null;
        }
    }
}
