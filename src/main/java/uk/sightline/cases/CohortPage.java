package uk.sightline.cases;

import java.util.List;

/**
 * Who is open to the hub.
 *
 * @param filters each with how many it shows; {@code chosen} is the key of one
 * @param noChange weeks after which a level that has not changed is looked at
 */
public record CohortPage(List<Filter> filters, String chosen, List<Row> rows, int noChange) {

    public record Filter(String key, String label, int count) {}

    /**
     * Somebody on the list.
     *
     * @param order of the level, for sorting
     * @param weeks at this level
     * @param stops what has come to a stop, in words
     * @param marks keys of the filters that show it
     */
    public record Row(
            String href,
            String name,
            String reference,
            String age,
            String level,
            int order,
            String strands,
            int weeks,
            String decided,
            String lead,
            String coWorker,
            List<String> stops,
            List<String> marks) {}

    /** How long a bar for this many weeks is, in the picture of the column. */
    public int bar(Row row) {
        return Math.min(row.weeks(), 2 * noChange) * 60 / (2 * noChange);
    }
}
