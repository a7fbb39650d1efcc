package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** A numbered page, or the dots for the pages left out. */
public record PageItem(
        @Nullable String number,
        @Nullable String href,
        boolean current,
        boolean ellipsis,
        @Nullable String visuallyHiddenText,
        @Nullable Attributes attributes) {

    public static PageItem of(int number, String href, boolean current) {
        return new PageItem(String.valueOf(number), href, current, false, null, null);
    }

    public static PageItem dots() {
        return new PageItem(null, null, false, true, null, null);
    }
}
