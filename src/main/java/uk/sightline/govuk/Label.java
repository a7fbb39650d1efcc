package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What a field is called. {@code isPageHeading} wraps it in the page's h1, for pages that ask one thing. */
public record Label(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String classes,
        boolean isPageHeading,
        @Nullable Attributes attributes) {

    public static Label of(String text) {
        return new Label(text, null, null, false, null);
    }

    public static Label bold(String text) {
        return new Label(text, null, "govuk-label--s", false, null);
    }

    public static Label heading(String text) {
        return new Label(text, null, "govuk-label--l", true, null);
    }

    public static Label hidden(String text) {
        return new Label(text, null, "govuk-visually-hidden", false, null);
    }

    public Label classes(String classes) {
        return new Label(text, html, classes, isPageHeading, attributes);
    }
}
