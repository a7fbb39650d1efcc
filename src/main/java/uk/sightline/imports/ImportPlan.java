package uk.sightline.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.imports.ImportOrigins.Origin;

/**
 * What is to become of one row.
 *
 * @param content null when the row could not be read, or says the same as last time and was not read again
 * @param said hash of what the row says; null when it could not be read
 * @param person who it is; null for somebody new, and when it is refused
 * @param origin what the source said of them last time; null when it has not
 * @param remarks what has to be said of the row
 * @param possible people on the index who may be the same person
 */
record ImportPlan(
        int no,
        Outcome outcome,
        @Nullable ImportContent content,
        @Nullable UUID said,
        @Nullable UUID person,
        @Nullable Origin origin,
        List<ImportRemark> remarks,
        Set<UUID> possible) {

    /** The four that the rows read add up to. */
    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    static ImportPlan rejected(int no, ImportRemark why) {
        return new ImportPlan(no, Outcome.REJECTED, null, null, null, null, List.of(why), Set.of());
    }

    /** The same row again. */
    static ImportPlan repeats(int no) {
        return new ImportPlan(no, Outcome.UNCHANGED, null, null, null, null, List.of(), Set.of());
    }

    /** Word for word what the source said last time. */
    static ImportPlan same(int no, Origin origin) {
        return new ImportPlan(no, Outcome.UNCHANGED, null, origin.said(), origin.person(), origin, List.of(), Set.of());
    }

    static ImportPlan added(
            int no, ImportContent content, @Nullable UUID said, @Nullable Integer earlier, Set<UUID> possible) {
        List<ImportRemark> remarks = new ArrayList<>(content.remarks());
        if (earlier != null) {
            remarks.add(ImportRemark.again(earlier));
        }
        return new ImportPlan(no, Outcome.NEW, content, said, null, null, remarks, possible);
    }

    static ImportPlan known(
            int no, ImportContent content, @Nullable UUID said, UUID person, boolean changes, @Nullable Origin origin) {
        Outcome outcome = changes ? Outcome.CHANGED : Outcome.UNCHANGED;
        return new ImportPlan(no, outcome, content, said, person, origin, content.remarks(), Set.of());
    }

    /** Known by a number that is certain, and not by the source's own. */
    boolean isMatched() {
        return person != null && origin == null && content != null && content.person() == null;
    }

    Map<String, String> before() {
        return origin == null ? Map.of() : ImportContent.read(origin.content());
    }

    ImportContent read() {
        return Objects.requireNonNull(content, () -> "row " + no + " was not read");
    }

    UUID known() {
        return Objects.requireNonNull(person, () -> "row " + no + " is nobody who is known");
    }

    static ImportBatch.Counts count(List<ImportPlan> plans) {
        return new ImportBatch.Counts(
                count(plans, Outcome.NEW),
                count(plans, Outcome.CHANGED),
                count(plans, Outcome.UNCHANGED),
                count(plans, Outcome.REJECTED),
                (int) plans.stream().filter(ImportPlan::isMatched).count());
    }

    private static int count(List<ImportPlan> plans, Outcome outcome) {
        return (int) plans.stream().filter(plan -> plan.outcome == outcome).count();
    }

    static ImportBatch.Births births(List<ImportPlan> plans) {
        List<ImportContent> read =
                plans.stream().map(ImportPlan::content).filter(Objects::nonNull).toList();
        return new ImportBatch.Births(
                (int) read.stream().filter(ImportContent::hasBirthDay).count(),
                (int) read.stream().filter(ImportContent::isBornAtNewYear).count());
    }
}
