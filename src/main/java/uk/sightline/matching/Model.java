package uk.sightline.matching;

import java.util.List;

/**
 * What is known of how records of one person and of two differ.
 *
 * @param schema what is compared
 * @param rarity the share of all pairs of records that are one person's
 * @param chances one for each comparison of the schema
 */
public record Model(Schema schema, double rarity, List<Chances> chances) {

    public Model {
        chances = List.copyOf(chances);
        if (chances.size() != schema.size()) {
            throw new IllegalArgumentException(
                    "chances for %d of %d comparisons".formatted(chances.size(), schema.size()));
        }
    }

    /** What is usual, for so many records of which few are of the same person. */
    public static Model usual(Schema schema, long records) {
        List<Chances> usual = schema.comparisons().stream()
                .map(comparison -> Chances.usual(comparison.kind()))
                .toList();
        return new Model(schema, 1.0 / Math.max(10, records), usual);
    }
}
