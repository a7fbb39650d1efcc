package uk.sightline.worklist;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/** Runs the proof every hour. */
@Component
class ProofJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ProofJob.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Proofs proofs;

    ProofJob(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Actor actor() {
        return Proofs.actor();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        var proof = proofs.run(items -> {});
        if (!proof.ok()) {
            LOG.error("The proof that nothing is lost found {} broken items: see /proof", proof.brokenTotal());
        }
    }
}
