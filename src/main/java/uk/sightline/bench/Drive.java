package uk.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many people at work on the running product at once.
 *
 * @param accounts whom to sign in as, in turn; each visitor has a session of their own
 * @param think the longest pause between two clicks
 */
record Drive(URI address, List<UUID> accounts, int users, Duration warmUp, Duration measured, Duration think) {

    Drive {
        Crowd.requireThisMachine(address);
        accounts = List.copyOf(accounts);
    }

    Map<Operation, Timings> run() throws InterruptedException {
        Map<Operation, Timings> timings = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            timings.put(operation, new Timings());
        }
        try (Crowd crowd = new Crowd(address, accounts, users, Visitor::comeToWork);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + warmUp.toNanos();
            long end = start + measured.toNanos();
            Crowd.await(crowd.visitors().stream()
                    .<Future<?>>map(visitor -> threads.submit(() -> work(visitor, start, end, timings)))
                    .toList());
        }
        return timings;
    }

    private Void work(Visitor visitor, long start, long end, Map<Operation, Timings> timings)
            throws InterruptedException {
        while (System.nanoTime() < end) {
            Operation operation = visitor.next();
            long before = System.nanoTime();
            boolean fine = fine(visitor, operation);
            long taken = System.nanoTime() - before;
            if (before >= start) {
                note(Objects.requireNonNull(timings.get(operation)), fine, taken);
            }
            visitor.think(think);
        }
        return null;
    }

    private static boolean fine(Visitor visitor, Operation operation) throws InterruptedException {
        try {
            return visitor.does(operation);
        } catch (IOException e) {
            return false;
        }
    }

    private static void note(Timings timings, boolean fine, long taken) {
        if (fine) {
            timings.add(taken);
        } else {
            timings.addError();
        }
    }
}
