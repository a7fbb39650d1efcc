package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Words on a page: plain text, which is escaped, or HTML made by a template, which wins when both are given. */
public record Text(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String classes,
        @Nullable Attributes attributes,
        @Nullable Integer headingLevel) {

    public static Text of(@Nullable String text) {
        return new Text(text, null, null, null, null);
    }

    public static Text html(Content html) {
        return new Text(null, html, null, null, null);
    }

    public Text classes(String classes) {
        return new Text(text, html, classes, attributes, headingLevel);
    }

    boolean isPresent() {
        return html != null || Markup.given(text);
    }
}
