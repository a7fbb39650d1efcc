package uk.sightline.duplicates;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.sightline.people.PersonTab;
import uk.sightline.people.WorkSource;

/** Leads from the search for people to the pairs that wait. */
@Component
class PairsWaiting implements WorkSource {

    private final PairQueries queries;

    PairsWaiting(PairQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<PersonTab> waiting() {
        String open = queries.counts().of(Listing.OPEN);
        return List.of(
                new PersonTab("Records that may be one person’s (%s to look at)".formatted(open), Listing.OPEN.href()));
    }
}
