package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;

@SightlineTest
class JobTests {

    private static final Actor ENDLESS = Actor.job(UUID.fromString("00000000-0000-4000-8000-0000000000ee"), "endless");

    @Autowired
    private HikariDataSource dataSource;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    /** A day's backlog of one job is no reason to wait a day for the product to stop. */
    @Test
    void aJobThatHasVeryMuchToDoDoesNotHoldUpTheStop() throws InterruptedException {
        Endless job = new Endless();
        Scheduler scheduler = new JobsConfiguration().scheduler(dataSource, List.of(job));
        scheduler.start();
        try {
            assertThat(job.begun.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
            ENDLESS.run(() -> transactions.executeWithoutResult(
                    status -> sql.sql("delete from platform.job where task_name = :name")
                            .param("name", ENDLESS.name())
                            .update()));
        }
        assertThat(job.ended.await(30, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        int done = job.done.get();
        assertThat(done).isPositive();
        assertThat(job.done).as("and does nothing more").hasValue(done);
    }

    private final class Endless implements Job {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicInteger done = new AtomicInteger();

        @Override
        public Actor actor() {
            return ENDLESS;
        }

        @Override
        public Duration pause() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            while (Job.mayGoOn()) {
                transactions.executeWithoutResult(status -> done.incrementAndGet());
                begun.countDown();
            }
            ended.countDown();
        }
    }
}
