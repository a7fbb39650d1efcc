package uk.sightline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Many people who have signed in to the running product, each with a session of their own. */
final class Crowd implements AutoCloseable {

    /** People arrive one after the other, not all in the same instant. */
    private static final int SIGN_INS_AT_ONCE = 4;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Visitor> visitors;

    /** What somebody does at first: sign in, and find their work. */
    interface Arrival {
        void of(Visitor visitor, UUID account) throws Exception;
    }

    /** @param accounts whom to sign in as, in turn */
    Crowd(URI address, List<UUID> accounts, int users, Arrival arrival) throws InterruptedException {
        requireThisMachine(address);
        Semaphore entrance = new Semaphore(SIGN_INS_AT_ONCE);
        List<Future<Visitor>> arriving = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < users; i++) {
                Visitor visitor = new Visitor(new Browser(client, address), new SplittableRandom(i));
                UUID account = accounts.get(i % accounts.size());
                arriving.add(threads.submit(() -> arrived(visitor, account, arrival, entrance)));
            }
            visitors = await(arriving);
        } catch (InterruptedException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    static void requireThisMachine(URI address) {
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost())) {
            throw new IllegalArgumentException("The bench only drives a product on this machine, not " + address);
        }
    }

    private static Visitor arrived(Visitor visitor, UUID account, Arrival arrival, Semaphore entrance)
            throws Exception {
        entrance.acquire();
        try {
            arrival.of(visitor, account);
        } finally {
            entrance.release();
        }
        return visitor;
    }

    List<Visitor> visitors() {
        return visitors;
    }

    static <T> List<T> await(List<? extends Future<? extends T>> running) throws InterruptedException {
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

    @Override
    public void close() {
        client.close();
    }
}
