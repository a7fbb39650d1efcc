package uk.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Many people at work on the running product at once.
 *
 * @param accounts whom to sign in as, in turn; each visitor has a session of their own
 * @param think the longest pause between two clicks
 */
record Drive(URI address, List<UUID> accounts, int users, Duration warmUp, Duration measured, Duration think) {

    /** People arrive one after the other, not all in the same instant. */
    private static final int SIGN_INS_AT_ONCE = 4;

    Drive {
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost())) {
            throw new IllegalArgumentException("The bench only drives a product on this machine, not " + address);
        }
        accounts = List.copyOf(accounts);
    }

    Map<Operation, Timings> run() throws InterruptedException {
        Map<Operation, Timings> timings = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            timings.put(operation, new Timings());
        }
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Visitor> visitors = await(signIns(client, threads));
            long start = System.nanoTime() + warmUp.toNanos();
            long end = start + measured.toNanos();
            await(visitors.stream()
                    .<Future<?>>map(visitor -> threads.submit(() -> work(visitor, start, end, timings)))
                    .toList());
        }
        return timings;
    }

    private List<Future<Visitor>> signIns(HttpClient client, ExecutorService threads) {
        List<Future<Visitor>> signIns = new ArrayList<>();
        Semaphore entrance = new Semaphore(SIGN_INS_AT_ONCE);
        for (int i = 0; i < users; i++) {
            Visitor visitor = new Visitor(new Browser(client, address), new SplittableRandom(i));
            UUID account = accounts.get(i % accounts.size());
            signIns.add(threads.submit(() -> {
                entrance.acquire();
                try {
                    visitor.signIn(account);
                } finally {
                    entrance.release();
                }
                return visitor;
            }));
        }
        return signIns;
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

    private static <T> List<T> await(List<? extends Future<? extends T>> running) throws InterruptedException {
        List<T> done = new ArrayList<>();
        for (Future<? extends T> each : running) {
            try {
                done.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A visitor could not work", e);
            }
        }
        return done;
    }
}
