package uk.sightline.people;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.matching.Scorer;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.KeyCounts.Counts;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/**
 * Holds people on the index against each other: who waits for it, who is like somebody, and how alike two are. Found by the
 * keys and weighed by the model of the search, as far as whoever asks may see.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Comparing {

    /** An array, because it is made once: joined to a list, the choosing ran again for each row and took twice as many. */
    private static final String TAKE = """
            delete from people.to_compare t
            where t.no = any (array(
              select w.no from people.to_compare w order by w.no limit :most for update skip locked))
            returning t.person_id
            """;

    private static final String LIST_AGAIN = """
            with next as (
              select p.id from people.person p
              where :after::uuid is null or p.id > :after::uuid
              order by p.id limit :most
            ), listed as (
              insert into people.to_compare (person_id)
              select next.id from next
              where not exists (select from people.to_compare t where t.person_id = next.id)
            )
            select next.id from next order by next.id desc limit 1
            """;

    private static final String LEFT = "select people.left_to_compare()";

    private final JdbcClient sql;
    private final CandidateQueries queries;
    private final KeyCounts counts;
    private final ModelsInUse models;
    private final PracticePack pack;
    private final InstantSource time;

    Comparing(
            JdbcClient sql,
            CandidateQueries queries,
            KeyCounts counts,
            ModelsInUse models,
            PracticePack pack,
            InstantSource time) {
        this.sql = sql;
        this.queries = queries;
        this.counts = counts;
        this.models = models;
        this.pack = pack;
        this.time = time;
    }

    /**
     * Somebody who is like somebody.
     *
     * @param bits the weight of everything together
     * @param chance that they are one person, 0 to 1
     * @param why read with both records open: numbers of both are shown
     * @param levels how alike they are in each respect, to be kept with what is said of them
     */
    public record Alike(
            UUID person,
            Strength strength,
            double bits,
            double chance,
            List<String> reasons,
            @Nullable String hint,
            Why why,
            String levels) {

        private static Alike of(Weighing weighing) {
            Why why = weighing.why();
            return new Alike(
                    weighing.id(),
                    weighing.strength(),
                    weighing.bits(),
                    Scorer.chance(weighing.bits()),
                    weighing.reasons(why),
                    weighing.hint(),
                    why,
                    weighing.explained().levels());
        }
    }

    /** How far the comparing has come. */
    public record Left(long people, long ofAll) {}

    /** Takes people off the list; two at once take different ones. Who is taken stands there again if it is rolled back. */
    public Set<UUID> take(int most) {
        return Set.copyOf(sql.sql(TAKE).param("most", most).query(UUID.class).list());
    }

    /**
     * Puts people on the list who are on the index, in the order of their ids.
     *
     * @param after where to go on; null to begin
     * @return the last of them; empty when there are no more
     */
    public Optional<UUID> listAgain(@Nullable UUID after, int most) {
        return sql.sql(LIST_AGAIN)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .optional();
    }

    public Left left() {
        long people = sql.sql(LEFT).query(Long.class).single();
        return new Left(people, Math.max(people, counts.now().people()));
    }

    /**
     * What pairs are judged by now, the pack's thresholds, the model in use and what is thought of households, as a text that
     * changes when they do. The model is asked for anew, and who is compared after this is weighed by it.
     */
    public String thresholds() {
        Thresholds now = Thresholds.of(pack, London.date(time.instant()));
        return now.pair() + " " + now.strong() + " " + PersonRespects.HOUSEHOLD + " model "
                + models.latest().no();
    }

    /**
     * For each of these people, with whom they are a pair that somebody should be asked about. Whoever is not on the index, or cannot be seen, is not in
     * the answer; whoever is like nobody has an empty list.
     */
    public Map<UUID, List<Alike>> likeThese(Collection<UUID> people) {
        Map<UUID, List<Alike>> alike = new LinkedHashMap<>();
        for (Compared one : queries.facts(people)) {
            alike.put(one.id(), possible(one, queries.withKeysOf(one)));
        }
        return alike;
    }

    private List<Alike> possible(Compared one, List<Compared> others) {
        List<Weigher> weighers = weighers(one);
        return others.stream()
                .flatMap(other -> asked(weighers, other).map(Alike::of).stream())
                .toList();
    }

    /** As the pair that somebody is asked about; empty when they are none. */
    static Optional<Weighing> asked(List<Weigher> weighers, Compared other) {
        return best(weighers.stream().filter(weigher -> weigher.isWorthAsking(other)), other)
                .filter(each -> each.strength() != Strength.WEAK);
    }

    /** How alike two people are, whether or not much speaks for it; empty when either cannot be seen. */
    public Optional<Alike> between(UUID one, UUID other) {
        Map<UUID, Compared> both =
                queries.facts(List.of(one, other)).stream().collect(Collectors.toMap(Compared::id, each -> each));
        Compared mine = both.get(one);
        Compared theirs = both.get(other);
        return mine == null || theirs == null
                ? Optional.empty()
                : best(weighers(mine).stream(), theirs).map(Alike::of);
    }

    static Optional<Weighing> best(Stream<Weigher> weighers, Compared other) {
        return weighers.map(weigher -> weigher.asPair(other)).max(Comparator.comparingDouble(Weighing::bits));
    }

    /** One for each of the names by which somebody is known. */
    private List<Weigher> weighers(Compared one) {
        Counts now = counts.now();
        ModelInUse model = models.now();
        Thresholds thresholds = Thresholds.of(pack, London.date(time.instant()));
        return one.probes().stream()
                .map(probe -> Weigher.ofPairs(probe, one, now, model, thresholds))
                .toList();
    }
}
