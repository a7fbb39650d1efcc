package uk.sightline.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Candidate;
import uk.sightline.people.People;
import uk.sightline.people.Probe;
import uk.sightline.platform.Actor;

/**
 * Looks for people of the index under mistyped names, as somebody of the front door: how often the right one is among the
 * first twenty, how long it takes with everything weighed and explained, and what of it access costs: the same is looked
 * for by a job that sees everybody, turn by turn.
 */
@Component
class Searching {

    static final Actor SEES_ALL = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    private static final int WARM_UP = 300;
    private static final int FIRST = 20;
    private static final int SHORTEST = 4;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Spread over the index by the ids, which are drawn by chance. */
    private static final String PEOPLE = """
            select s.id, s.display_name, s.born_on from people.summary s
            where s.id >= :from and s.born_on is not null and s.display_name like '% %'
            order by s.id limit 40
            """;

    /** Whom no search can tell apart by name: an invented district has a few thousand names in all. */
    private static final String NAMESAKES = """
            select s.display_name, count(*) from people.summary s group by s.display_name having count(*) > :first
            """;

    private final People people;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    Searching(People people, JdbcClient sql, TransactionTemplate transactions) {
        this.people = people;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Somebody who is looked for. */
    record Known(UUID id, String name, LocalDate born) {}

    /** What is mistyped, and whether the birth date is known. */
    private record Way(String label, int mistakes, boolean withBirth) {}

    private static final List<Way> WAYS = List.of(
            new Way("Name as it is", 0, false),
            new Way("Name with one mistake", 1, false),
            new Way("Name with two mistakes", 2, false),
            new Way("Name with one mistake, birth date", 1, true),
            new Way("Name with two mistakes, birth date", 2, true));

    Report measure(UUID worker, int searches) {
        Actor actor = new Actor(worker, Actor.Kind.PERSON, "bench", null);
        SplittableRandom dice = new SplittableRandom(searches);
        List<Known> known = actor.call(() -> known(searches, dice));
        Set<String> common = actor.call(this::common);
        for (int i = 0; i < WARM_UP; i++) {
            Probe probe = probe(known.get(i % known.size()), WAYS.get(i % WAYS.size()), dice);
            actor.call(() -> people.candidates(probe));
            SEES_ALL.call(() -> people.candidates(probe));
        }
        List<List<String>> rows = new ArrayList<>();
        WAYS.forEach(way -> rows.add(row(actor, way, known, common, dice)));
        return new Report(
                List.of(
                        "search",
                        "searches",
                        "in the first 20, %",
                        "of names that 20 or fewer have, %",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "who sees all p50 ms",
                        "access to none at p50",
                        "all of it together"),
                rows,
                List.of("one after the other, in one process, under the access rules of a front-door worker"),
                0);
    }

    List<Known> known(int wanted, SplittableRandom dice) {
        List<Known> known = new ArrayList<>();
        while (known.size() < wanted) {
            UUID from = new UUID(dice.nextLong(), dice.nextLong());
            List<Known> some = Objects.requireNonNull(transactions.execute(status -> sql.sql(PEOPLE)
                    .param("from", from)
                    .query((row, n) -> new Known(
                            row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)))
                    .list()));
            known.addAll(some);
        }
        return known.subList(0, wanted);
    }

    private Set<String> common() {
        return new HashSet<>(Objects.requireNonNull(transactions.execute(status -> sql.sql(NAMESAKES)
                .param("first", FIRST)
                .query((row, n) -> row.getString(1))
                .list())));
    }

    private List<String> row(Actor actor, Way way, List<Known> known, Set<String> common, SplittableRandom dice) {
        Timings worker = new Timings();
        Timings all = new Timings();
        int found = 0;
        int told = 0;
        int rare = 0;
        for (Known each : known) {
            Probe probe = probe(each, way, dice);
            boolean first = timed(worker, () -> actor.call(() -> people.candidates(probe))).stream()
                    .limit(FIRST)
                    .anyMatch(candidate -> candidate.card().id().equals(each.id()));
            timed(all, () -> SEES_ALL.call(() -> people.candidates(probe)));
            boolean isRare = !common.contains(each.name());
            found += first ? 1 : 0;
            told += first && isRare ? 1 : 0;
            rare += isRare ? 1 : 0;
        }
        return List.of(
                way.label(),
                Integer.toString(known.size()),
                percent(found, known.size()),
                percent(told, rare),
                Report.ms(worker.percentile(50)),
                Report.ms(worker.percentile(95)),
                Report.ms(worker.percentile(99)),
                Report.ms(all.percentile(50)),
                "%.2f".formatted(worker.percentile(50) / all.percentile(50)),
                "%.2f".formatted(worker.sum() / all.sum()));
    }

    private static List<Candidate> timed(Timings timings, Supplier<List<Candidate>> search) {
        long before = System.nanoTime();
        List<Candidate> found = search.get();
        timings.add(System.nanoTime() - before);
        return found;
    }

    private static String percent(int part, int whole) {
        return "%.1f".formatted(whole == 0 ? 0 : 100.0 * part / whole);
    }

    private static Probe probe(Known known, Way way, SplittableRandom dice) {
        String typed = known.name();
        for (int i = 0; i < way.mistakes(); i++) {
            typed = mistyped(typed, dice);
        }
        BirthDate born = way.withBirth() ? BirthDate.on(known.born()) : BirthDate.unknown();
        return new Probe(typed, born, List.of());
    }

    /** One letter of one word left out, doubled by another, changed for another or for its neighbour. */
    static String mistyped(String name, SplittableRandom dice) {
        String[] words = name.split(" ");
        int at = dice.nextInt(words.length);
        String word = words[at];
        if (word.length() < SHORTEST) {
            return name;
        }
        int letter = dice.nextInt(1, word.length() - 1);
        char other = LETTERS.charAt(dice.nextInt(LETTERS.length()));
        words[at] = switch (dice.nextInt(4)) {
            case 0 -> word.substring(0, letter) + word.substring(letter + 1);
            case 1 -> word.substring(0, letter) + other + word.substring(letter);
            case 2 -> word.substring(0, letter) + other + word.substring(letter + 1);
            default ->
                word.substring(0, letter) + word.charAt(letter + 1) + word.charAt(letter) + word.substring(letter + 2);
        };
        return String.join(" ", words);
    }
}
