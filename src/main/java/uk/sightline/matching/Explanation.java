package uk.sightline.matching;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score taken apart.
 *
 * @param rarity where it begins: how rare it is, in bits, that two records drawn by chance are one person's
 * @param parts one for each comparison, in the schema's order
 * @param household what is taken off because two people of one household may share as much; 0 or below
 */
public record Explanation(double rarity, List<Part> parts, double household) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * What one comparison adds.
     *
     * @param one what the first record says, in plain form; null when nothing
     * @param level null when there was nothing to compare
     * @param bits above 0 speaks for one person, below against
     */
    public record Part(
            Comparison comparison,
            @Nullable String one,
            @Nullable String other,
            @Nullable Level level,
            double bits) {}

    /**
     * The level of each comparison that had something to compare, as a text that is kept with a pair: it says how alike two
     * records were, and nothing of what is in them. {@code given-name:7 birth-date:6}
     */
    public String levels() {
        return parts.stream()
                .filter(part -> part.level() != null)
                .map(part -> part.comparison().key() + ":"
                        + part.comparison().kind().levels().indexOf(part.level()))
                .collect(Collectors.joining(" "));
    }

    /** The sum of everything. */
    public double bits() {
        return rarity + parts.stream().mapToDouble(Part::bits).sum() + household;
    }

    public double chance() {
        return Bits.chance(bits());
    }
}
