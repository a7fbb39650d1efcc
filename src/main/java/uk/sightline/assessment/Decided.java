package uk.sightline.assessment;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.levels.Weighing;

/**
 * A level that somebody decided, beside what the rule made of the answers.
 *
 * @param level the highest of the strands'
 * @param strands code of {@code strand} → level
 * @param variance code of {@code level-variance}, where the two levels differ
 */
record Decided(
        Weighing weighing,
        String level,
        Map<String, String> strands,
        String why,
        @Nullable String variance,
        UUID by,
        String edition) {}
