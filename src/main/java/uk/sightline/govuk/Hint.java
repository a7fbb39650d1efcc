package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Help with a field, read out with it. */
public record Hint(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String id,
        @Nullable String classes,
        @Nullable Attributes attributes) {

    public static Hint of(String text) {
        return new Hint(text, null, null, null, null);
    }

    public static Hint html(Content html) {
        return new Hint(null, html, null, null, null);
    }

    boolean isPresent() {
        return html != null || Markup.given(text);
    }
}
