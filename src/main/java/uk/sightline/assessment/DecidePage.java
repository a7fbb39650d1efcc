package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;

/**
 * Deciding the level.
 *
 * @param strands the answers speak of these; a level for each
 * @param last what was decided before, or null
 */
public record DecidePage(
        Frame frame,
        ResultView result,
        int version,
        List<StrandChoice> strands,
        List<SelectItem> levels,
        List<SelectItem> others,
        List<SelectItem> variances,
        DecideForm form,
        @Nullable String last,
        List<String> missing,
        FieldErrors errors) {

    public record StrandChoice(String code, String label, String calculated, String chosen) {}
}
