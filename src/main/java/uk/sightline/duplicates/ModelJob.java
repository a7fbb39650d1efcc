package uk.sightline.duplicates;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.people.ModelLearning;
import uk.sightline.people.ModelLearning.From;
import uk.sightline.people.Models;
import uk.sightline.people.Models.Version;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Proposes a model once a week, if anything was judged since, and when somebody asks for it; counts every hour how far the one
 * in use has drifted. It puts nothing in use. Its actor sees nobody restricted or sealed, so that none of its numbers tells of
 * them.
 */
@Component
class ModelJob implements Job {

    static final Actor ACTOR = Actor.job(UUID.fromString("00000000-0000-4000-8000-0000000000d1"), "model");

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PROPOSED_EVERY = Duration.ofDays(7);
    private static final Duration COUNTED_EVERY = Duration.ofHours(1);

    private final JudgedPairs judged;
    private final ModelLearning learning;
    private final Models models;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    ModelJob(
            JudgedPairs judged,
            ModelLearning learning,
            Models models,
            TransactionTemplate transactions,
            InstantSource time) {
        this.judged = judged;
        this.learning = learning;
        this.models = models;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> {
            Optional<Version> last = models.version(null);
            boolean asked = models.asks() > last.map(Version::asks).orElse(0);
            if (asked || isOld(judged.countedAt().orElse(null), COUNTED_EVERY)) {
                judged.countDrift();
            }
            if (asked || isOld(last.map(Version::createdAt).orElse(null), PROPOSED_EVERY)) {
                From from = judged.from();
                if (asked || isNew(from, last)) {
                    learning.propose(from);
                }
            }
        });
    }

    private boolean isOld(@Nullable Instant at, Duration every) {
        return at == null || !at.plus(every).isAfter(time.instant());
    }

    private static boolean isNew(From from, Optional<Version> last) {
        return last.map(version -> version.same() != from.same() || version.notSame() != from.notSame())
                .orElse(from.same() + from.notSame() > 0);
    }
}
