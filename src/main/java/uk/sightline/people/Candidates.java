package uk.sightline.people;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** How many are compared of those who share what few share, and of those who share a word. */
    private static final int MOST_TELLING = 150;

    private static final int MOST_COMMON = 100;

    private static final Map<String, String> ROUTES =
            Map.of("children", "front-door-children", "adults", "front-door-adults");

    private final CandidateQueries queries;
    private final KeyCounts counts;
    private final ModelsInUse models;
    private final PracticePack pack;
    private final InstantSource time;

    Candidates(CandidateQueries queries, KeyCounts counts, ModelsInUse models, PracticePack pack, InstantSource time) {
        this.queries = queries;
        this.counts = counts;
        this.models = models;
        this.pack = pack;
        this.time = time;
    }

    List<Candidate> of(Probe probe) {
        if (probe.isEmpty()) {
            return List.of();
        }
        Weigher weigher =
                new Weigher(probe, counts.now(), models.now(), Thresholds.of(pack, London.date(time.instant())));
        List<SearchKey> keys = SearchKeys.lookedFor(probe);
        List<Weighed> found = found(keys.stream().filter(SearchKey::isTelling).toList(), MOST_TELLING, weigher);
        if (!isEnough(found)) {
            List<SearchKey> common =
                    keys.stream().filter(key -> !key.isTelling()).toList();
            found = together(found, found(common, MOST_COMMON, weigher));
        }
        return found.stream()
                .limit(MOST_SHOWN)
                .map(each -> each.weighing().shown(each.card()))
                .toList();
    }

    private List<Weighed> found(List<SearchKey> keys, int most, Weigher weigher) {
        return keys.isEmpty()
                ? List.of()
                : queries.withKeys(keys, most).stream()
                        .flatMap(each ->
                                weigher.weigh(each.said()).map(weighing -> new Weighed(weighing, each.card())).stream())
                        .sorted(BEST_FIRST)
                        .toList();
    }

    /** Whether those who have one word in common, or less, would only follow after. */
    private static boolean isEnough(List<Weighed> found) {
        return found.size() >= ENOUGH
                || !found.isEmpty() && found.getFirst().weighing().strength() == Candidate.Strength.STRONG;
    }

    private static List<Weighed> together(List<Weighed> some, List<Weighed> others) {
        Map<UUID, Weighed> all = new HashMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(each -> all.put(each.card().id(), each));
        return all.values().stream().sorted(BEST_FIRST).toList();
    }

    private record Weighed(Weighing weighing, PersonCard card) {}

    private static final Comparator<Weighed> BEST_FIRST = Comparator.comparing(Weighed::weighing, Weighing.BEST_FIRST);

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
