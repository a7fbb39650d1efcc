package uk.sightline.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Background work: db-scheduler over the table {@code platform.job}. Commands that only borrow the product run none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sightline.jobs", havingValue = "true", matchIfMissing = true)
class JobsConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);
    /** A node that has missed this many heartbeats is taken for dead, and another takes its jobs up. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int THREADS = 4;

    /** What runs when the product stops may end by itself; then it is interrupted, and goes on at the next start. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(HikariDataSource dataSource, List<Job> jobs) {
        return Scheduler.create(dataSource)
                .startTasks(jobs.stream().map(JobsConfiguration::recurring).toList())
                .tableName("platform.job")
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .schedulerName(new SchedulerName.Fixed(DatabaseConfiguration.CONNECTED_AS))
                .build();
    }

    private static RecurringTask<Void> recurring(Job job) {
        return Tasks.recurring(job.actor().name(), FixedDelay.of(job.pause()))
                .execute((instance, context) -> job.actor().run(job::run));
    }

    /** Begins once the product is up: migrations are done and the pack is loaded. */
    @Bean
    Starter jobsStarter(Scheduler scheduler) {
        return new Starter(scheduler);
    }

    record Starter(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}
