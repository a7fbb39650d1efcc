package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One section of an accordion. */
public record AccordionItem(
        @Nullable Text heading,
        @Nullable Text summary,
        @Nullable Text content,
        boolean expanded) {

    public static AccordionItem of(String heading, Content content) {
        return new AccordionItem(Text.of(heading), null, Text.html(content), false);
    }
}
