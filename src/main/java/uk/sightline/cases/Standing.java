package uk.sightline.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a strand stands for somebody who is open to the hub.
 *
 * @param strand code of {@code strand}
 * @param level code of {@code exploitation-level}
 * @param since when the level became what it is
 * @param previous what it was until then; null when it is the first
 * @param decidedAt when it was last decided or confirmed
 */
public record Standing(
        String strand,
        String level,
        Instant since,
        @Nullable String previous,
        Instant decidedAt) {}
