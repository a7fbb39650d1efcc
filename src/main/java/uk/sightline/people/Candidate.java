package uk.sightline.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the index who may be the person looked for. It orders a list for a person who decides; nothing is merged
 * and nobody is left out because of it.
 *
 * @param reasons in words, the strongest first: "same NHS number", "family name sounds alike"
 * @param hint what else the two have in common, such as that they may be brother and sister
 * @param why what each comparison adds
 */
public record Candidate(
        PersonCard card,
        Strength strength,
        List<String> reasons,
        @Nullable String hint,
        Why why) {

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
