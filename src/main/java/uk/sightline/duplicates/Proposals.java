package uk.sightline.duplicates;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.merges.Merges;
import uk.sightline.people.People;
import uk.sightline.people.PersonSide;
import uk.sightline.platform.RuleBroken;

/**
 * Proposes the merge of two records that somebody has said are one person's; a second person confirms it. The verdict stands
 * by itself: it is kept, too, where a rule forbids the merge, and the pair's page then leads to the proposal, which says why.
 */
@Component
class Proposals {

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private final Merges merges;
    private final People people;
    private final PairQueries pairs;
    private final Access access;

    Proposals(Merges merges, People people, PairQueries pairs, Access access) {
        this.merges = merges;
        this.people = people;
        this.pairs = pairs;
        this.access = access;
    }

    /** Proposes to keep the record that says more; which one is kept can be changed on the page of the proposal. */
    void propose(UUID id, String why) {
        if (!access.may(Action.CREATE_PERSON) && !access.may(Action.MERGE)) {
            return;
        }
        pairs.pair(id).ifPresent(pair -> {
            boolean first = says(pair.oneId()) >= says(pair.otherId());
            UUID kept = first ? pair.oneId() : pair.otherId();
            UUID gone = first ? pair.otherId() : pair.oneId();
            try {
                merges.propose(kept, gone, "Found to be the same person: " + why);
            } catch (RuleBroken rule) {
                LOG.debug("pair {} is not proposed: {}", id, rule.says());
            }
        });
    }

    /** Where the merge of these two is, when one is proposed or done. */
    Optional<String> address(Pair pair) {
        return merges.open(pair.oneId(), pair.otherId()).map(id -> "/merges/" + id);
    }

    private int says(UUID person) {
        return people.side(person)
                .map(PersonSide::facts)
                .map(facts -> facts.size())
                .orElse(0);
    }
}
