package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;

@SightlineTest
class ActorTransactionsTests {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    /** As many outer transactions as run at once. */
    private static final int SEVERAL = 10;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @BeforeEach
    void aProtectedRowExists() {
        CHECK.run(() -> transactions.executeWithoutResult(
                status -> sql.sql("select access.keep_record(gen_random_uuid(), 'identity', null, null, '{}')")
                        .query((row, n) -> 1)
                        .single()));
    }

    @Test
    void theDatabaseKnowsWhoActsInsideATransaction() {
        UUID me = CHECK.call(() -> transactions.execute(
                status -> sql.sql("select platform.me()").query(UUID.class).single()));
        assertThat(me).isEqualTo(CHECK.id());
    }

    @Test
    void aTransactionWithoutAnActorFailsLoudly() {
        assertThatThrownBy(() -> transactions.execute(status -> sql.sql("select count(*) from access.record")
                        .query(Long.class)
                        .single()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nobody is acting");
    }

    @Test
    void aStatementOutsideEveryTransactionFailsLoudlyEvenOnAConnectionThatHadAnActor() {
        CHECK.run(() -> transactions.executeWithoutResult(
                status -> sql.sql("select platform.me()").query(UUID.class).single()));
        assertThatThrownBy(() -> CHECK.run(() -> sql.sql("select count(*) from access.record")
                        .query(Long.class)
                        .single()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nobody is acting");
    }

    @Test
    void moreAtOnceThanThereAreConnectionsAllBeginAnotherInsideAndAllEnd() throws InterruptedException {
        TransactionTemplate inner = new TransactionTemplate(manager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(SEVERAL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5 * SEVERAL; i++) {
                threads.submit(() -> CHECK.run(() -> transactions.executeWithoutResult(outer -> {
                    begun.countDown();
                    await(begun);
                    inner.executeWithoutResult(status -> done.addAndGet(
                            sql.sql("select 1").query(Integer.class).single()));
                })));
            }
        }
        assertThat(done).hasValue(5 * SEVERAL);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
