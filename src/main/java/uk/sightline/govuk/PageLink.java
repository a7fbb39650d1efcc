package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** The way to the page before or after. */
public record PageLink(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String href,
        @Nullable String labelText,
        @Nullable Attributes attributes) {

    public static PageLink to(String href) {
        return new PageLink(null, null, href, null, null);
    }

    public static PageLink to(String href, String label) {
        return new PageLink(null, null, href, label, null);
    }
}
