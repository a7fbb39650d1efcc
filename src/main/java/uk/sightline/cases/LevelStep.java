package uk.sightline.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that was decided for a strand.
 *
 * @param calculated what the tool proposed, or null
 * @param sourceKind code of what decided it
 */
record LevelStep(
        UUID involvementId,
        String strand,
        String level,
        @Nullable String calculated,
        String why,
        String sourceKind,
        UUID decidedBy,
        Instant decidedAt,
        @Nullable UUID countersignedBy) {}
