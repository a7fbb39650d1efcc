package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A group of fields that belong to one question. */
public record Fieldset(
        @Nullable Legend legend,
        @Nullable String classes,
        @Nullable String describedBy,
        @Nullable String role,
        @Nullable Attributes attributes,
        @Nullable Content html) {

    public static Fieldset of(String legend) {
        return of(Legend.of(legend));
    }

    /** With a bold legend, for a question among others on its page. */
    public static Fieldset bold(String legend) {
        return of(new Legend(legend, null, "govuk-fieldset__legend--s", false));
    }

    /** With the legend as the page's h1, for pages that ask one thing. */
    public static Fieldset heading(String legend) {
        return of(new Legend(legend, null, "govuk-fieldset__legend--l", true));
    }

    public static Fieldset of(Legend legend) {
        return new Fieldset(legend, null, null, null, null, null);
    }
}
