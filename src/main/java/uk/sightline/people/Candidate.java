package uk.sightline.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the index who may be the person looked for. It orders a list for a person who decides; nothing is merged
 * and nobody is left out because of it.
 *
 * @param score 0 to 1, for the order alone
 * @param reasons in words, the strongest first: "same NHS number", "name sounds alike"
 * @param hint what else the two have in common, such as that they may be brother and sister
 */
public record Candidate(
        PersonCard card,
        Strength strength,
        double score,
        List<String> reasons,
        @Nullable String hint) {

    /** How much speaks for it. */
    public enum Strength {
        STRONG("Strong match"),
        POSSIBLE("Possible match"),
        WEAK("Weak match");

        private final String label;

        Strength(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
