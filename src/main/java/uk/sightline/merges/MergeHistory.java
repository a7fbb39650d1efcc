package uk.sightline.merges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.people.ChronologySource;
import uk.sightline.people.PersonTab;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.London;

/** What merging adds to a person's page: when it happened, what was taken over, and the way to a proposal. */
@Component
@Transactional
class MergeHistory implements ChronologySource {

    private final MergeQueries queries;
    private final Access access;

    MergeHistory(MergeQueries queries, Access access) {
        this.queries = queries;
        this.access = access;
    }

    @Override
    public List<ChronologyEntry> entries(UUID person) {
        Function<UUID, String> names = queries.names();
        List<ChronologyEntry> entries = new ArrayList<>();
        for (Merge merge : queries.of(person)) {
            if (merge.decidedAt() != null && merge.decidedBy() != null) {
                entries.add(entry(merge, merge.decidedAt(), merged(merge, person), names.apply(merge.decidedBy())));
            }
            if (merge.undoneAt() != null && merge.undoneBy() != null) {
                entries.add(entry(
                        merge,
                        merge.undoneAt(),
                        "Merge %s undone: %s".formatted(merge.reference(), merge.undoneWhy()),
                        names.apply(merge.undoneBy())));
            }
        }
        return entries;
    }

    @Override
    public List<PersonTab> tabs(UUID person) {
        boolean may = access.may(Action.CREATE_PERSON) || access.may(Action.MERGE);
        return may ? List.of(new PersonTab("Same person as another record?", "/merges/new/" + person)) : List.of();
    }

    private static ChronologyEntry entry(Merge merge, Instant at, String what, String who) {
        return new ChronologyEntry(London.date(at), "Merge", what, who, "/merges/" + merge.id(), null);
    }

    private static String merged(Merge merge, UUID person) {
        if (merge.gone().equals(person)) {
            return "This record was merged into another one (%s): %s".formatted(merge.reference(), merge.why());
        }
        List<String> taken = merge.takenOver().stream().map(SaidOutright::label).toList();
        return "Another record was merged into this one (%s)%s: %s"
                .formatted(
                        merge.reference(),
                        taken.isEmpty() ? "" : "; taken over: " + String.join(", ", taken),
                        merge.why());
    }
}
