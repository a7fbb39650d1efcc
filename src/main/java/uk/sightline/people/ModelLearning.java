package uk.sightline.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.matching.Learning;
import uk.sightline.matching.Learning.Learnt;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.KeyCounts.Counts;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/**
 * Learns a model from verdicts and from people drawn by chance, and counts what would change with it. As far as whoever asks
 * may see: the job that does sees nobody restricted or sealed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ModelLearning {

    /** As many pairs of one person, and of two, as what is usual is worth. */
    public static final int USUAL_SAME = Learning.USUAL_SAME;

    public static final int USUAL_OTHER = Learning.USUAL_OTHER;

    /** A hundred pairs of a person are no more than some ten: who is odd is so in all of them. */
    private static final int PAIRS_OF_ONE = 10;

    private static final int MOST_DRAWN = 3_000;
    private static final int MOST_SEARCHED = 300;
    private static final int AT_A_TIME = 200;

    /** Ids are random, so those that follow on any of them are drawn by chance. */
    private static final String DRAWN = """
            select c.person_id from people.card c where c.person_id >= :from order by c.person_id limit :most
            """;

    private final JdbcClient sql;
    private final CandidateQueries queries;
    private final KeyCounts counts;
    private final ModelsInUse inUse;
    private final Models models;
    private final PracticePack pack;
    private final InstantSource time;

    ModelLearning(
            JdbcClient sql,
            CandidateQueries queries,
            KeyCounts counts,
            ModelsInUse inUse,
            Models models,
            PracticePack pack,
            InstantSource time) {
        this.sql = sql;
        this.queries = queries;
        this.counts = counts;
        this.inUse = inUse;
        this.models = models;
        this.pack = pack;
        this.time = time;
    }

    /** So many pairs of these levels were said to be one person's, or not. */
    public record Judged(String levels, boolean same, int pairs) {}

    /** A pair that nobody has judged. */
    public record Found(String levels, double bits) {}

    /** Two people of the list of pairs. */
    public record Two(UUID one, UUID other) {}

    /**
     * What is learnt from.
     *
     * @param listed pairs of the list, to count what would change
     */
    public record From(List<Judged> judged, List<Found> found, List<Two> listed) {

        public From {
            judged = List.copyOf(judged);
            found = List.copyOf(found);
            listed = List.copyOf(listed);
        }

        /** How many were said to be one person's. */
        public int same() {
            return sum(true);
        }

        /** How many were said not to be. */
        public int notSame() {
            return sum(false);
        }

        private int sum(boolean same) {
            return judged.stream()
                    .filter(each -> each.same() == same)
                    .mapToInt(Judged::pairs)
                    .sum();
        }
    }

    /** Learns a model and keeps it as a proposal; gives back its number. */
    public int propose(From from) {
        Counts now = counts.now();
        ModelInUse model = inUse.latest();
        Learning learning = new Learning(model.among(now.people()));
        from.judged().forEach(each -> learning.judged(each.levels(), each.same(), each.pairs()));
        from.found().forEach(each -> learning.found(each.levels(), each.bits()));
        List<UUID> drawn = drawn(MOST_DRAWN);
        int pairs = draw(learning, compared(drawn), weighing(model));
        Learnt learnt = learning.learn();
        ModelInUse proposed =
                new ModelInUse(-1, "by the proposal", learnt.model().chances());
        ModelEffect effect =
                effect(model, proposed, from.listed(), drawn.subList(0, Math.min(MOST_SEARCHED, drawn.size())));
        return models.add(learnt, from, now.people(), pairs, effect);
    }

    private List<UUID> drawn(int most) {
        List<UUID> drawn = new ArrayList<>(from(UUID.randomUUID(), most));
        if (drawn.size() < most) {
            Set<UUID> more = new HashSet<>(from(new UUID(0, 0), most - drawn.size()));
            drawn.forEach(more::remove);
            drawn.addAll(more);
        }
        return drawn;
    }

    private List<UUID> from(UUID from, int most) {
        return sql.sql(DRAWN)
                .param("from", from)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private List<Compared> compared(List<UUID> people) {
        List<Compared> compared = new ArrayList<>();
        for (int at = 0; at < people.size(); at += AT_A_TIME) {
            compared.addAll(queries.facts(people.subList(at, Math.min(people.size(), at + AT_A_TIME))));
        }
        return compared;
    }

    /** Holds each of them against some of the others, and gives back how many pairs that were. */
    private static int draw(Learning learning, List<Compared> people, Function<Compared, List<Weigher>> weighing) {
        SplittableRandom dice = new SplittableRandom(people.size());
        int pairs = 0;
        for (Compared one : people) {
            List<Weigher> weighers = weighing.apply(one);
            for (int i = 0; i < PAIRS_OF_ONE; i++) {
                Compared other = people.get(dice.nextInt(people.size()));
                if (!one.id().equals(other.id())) {
                    Comparing.best(weighers.stream(), other)
                            .ifPresent(weighed ->
                                    learning.drawn(weighed.explained().levels()));
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private ModelEffect effect(ModelInUse model, ModelInUse proposed, List<Two> listed, List<UUID> searched) {
        Tally tally = new Tally(weighing(model), weighing(proposed));
        for (int at = 0; at < listed.size(); at += AT_A_TIME) {
            List<Two> some = listed.subList(at, Math.min(listed.size(), at + AT_A_TIME));
            Set<UUID> ids = new HashSet<>();
            some.forEach(two -> ids.addAll(List.of(two.one(), two.other())));
            Map<UUID, Compared> facts =
                    queries.facts(ids).stream().collect(Collectors.toMap(Compared::id, Function.identity()));
            some.forEach(two -> tally.list(facts.get(two.one()), facts.get(two.other())));
        }
        compared(searched).forEach(one -> tally.search(one, queries.withKeysOf(one)));
        return tally.effect();
    }

    private Function<Compared, List<Weigher>> weighing(ModelInUse model) {
        Counts now = counts.now();
        Thresholds thresholds = Thresholds.of(pack, London.date(time.instant()));
        return one -> one.probes().stream()
                .map(probe -> Weigher.ofPairs(probe, one, now, model, thresholds))
                .toList();
    }

    /** Counts pairs under two models. */
    private static final class Tally {

        private final Function<Compared, List<Weigher>> now;
        private final Function<Compared, List<Weigher>> then;
        private int listed;
        private int go;
        private int stronger;
        private int weaker;
        private int searched;
        private int come;

        Tally(Function<Compared, List<Weigher>> now, Function<Compared, List<Weigher>> then) {
            this.now = now;
            this.then = then;
        }

        void list(@Nullable Compared one, @Nullable Compared other) {
            if (one == null || other == null) {
                return;
            }
            Optional<Strength> before = pair(now.apply(one), other);
            if (before.isEmpty()) {
                return;
            }
            listed++;
            Optional<Strength> after = pair(then.apply(one), other);
            go += after.isEmpty() ? 1 : 0;
            stronger +=
                    before.equals(Optional.of(Strength.POSSIBLE)) && after.equals(Optional.of(Strength.STRONG)) ? 1 : 0;
            weaker +=
                    before.equals(Optional.of(Strength.STRONG)) && after.equals(Optional.of(Strength.POSSIBLE)) ? 1 : 0;
        }

        void search(Compared one, Collection<Compared> others) {
            searched++;
            List<Weigher> before = now.apply(one);
            List<Weigher> after = then.apply(one);
            for (Compared other : others) {
                come += pair(before, other).isEmpty() && pair(after, other).isPresent() ? 1 : 0;
            }
        }

        private static Optional<Strength> pair(List<Weigher> weighers, Compared other) {
            return Comparing.asked(weighers, other).map(Weighing::strength);
        }

        ModelEffect effect() {
            return new ModelEffect(listed, go, stronger, weaker, searched, come);
        }
    }
}
