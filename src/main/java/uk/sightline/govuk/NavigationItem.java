package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A link of a navigation. {@code current} is this very page, {@code active} a page above it. */
public record NavigationItem(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String href,
        boolean current,
        boolean active,
        @Nullable Attributes attributes) {

    public static NavigationItem of(String text, String href, boolean current) {
        return new NavigationItem(text, null, href, current, false, null);
    }

    boolean isMarked() {
        return current || active;
    }
}
