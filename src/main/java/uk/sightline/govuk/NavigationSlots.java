package uk.sightline.govuk;

import org.jspecify.annotations.Nullable;

/** What else stands in a service navigation. {@code inline} sets the end beside the links, not below them. */
public record NavigationSlots(
        @Nullable Text start,
        @Nullable Text end,
        @Nullable Text navigationStart,
        @Nullable Text navigationEnd,
        boolean inline) {

    static NavigationSlots none() {
        return new NavigationSlots(null, null, null, null, false);
    }
}
