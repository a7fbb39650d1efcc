package uk.sightline.people;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** Finds, weighs and orders. */
@Component
@Transactional
class Candidates {

    private static final int MOST_SHOWN = 40;

    /** A page of people who are alike in more than one respect: nobody is looked for by one word then. */
    private static final int ENOUGH = 20;

    private static final Map<String, String> ROUTES =
            Map.of("children", "front-door-children", "adults", "front-door-adults");

    private final CandidateQueries queries;
    private final KeyCounts counts;
    private final PracticePack pack;
    private final InstantSource time;

    Candidates(CandidateQueries queries, KeyCounts counts, PracticePack pack, InstantSource time) {
        this.queries = queries;
        this.counts = counts;
        this.pack = pack;
        this.time = time;
    }

    List<Candidate> of(Probe probe) {
        if (probe.isEmpty()) {
            return List.of();
        }
        Weigher weigher = new Weigher(probe, counts.now(), Thresholds.of(pack, London.date(time.instant())));
        List<SearchKey> keys = SearchKeys.lookedFor(probe);
        List<SearchKey> telling = keys.stream().filter(SearchKey::isTelling).toList();
        List<Weighed> best = telling.isEmpty() ? List.of() : best(telling, weigher);
        if (best.size() < ENOUGH && telling.size() < keys.size()) {
            best = best(keys, weigher);
        }
        return best.stream().map(each -> each.weighing().shown(each.card())).toList();
    }

    private List<Weighed> best(List<SearchKey> keys, Weigher weigher) {
        return queries.withKeys(keys).stream()
                .flatMap(found ->
                        weigher.weigh(found.said()).map(weighing -> new Weighed(weighing, found.card())).stream())
                .sorted(Comparator.comparing(Weighed::weighing, Weighing.BEST_FIRST))
                .limit(MOST_SHOWN)
                .toList();
    }

    private record Weighed(Weighing weighing, PersonCard card) {}

    Optional<Pointer> pointer(Probe probe) {
        var keys = SearchKeys.telling(probe);
        return keys.isEmpty() ? Optional.empty() : queries.pointer(keys).flatMap(this::teamFor);
    }

    private Optional<Pointer> teamFor(String whose) {
        return pack.teamsReceiving(ROUTES.getOrDefault(whose, whose)).stream()
                .findFirst()
                .map(team -> new Pointer(team.label(), team.phone()));
    }
}
