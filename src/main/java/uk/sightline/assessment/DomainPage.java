package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.reference.ToolDomain;

/**
 * The page of a domain.
 *
 * @param judgement whether answers are the tool's classes; {@code classes} are their keys and names
 * @param behind what a colleague changed meanwhile: theirs is on the record, what was typed is still on the page
 * @param last the domain after this one, or null
 */
public record DomainPage(
        Frame frame,
        ToolDomain domain,
        List<Asked> asked,
        boolean judgement,
        List<SelectItem> classes,
        List<SelectItem> sources,
        String analysis,
        String analysisWas,
        java.util.Set<String> protective,
        boolean needsAnalysis,
        FieldErrors errors,
        List<Behind> behind,
        @Nullable String last,
        ResultView result) {

    /**
     * An indicator and what is typed.
     *
     * @param known who answered last and when, or where it was taken from
     */
    public record Asked(
            String code,
            String text,
            @Nullable String help,
            String value,
            uk.sightline.govuk.DateParts seen,
            boolean earlier,
            String source,
            String note,
            String was,
            @Nullable String known) {}

    /** Two answers to one question. */
    public record Behind(String what, String theirs, String yours) {}
}
