package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.govuk.TaskItem;

/**
 * An assessment: what is to be answered, what it comes to, and what was decided.
 *
 * @param givenBack why a manager gave it back, or null
 * @param decided what was decided, by whom and why; empty before
 * @param analyses what was made of each side of life
 * @param missing what stands in the way of a decision
 * @param withdrawable it can be withdrawn by the reader
 * @param countersignable it waits for a manager, and the reader may be that
 */
public record SheetPage(
        Frame frame,
        int version,
        ResultView result,
        List<TaskItem> tasks,
        List<TaskItem> domains,
        @Nullable String givenBack,
        List<SummaryRow> decided,
        List<SummaryRow> analyses,
        List<Step> steps,
        List<String> missing,
        boolean withdrawable,
        boolean countersignable,
        @Nullable String problem) {

    /** What the level proposes, and what was decided about it. */
    public record Step(
            String id,
            int version,
            String label,
            String because,
            String state,
            boolean open,
            @Nullable String note,
            @Nullable String by) {}
}
