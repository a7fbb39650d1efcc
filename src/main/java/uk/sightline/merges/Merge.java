package uk.sightline.merges;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * A merge, from its proposal to its undoing.
 *
 * @param taken codes of what is taken over from the record that is given up
 * @param changed what that changed on the record that is kept, as JSON; null until it is merged
 */
record Merge(
        UUID id,
        String reference,
        UUID kept,
        UUID gone,
        State state,
        String why,
        List<String> taken,
        @Nullable String changed,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable UUID undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneWhy,
        int version) {

    enum State {
        PROPOSED("Waits for a second person"),
        REFUSED("Not confirmed"),
        WITHDRAWN("Withdrawn"),
        MERGED("Merged"),
        UNDONE("Undone");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Merge {
        taken = List.copyOf(taken);
    }

    List<SaidOutright> takenOver() {
        return taken.stream().map(SaidOutright::of).flatMap(Optional::stream).toList();
    }

    boolean isProposed() {
        return state == State.PROPOSED;
    }

    boolean isMerged() {
        return state == State.MERGED;
    }

    /** Goes on only if nobody has decided meanwhile. */
    void requireProposed(int seen) {
        if (!isProposed() || version != seen) {
            throw new StaleVersion();
        }
    }

    /** Nobody merges alone. */
    void requireAnother(UUID decider) {
        if (decider.equals(proposedBy)) {
            throw new RuleBroken("note", "You proposed this yourself. Somebody else has to confirm it.");
        }
    }
}
