package uk.sightline.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Takes up the work of batches, also of those that another node or a command left half-way; some rows of each in turn, so
 * that a small file does not wait for a large one.
 */
@Component
class ImportJob implements Job {

    static final Actor ACTOR = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000005"), "import");

    /** A file that nobody imports is thrown away: its rows are about people. */
    static final Duration KEPT_UNUSED = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final ImportBatchStore batches;
    private final ImportWork work;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    ImportJob(ImportBatchStore batches, ImportWork work, TransactionTemplate transactions, InstantSource time) {
        this.batches = batches;
        this.work = work;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        List<UUID> waiting = transactions.execute(status -> {
            batches.neverImported(time.instant().minus(KEPT_UNUSED)).forEach(batches::remove);
            return batches.work();
        });
        List<UUID> more = waiting == null ? List.of() : waiting;
        while (!more.isEmpty() && Job.mayGoOn()) {
            more = more.stream().filter(this::step).toList();
        }
    }

    /** One that does not get on keeps nobody else's waiting; the next run tries it again. */
    private boolean step(UUID batch) {
        try {
            return work.step(batch);
        } catch (RuntimeException trouble) {
            LOG.warn("Import {} is tried again later", batch, trouble);
            return false;
        }
    }
}
