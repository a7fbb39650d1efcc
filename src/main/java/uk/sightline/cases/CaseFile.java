package uk.sightline.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the reader may know of the partnership's work with one person. After two records were merged, two involvements
 * may be open at once: they are one to whoever reads.
 *
 * @param periods the earliest first
 * @param steps the levels in the order in which they were decided
 * @param workers in the order in which they began
 */
record CaseFile(List<Involvement> periods, List<LevelStep> steps, List<Worker> workers) {

    boolean isEmpty() {
        return periods.isEmpty();
    }

    boolean isOpen() {
        return periods.stream().anyMatch(Involvement::isOpen);
    }

    List<Worker> live(Role role) {
        return workers.stream()
                .filter(worker -> worker.is(role) && worker.isLive())
                .toList();
    }

    /** Who left the place empty. */
    Optional<Worker> last(Role role) {
        return workers.stream()
                .filter(worker -> worker.is(role) && !worker.isLive())
                .reduce((first, second) -> second);
    }

    Optional<Involvement> lastClosed() {
        return periods.stream().filter(period -> !period.isOpen()).reduce((first, second) -> second);
    }

    /** Each decision with what the level of its strand was before it, while the same work went on. */
    List<Decided> decided() {
        Map<UUID, Involvement> byId = periods.stream().collect(Collectors.toMap(Involvement::id, Function.identity()));
        Map<String, LevelStep> before = new HashMap<>();
        List<Decided> decided = new ArrayList<>();
        for (LevelStep step : steps) {
            LevelStep earlier = before.put(step.strand(), step);
            Involvement then = earlier == null ? null : byId.get(earlier.involvementId());
            boolean goesOn = earlier != null && then != null && !then.isOver(step.decidedAt());
            decided.add(new Decided(step, goesOn ? earlier.level() : null));
        }
        return decided;
    }

    /**
     * A decision.
     *
     * @param before the level until then; null when it is the first of this work
     */
    record Decided(LevelStep step, @Nullable String before) {

        boolean isConfirmation() {
            return step.level().equals(before);
        }
    }
}
