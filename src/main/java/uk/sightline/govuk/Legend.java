package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What a group of fields is called. */
public record Legend(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String classes,
        boolean isPageHeading) {

    public static Legend of(String text) {
        return new Legend(text, null, null, false);
    }

    boolean isPresent() {
        return html != null || Markup.given(text);
    }
}
