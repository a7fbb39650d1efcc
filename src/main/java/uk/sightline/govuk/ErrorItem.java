package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A line of the error summary, with the field to go to. */
public record ErrorItem(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String href,
        @Nullable Attributes attributes) {

    public static ErrorItem of(String text, String href) {
        return new ErrorItem(text, null, href, null);
    }
}
