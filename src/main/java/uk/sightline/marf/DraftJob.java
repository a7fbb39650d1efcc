package uk.sightline.marf;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/** Looks after drafts once an hour. */
@Component
class DraftJob implements Job {

    static final Actor DRAFTS = Actor.job(UUID.fromString("00000000-0000-4000-8000-00000000000d"), "drafts");

    private static final Logger LOG = LoggerFactory.getLogger(DraftJob.class);

    private final DraftKeeping keeping;

    DraftJob(DraftKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public Actor actor() {
        return DRAFTS;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        int warned = keeping.warn();
        int purged = keeping.purge();
        if (warned + purged > 0) {
            LOG.info("Drafts: {} owners told, {} removed", warned, purged);
        }
    }
}
