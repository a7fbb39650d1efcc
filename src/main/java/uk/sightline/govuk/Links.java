package uk.sightline.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a row, a card or a panel. */
public record Links(
        @Nullable List<Link> items,
        @Nullable String classes,
        @Nullable Attributes attributes) {

    public static Links of(Link... links) {
        return new Links(List.of(links), null, null);
    }

    List<Link> all() {
        return items == null ? List.of() : items;
    }
}
