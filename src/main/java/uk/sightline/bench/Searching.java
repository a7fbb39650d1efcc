package uk.sightline.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
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
 * first twenty, and how long it takes with everything weighed and explained.
 */
@Component
class Searching {

    private static final int WARM_UP = 200;
    private static final int FIRST = 20;
    private static final int SHORTEST = 4;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Spread over the index by the ids, which are drawn by chance. */
    private static final String PEOPLE = """
            select s.id, s.display_name, s.born_on from people.summary s
            where s.id >= :from and s.born_on is not null and s.display_name like '% %'
            order by s.id limit 40
            """;

    private final People people;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    Searching(People people, JdbcClient sql, TransactionTemplate transactions) {
        this.people = people;
        this.sql = sql;
        this.transactions = transactions;
    }

    private record Known(UUID id, String name, LocalDate born) {}

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
        return actor.call(() -> {
            List<Known> known = known(searches, dice);
            known.stream().limit(WARM_UP).forEach(each -> find(each, WAYS.get(1), dice));
            List<List<String>> rows = new ArrayList<>();
            WAYS.forEach(way -> rows.add(row(way, known, dice)));
            return new Report(
                    List.of("search", "searches", "in the first 20, %", "p50 ms", "p95 ms", "p99 ms"),
                    rows,
                    List.of("one after the other, in one process, under the access rules of a front-door worker"),
                    0);
        });
    }

    private List<Known> known(int wanted, SplittableRandom dice) {
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

    private List<String> row(Way way, List<Known> known, SplittableRandom dice) {
        Timings timings = new Timings();
        int found = 0;
        for (Known each : known) {
            long before = System.nanoTime();
            List<Candidate> candidates = find(each, way, dice);
            timings.add(System.nanoTime() - before);
            found += candidates.stream()
                            .limit(FIRST)
                            .anyMatch(candidate -> candidate.card().id().equals(each.id()))
                    ? 1
                    : 0;
        }
        return List.of(
                way.label(),
                Integer.toString(known.size()),
                "%.1f".formatted(100.0 * found / known.size()),
                Report.ms(timings.percentile(50)),
                Report.ms(timings.percentile(95)),
                Report.ms(timings.percentile(99)));
    }

    private List<Candidate> find(Known known, Way way, SplittableRandom dice) {
        String typed = known.name();
        for (int i = 0; i < way.mistakes(); i++) {
            typed = mistyped(typed, dice);
        }
        BirthDate born = way.withBirth() ? BirthDate.on(known.born()) : BirthDate.unknown();
        return people.candidates(new Probe(typed, born, List.of()));
    }

    /** One letter of one word left out, doubled by another, changed for another or for its neighbour. */
    private static String mistyped(String name, SplittableRandom dice) {
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
