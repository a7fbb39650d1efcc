package uk.sightline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How often something is done by many at once who never pause, over rounds that take turns with those of what it is held
 * against, so that both meet the same machine.
 */
final class Pace {

    private final Timings timings = new Timings();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long nanos;

    /** What a client does again and again. */
    interface Step {
        /** False when something else came of it than was asked for. */
        boolean done() throws Exception;
    }

    /** Each client repeats its step until the time is up, and ends the one it is at. */
    void round(List<? extends Step> clients, Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(() -> repeat(client, end))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client of the bench failed", e);
        }
        nanos += System.nanoTime() - start;
    }

    private void repeat(Step client, long end) {
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            long before = System.nanoTime();
            if (isDone(client)) {
                timings.add(System.nanoTime() - before);
            } else {
                timings.addError();
            }
        }
    }

    private boolean isDone(Step client) {
        try {
            return client.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            failure.compareAndSet(null, e);
            return false;
        }
    }

    Timings timings() {
        return timings;
    }

    /** How many were done as asked in a second of the rounds. */
    double perSecond() {
        return nanos == 0 ? 0 : timings.count() / (nanos / 1e9);
    }

    /** What the first one that failed died of, if any did. */
    @Nullable Exception failure() {
        return failure.get();
    }
}
