package uk.sightline.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person as one side of a comparison.
 *
 * @param about what is said outright, by its name, in the order of the person's page
 * @param facts all that is believed, what no longer holds too
 */
public record PersonSide(UUID id, String reference, String name, Map<String, String> about, List<FactLine> facts) {

    public PersonSide {
        facts = List.copyOf(facts);
    }

    /** Whether the record says anything of it. */
    public boolean says(SaidOutright what) {
        return says(what.label());
    }

    /** The same, by its name in {@link #about}. */
    public boolean says(String label) {
        return AboutWords.isSaid(said(label));
    }

    /** In words; "Not known" where nobody has said. */
    public String said(String label) {
        return about.getOrDefault(label, AboutWords.UNKNOWN);
    }
}
