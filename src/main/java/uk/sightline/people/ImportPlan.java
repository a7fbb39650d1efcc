package uk.sightline.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one row.
 *
 * @param person who it is; null for somebody new, and when it is refused
 * @param before what the source said of them last time, part by part; empty when it has not
 * @param stored the same as it is kept; null when the source has not spoken of them
 * @param matched known by a number that is certain, and not by the source's own
 * @param sameAs an earlier row of the file that may be the same person
 * @param possible people on the index who may be the same person
 */
record ImportPlan(
        int no,
        Outcome outcome,
        @Nullable ImportContent content,
        @Nullable UUID person,
        Map<String, String> before,
        @Nullable String stored,
        boolean matched,
        @Nullable String field,
        @Nullable String reason,
        @Nullable Integer sameAs,
        Set<UUID> possible) {

    /** The four that the rows read add up to. */
    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        REJECTED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportPlan rejected(int no, @Nullable ImportContent content, String field, String reason) {
        return new ImportPlan(
                no, Outcome.REJECTED, content, null, Map.of(), null, false, field, reason, null, Set.of());
    }

    static ImportPlan repeats(int no, ImportContent content, int earlier) {
        return new ImportPlan(
                no, Outcome.UNCHANGED, content, null, Map.of(), null, false, null, null, earlier, Set.of());
    }

    static ImportPlan added(int no, ImportContent content, @Nullable Integer sameAs, Set<UUID> possible) {
        return new ImportPlan(no, Outcome.NEW, content, null, Map.of(), null, false, null, null, sameAs, possible);
    }

    static ImportPlan known(
            int no,
            ImportContent content,
            UUID person,
            boolean changes,
            Map<String, String> before,
            @Nullable String stored) {
        Outcome outcome = changes ? Outcome.CHANGED : Outcome.UNCHANGED;
        return new ImportPlan(no, outcome, content, person, before, stored, stored == null, null, null, null, Set.of());
    }

    ImportPlan of(UUID made) {
        return new ImportPlan(no, outcome, content, made, before, stored, matched, field, reason, sameAs, possible);
    }

    /** What the source calls the person; for a refused row that could be read too. */
    @Nullable String key() {
        return content == null ? null : content.keyOrHash();
    }

    @Nullable String note() {
        return content == null ? null : content.note();
    }

    ImportContent said() {
        if (content == null) {
            throw new IllegalStateException("row " + no + " was refused");
        }
        return content;
    }

    static ImportBatch.Counts count(List<ImportPlan> plans) {
        return new ImportBatch.Counts(
                count(plans, Outcome.NEW),
                count(plans, Outcome.CHANGED),
                count(plans, Outcome.UNCHANGED),
                count(plans, Outcome.REJECTED),
                (int) plans.stream().filter(ImportPlan::matched).count());
    }

    private static int count(List<ImportPlan> plans, Outcome outcome) {
        return (int) plans.stream().filter(plan -> plan.outcome == outcome).count();
    }
}
