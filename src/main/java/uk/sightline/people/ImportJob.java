package uk.sightline.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/** Takes up the work of batches, also of those that another node or a command left half-way. */
@Component
class ImportJob implements Job {

    static final Actor ACTOR = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000005"), "import");

    /** A file that nobody imports is thrown away: its rows are about people. */
    static final Duration KEPT_UNUSED = Duration.ofDays(7);

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
        for (UUID batch : waiting == null ? List.<UUID>of() : waiting) {
            finish(batch);
        }
    }

    private void finish(UUID batch) {
        boolean more = true;
        while (more) {
            more = work.step(batch);
        }
    }
}
