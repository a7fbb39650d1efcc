package uk.sightline.clocks;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Goes through the running clocks whose next step has come up (PRACTICE §0.11, escalation ladder). May run on several
 * nodes at once: a step is taken once. A clock that fails is logged and tried again at the next turn.
 */
@Component
class EscalationJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationJob.class);
    private static final Actor ESCALATION =
            Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000003"), "escalation");
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 200;

    private final Escalations escalations;

    EscalationJob(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public Actor actor() {
        return ESCALATION;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        var batch = escalations.after(Escalations.Due.FIRST, BATCH);
        while (!batch.isEmpty() && Job.mayGoOn()) {
            batch.stream().takeWhile(due -> Job.mayGoOn()).forEach(due -> take(due.id()));
            batch = escalations.after(batch.getLast(), BATCH);
        }
    }

    private void take(UUID clock) {
        try {
            escalations.take(clock);
        } catch (RuntimeException e) {
            LOG.error("The clock {} could not be escalated", clock, e);
        }
    }
}
