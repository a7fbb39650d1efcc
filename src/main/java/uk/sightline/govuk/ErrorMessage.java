package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field and how to put it right. {@code visuallyHiddenText} is "Error" when null, none if empty. */
public record ErrorMessage(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String id,
        @Nullable String classes,
        @Nullable Attributes attributes,
        @Nullable String visuallyHiddenText) {

    public static ErrorMessage of(String text) {
        return new ErrorMessage(text, null, null, null, null, null);
    }
}
