package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.reference.Prompt;

/** A group of questions beside the indicators. */
public record PromptPage(
        Frame frame,
        Prompt prompt,
        List<Asked> asked,
        boolean required,
        FieldErrors errors,
        List<DomainPage.Behind> behind) {

    /** A question and what is typed. */
    public record Asked(
            Prompt.Question question,
            String value,
            List<String> values,
            List<SelectItem> codes,
            String was,
            @Nullable String known) {}
}
