package uk.sightline.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that was decided for a strand.
 *
 * @param calculated what the tool proposed, or null
 * @param sourceKind code of what decided it
 * @param sourceId which assessment or item of a meeting, or null
 */
record LevelStep(
        UUID involvementId,
        String strand,
        String level,
        @Nullable String calculated,
        String why,
        String sourceKind,
        @Nullable UUID sourceId,
        UUID decidedBy,
        Instant decidedAt,
        @Nullable UUID countersignedBy) {

    /** The page of what decided it, or null when it has none. */
    @Nullable String sourceHref() {
        boolean assessed = LevelDecision.Kind.of(sourceKind) == LevelDecision.Kind.ASSESSMENT;
        return assessed && sourceId != null ? "/assessments/" + sourceId : null;
    }
}
