package uk.sightline.merges;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Records;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.PersonMerging;
import uk.sightline.platform.RuleBroken;

/** Who may propose a merge, and which two records are never merged. Asked when it is proposed and again when it is done. */
@Component
class MergeRules {

    private static final int SHORTEST_WHY = 10;
    private static final int LONGEST_WHY = 2_000;

    private final Access access;
    private final Records records;
    private final PersonMerging merging;

    MergeRules(Access access, Records records, PersonMerging merging) {
        this.access = access;
        this.records = records;
        this.merging = merging;
    }

    void mayPropose(UUID kept, UUID gone) {
        access.requireOneOf(Set.of(Action.CREATE_PERSON, Action.MERGE));
        access.require(Action.CHANGE, kept);
        access.require(Action.CHANGE, gone);
    }

    /** @throws RuleBroken with what to do */
    void check(UUID kept, UUID gone, String why) {
        if (kept.equals(gone)) {
            throw new RuleBroken("with", "This is the same record. Give the reference of the other one.");
        }
        words("why", why);
        if (records.isClosed(kept) || records.isClosed(gone)) {
            throw new RuleBroken(
                    "One of these records is restricted or sealed. Whoever closed it has to open it before they"
                            + " can be merged.");
        }
        List<IdentifierScheme> conflicts = merging.conflicts(kept, gone);
        if (!conflicts.isEmpty()) {
            throw new RuleBroken(
                    "Their checked numbers differ: %s. These are two people, unless a number is wrong. Correct it first."
                            .formatted(conflicts.stream()
                                    .map(IdentifierScheme::label)
                                    .collect(Collectors.joining(", "))));
        }
    }

    static void words(String field, String text) {
        if (text.strip().length() < SHORTEST_WHY || text.length() > LONGEST_WHY) {
            throw new RuleBroken(field, "Say why, in 10 to 2,000 characters.");
        }
    }
}
