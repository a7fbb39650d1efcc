package uk.sightline.levels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.Tool.Rating;

/**
 * What answers come to, with everything that led there.
 *
 * @param level code of the tool's levels
 * @param points the sum of what is counted
 * @param counted every yes, in the order of the tool
 * @param reasons the rule that gave the level first, then each floor that holds, whether or not it raised anything
 * @param strands those that the answers speak of, the weightiest first; the first carries the whole level
 * @param domains how each domain is rated
 * @param unknownDomains those of which nothing is known
 * @param open indicators that nobody has answered with yes or no
 * @param provisional so much is unknown that the result may not be relied on
 * @param then what must follow whatever is decided: codes of {@code assessment-action}
 */
public record Weighing(
        String level,
        int points,
        List<Counted> counted,
        List<Reason> reasons,
        List<Strand> strands,
        Map<String, Rating> domains,
        List<String> unknownDomains,
        List<Indicator> open,
        boolean provisional,
        Set<String> then) {

    /**
     * Why the level is not lower.
     *
     * @param floor it is a floor; otherwise the rule that held first
     * @param raises the level would be lower without it
     */
    public record Reason(String level, String because, boolean floor, boolean raises) {}

    /**
     * One kind of exploitation that the answers speak of.
     *
     * @param strand code of {@code strand}
     */
    public record Strand(String tag, String strand, String level, int points) {}

    /** Harm that has happened, apart from what makes it likelier. */
    public List<Counted> harm() {
        return counted.stream().filter(each -> each.indicator().harm()).toList();
    }

    public Optional<Counted> counted(String indicator) {
        return counted.stream()
                .filter(each -> each.indicator().code().equals(indicator))
                .findFirst();
    }

    public boolean speaksOf(String tag) {
        return strands.stream().anyMatch(strand -> strand.tag().equals(tag));
    }
}
