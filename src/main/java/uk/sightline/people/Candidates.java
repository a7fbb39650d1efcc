package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.reference.PracticePack;

/** Finds, compares and orders. A probabilistic engine may take its place behind the same two answers. */
@Component
@Transactional
class Candidates {

    private static final int MOST_SHOWN = 40;
    private static final Map<String, String> ROUTES =
            Map.of("children", "front-door-children", "adults", "front-door-adults");

    private final CandidateQueries queries;
    private final PracticePack pack;

    Candidates(CandidateQueries queries, PracticePack pack) {
        this.queries = queries;
        this.pack = pack;
    }

    List<Candidate> of(Probe probe) {
        if (probe.isEmpty()) {
            return List.of();
        }
        List<Weighing> best = queries.facts(queries.withKeys(SearchKeys.lookedFor(probe))).stream()
                .flatMap(other -> Weighing.of(probe, other).stream())
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
                shown.add(new Candidate(card, each.strength(), each.score(), each.reasons(), each.hint()));
            }
        }
        return shown;
    }
}
