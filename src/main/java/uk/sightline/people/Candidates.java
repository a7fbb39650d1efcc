package uk.sightline.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** Finds, weighs and orders. */
@Component
@Transactional
class Candidates {

    private static final int MOST_SHOWN = 40;
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
        List<Weighing> best = queries.facts(queries.withKeys(SearchKeys.lookedFor(probe))).stream()
                .flatMap(other -> weigher.weigh(other).stream())
                .sorted(Weighing.BEST_FIRST)
                .limit(MOST_SHOWN)
                .toList();
        return withCards(best);
    }

    Optional<Pointer> pointer(Probe probe) {
        var keys = SearchKeys.telling(probe);
        return keys.isEmpty() ? Optional.empty() : queries.pointer(keys).flatMap(this::teamFor);
    }

    private Optional<Pointer> teamFor(String whose) {
        return pack.teamsReceiving(ROUTES.getOrDefault(whose, whose)).stream()
                .findFirst()
                .map(team -> new Pointer(team.label(), team.phone()));
    }

    private List<Candidate> withCards(List<Weighing> best) {
        Map<UUID, PersonCard> cards = queries
                .cards(best.stream().map(Weighing::id).toList())
                .stream()
                .collect(Collectors.toMap(PersonCard::id, Function.identity()));
        List<Candidate> shown = new ArrayList<>();
        for (Weighing each : best) {
            PersonCard card = cards.get(each.id());
            if (card != null) {
                shown.add(new Candidate(card, each.strength(), each.reasons(), each.hint(), each.why()));
            }
        }
        return shown;
    }
}
