package uk.sightline.duplicates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that wait, or that somebody has spoken of.
 *
 * @param next address of the next page, or null
 * @param notice what was done just now, or null
 * @param model whether the actor may see how people are weighed
 */
record QueuePage(
        Listing listing,
        List<Row> rows,
        PairQueries.Counts counts,
        Progress.Now progress,
        @Nullable String next,
        @Nullable String notice,
        boolean model) {

    /** A pair of the list: who they are, how much speaks for it and what was said. */
    record Row(
            UUID id,
            Side one,
            Side other,
            String strength,
            String colour,
            String odds,
            String reasons,
            @Nullable String said) {}

    /** One of the two, as a list may show them. */
    record Side(String name, String born, String reference, String place) {}

    String href(Row row) {
        return "/duplicates/" + row.id() + (listing == Listing.OPEN ? "" : "?list=" + listing.code());
    }
}
