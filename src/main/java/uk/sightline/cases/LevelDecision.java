package uk.sightline.cases;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Levels that a named person has decided for one person (PRACTICE §2.3).
 *
 * @param levels code of {@code strand} → code of {@code exploitation-level}
 * @param calculated what the tool proposed for those strands; empty when none was used
 * @param why in the decider's words
 * @param decidedBy who decided; somebody else than the actor where a manager countersigns
 * @param countersignedBy who countersigned a level below the proposed one, or null
 */
public record LevelDecision(
        UUID person,
        Map<String, String> levels,
        Map<String, String> calculated,
        String why,
        UUID decidedBy,
        Source source,
        @Nullable UUID countersignedBy) {

    public LevelDecision {
        levels = Map.copyOf(levels);
        calculated = Map.copyOf(calculated);
        if (levels.isEmpty() || why.isBlank()) {
            throw new IllegalArgumentException("A decision names a strand, its level and why");
        }
    }

    /**
     * By what a level was decided.
     *
     * @param id of the assessment or the meeting's item; null for a manager's own decision
     */
    public record Source(Kind kind, @Nullable UUID id) {}

    /** What decides levels. */
    public enum Kind {
        ASSESSMENT("Assessment"),
        MEETING("Meeting"),
        REVIEW("Review"),
        MANAGER("Manager’s decision");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
