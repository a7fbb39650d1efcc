package uk.sightline.assessment;

import java.util.List;
import java.util.UUID;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;

/** The assessments of a person, newest first, and how to begin one. */
public record OfPersonPage(
        UUID person,
        String name,
        List<Line> lines,
        List<RadioItem> tools,
        List<RadioItem> whys,
        boolean may,
        FieldErrors errors,
        String tool,
        String why) {

    /** @param level as decided; while it is not, as it stands */
    public record Line(String reference, String href, String tool, String on, String state, String level, String by) {}
}
