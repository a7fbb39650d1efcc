package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uk.sightline.journeys.HttpUser.Answer;

/**
 * People at work at random, several at once, until the product is gone; and what it told each of them that it had saved,
 * which has to be there ever after.
 */
final class AtWork {

    static final String LEAD = "School safeguarding lead";
    static final String WORKER = "Front-door worker";

    private static final int LEADS = 3;
    private static final int WORKERS = 2;
    static final int FIRST_WORKER = 2; // of the Integrated Front Door; before them stand other teams
    private static final int MOST_SAVES = 5;
    private static final int PATIENCE_SECONDS = 240;

    private final Random seeds;
    private final Map<String, Integer> receipts = new ConcurrentHashMap<>();
    private final Set<String> worries = ConcurrentHashMap.newKeySet();
    private final Map<String, String> triaged = new ConcurrentHashMap<>();
    private final Map<String, Typed> drafts = new ConcurrentHashMap<>();

    AtWork(long seed) {
        this.seeds = new Random(seed);
    }

    /** The last number that was typed into a draft and saved, and by which of the leads. */
    private record Typed(int lead, int number) {}

    @FunctionalInterface
    interface Work {
        void go() throws IOException, InterruptedException;
    }

    /** Lets them work, pulls the plug once so many referrals have been received, and waits until each has noticed. */
    void until(int received, int port, Work pull) throws InterruptedException, ExecutionException, IOException {
        CountDownLatch enough = new CountDownLatch(received);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> each = new ArrayList<>();
            for (int lead = 0; lead < LEADS; lead++) {
                int place = lead % 2;
                Random random = new Random(seeds.nextLong());
                HttpUser user = new HttpUser(port).signInAs(LEAD, place);
                each.add(people.submit(() -> repeat(() -> refer(user, place, random, enough))));
            }
            for (int worker = 0; worker < WORKERS; worker++) {
                HttpUser user = new HttpUser(port).signInAs(WORKER, FIRST_WORKER + worker);
                Random random = new Random(seeds.nextLong());
                each.add(people.submit(() -> repeat(() -> decide(user, random))));
            }
            each.add(people.submit(() -> repeat(() -> worry(port, enough))));
            boolean inTime = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            pull.go();
            for (Future<?> person : each) {
                person.get();
            }
            assertThat(inTime)
                    .as("%d received in time; so far %s", received, receipts)
                    .isTrue();
        }
    }

    /**
     * The node that was killed, and the longest that anybody of it waited for their page at the other, signed in as
     * before.
     */
    record Killed(Product node, Duration longest) {}

    @FunctionalInterface
    interface Choice {
        Product of() throws Exception;
    }

    /**
     * Lets them work at two nodes, kills one once so many referrals have been received, and lets everybody go on at the
     * other until as many again have been.
     *
     * @param toDie which of the two, asked for when it is time
     */
    Killed goingOn(int received, Product first, Product second, Choice toDie) throws Exception {
        CountDownLatch enough = new CountDownLatch(received);
        CountDownLatch again = new CountDownLatch(received);
        AtomicReference<@Nullable Product> dead = new AtomicReference<>();
        AtomicBoolean stopped = new AtomicBoolean();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> each = new ArrayList<>();
            for (int person = 0; person < LEADS + WORKERS; person++) {
                boolean lead = person < LEADS;
                int place = lead ? person % 2 : FIRST_WORKER + person - LEADS;
                Product own = person % 2 == 0 ? first : second;
                HttpUser user = new HttpUser(own.port()).signInAs(lead ? LEAD : WORKER, place);
                Random random = new Random(seeds.nextLong());
                Work work = lead
                        ? () -> refer(user, place, random, dead.get() == null ? enough : again)
                        : () -> decide(user, random);
                each.add(people.submit(
                        () -> untilStopped(work, user, own, own == first ? second : first, dead, stopped)));
            }
            try {
                boolean inTime = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                Product dies = toDie.of();
                dead.set(dies);
                dies.kill();
                inTime &= again.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(inTime).as("received in time; so far %s", receipts).isTrue();
            } finally {
                stopped.set(true);
            }
            List<Duration> waited = new ArrayList<>();
            for (Future<Duration> person : each) {
                waited.add(person.get());
            }
            return new Killed(Objects.requireNonNull(dead.get()), Collections.max(waited));
        }
    }

    /** Somebody whose node lives sees no trouble at all; the others go over, once. */
    private static Duration untilStopped(
            Work work,
            HttpUser user,
            Product own,
            Product other,
            AtomicReference<@Nullable Product> dead,
            AtomicBoolean stopped)
            throws IOException, InterruptedException {
        Duration waited = Duration.ZERO;
        while (!stopped.get()) {
            try {
                work.go();
            } catch (IOException gone) {
                if (dead.get() != own || waited.isPositive()) {
                    throw gone;
                }
                waited = goesOver(user, other);
            }
        }
        return waited;
    }

    private static Duration goesOver(HttpUser user, Product other) throws IOException, InterruptedException {
        long before = System.nanoTime();
        user.goesTo(other.port());
        Answer page = user.get("/work");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.path()).isEqualTo("/work");
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Works until the product no longer answers. What is wrong with an answer, on the other hand, is told. */
    private static void repeat(Work work) {
        try {
            while (true) {
                work.go();
            }
        } catch (IOException gone) {
            // as it should be by now
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refer(HttpUser lead, int place, Random random, CountDownLatch enough)
            throws IOException, InterruptedException {
        HttpReferring referring = HttpReferring.begin(lead);
        for (int number = 0; number <= random.nextInt(MOST_SAVES); number++) {
            referring.worry(Integer.toString(number));
            drafts.put(referring.draft(), new Typed(place, number));
        }
        receipts.put(referring.send(), place);
        enough.countDown();
    }

    private void worry(int port, CountDownLatch enough) throws IOException, InterruptedException {
        HttpUser anybody = new HttpUser(port);
        Answer sent = anybody.post(
                anybody.get("/worry"), "/worry", Map.of("facts", "A boy of about twelve waits there every night."));
        if (sent.status() == 429) {
            TimeUnit.SECONDS.sleep(1);
            return;
        }
        worries.add(HttpReferring.receipt(sent));
        enough.countDown();
    }

    /** Takes one from the list, says who it is about, decides and tells. */
    private void decide(HttpUser worker, Random random) throws IOException, InterruptedException {
        Answer queue = worker.get("/front-door");
        List<String> free = queue.page().select("input[name=referral]").eachAttr("value");
        if (free.isEmpty()) {
            return;
        }
        String id = free.get(random.nextInt(free.size()));
        Answer claimed = worker.post(queue, "/front-door/claim", Map.of("referral", id));
        if (!claimed.text().contains("is now yours")) {
            return; // a colleague was first
        }
        triaged.put(id, worker.name());
        identify(worker, "/front-door/" + id);
        triaged.put(id, "Not identifiable");
        if (random.nextInt(3) > 0) {
            tell(worker, "/front-door/" + id);
            triaged.put(id, "Closed");
        }
    }

    /** One that is known: taken, identified, decided and told. */
    static void decide(HttpUser worker, String referral) throws IOException, InterruptedException {
        worker.post(worker.get(referral), referral + "/claim", Map.of());
        identify(worker, referral);
        tell(worker, referral);
    }

    private static void identify(HttpUser worker, String referral) throws IOException, InterruptedException {
        Answer page = worker.get(referral);
        List<String> forms =
                page.page().select("form[action$=/not-identifiable]").eachAttr("action");
        for (String form : forms) {
            Map<String, String> why = Map.of("why", "Only a name that many have, and no address.");
            assertThat(worker.post(worker.get(referral), form, why).text()).contains("Not identifiable");
        }
    }

    private static void tell(HttpUser worker, String referral) throws IOException, InterruptedException {
        Map<String, String> decision = Map.of(
                "outcome",
                "advice",
                "level",
                "2",
                "breachReason",
                "volume",
                "breachWords",
                "It came before we were many enough.",
                "reason",
                "The school has a plan with the family, and knows whom to ring; nothing points to anybody else.");
        Answer tell = worker.post(worker.get(referral), referral + "/decide", decision);
        Map<String, String> told = Map.of("told", "Nobody to tell: no name was given.");
        assertThat(worker.post(tell, referral + "/tell", told).text()).contains("Closed");
    }

    /** Everything that was acknowledged is what the product says now. */
    void isAllThere(int port) throws IOException, InterruptedException {
        for (int place = 0; place < 2; place++) {
            HttpUser lead = new HttpUser(port).signInAs(LEAD, place);
            referralsOf(place, lead);
            draftsOf(place, lead);
        }
        HttpUser worker = new HttpUser(port).signInAs(WORKER, FIRST_WORKER);
        for (Map.Entry<String, String> referral : triaged.entrySet()) {
            assertThat(worker.get("/front-door/" + referral.getKey()).text()).contains(referral.getValue());
        }
    }

    private void referralsOf(int place, HttpUser lead) throws IOException, InterruptedException {
        String list = lead.get("/referrals").text();
        receipts.forEach((receipt, who) -> {
            if (who == place) {
                assertThat(list).contains(receipt);
            }
        });
    }

    /** A draft that has been sent leads to its receipt; another holds what was last saved, or what was on its way. */
    private void draftsOf(int place, HttpUser lead) throws IOException, InterruptedException {
        for (Map.Entry<String, Typed> draft : drafts.entrySet()) {
            if (draft.getValue().lead() == place) {
                Answer page = lead.get(draft.getKey() + "/worry");
                if (!page.path().endsWith("/receipt")) {
                    String text = page.page().select("textarea[name=worry]").text();
                    assertThat(Integer.parseInt(text))
                            .as(draft.getKey())
                            .isGreaterThanOrEqualTo(draft.getValue().number());
                }
            }
        }
    }

    /** Receipt numbers of referrals and of worries. */
    Set<String> received() {
        Set<String> all = new HashSet<>(receipts.keySet());
        all.addAll(worries);
        return all;
    }
}
