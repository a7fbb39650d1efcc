package uk.sightline.bench;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.BulkRecords;
import uk.sightline.access.BulkRecords.Closed;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.NhsNumber;
import uk.sightline.people.Candidate;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.people.Probe;
import uk.sightline.people.Probe.Clue;
import uk.sightline.platform.Actor;

/**
 * Whether a search tells by its time that there is a sealed record. Somebody of the front door looks for people whom only
 * sealed records are of, for people whom nobody knows, and once more for such people: as far as the last two are apart is
 * noise. Turn by turn, each first in its turn, in one transaction that is taken back: nobody else ever sees those records.
 * Everybody is looked for once before: planting somebody brings pages of the index into memory that a search for nobody
 * would still have to fetch.
 */
@Component
class Silence {

    private static final int MOST = 400;
    private static final String[] BEGIN = {"Xa", "Quo", "Zu", "Vje", "Oxi", "Ywe", "Ghu", "Tzo"};
    private static final String[] END = {"rrow", "vlyn", "gask", "phex", "zund", "thrib", "nquil", "bwex"};
    private static final LocalDate FIRST_BORN = LocalDate.of(2009, 1, 1);
    private static final int DAYS = 3_000;

    private final People people;
    private final BulkRecords records;
    private final InstantSource time;
    private final TransactionTemplate transactions;

    Silence(People people, BulkRecords records, InstantSource time, TransactionTemplate transactions) {
        this.people = people;
        this.records = records;
        this.time = time;
        this.transactions = transactions;
    }

    private record Child(String given, String family, LocalDate born, String nhs) {}

    /** What is known of whom one looks for. */
    private record Way(String label, Function<Child, Probe> probe) {}

    private static final List<Way> WAYS = List.of(
            new Way("Name", child -> new Probe(name(child), BirthDate.unknown(), List.of())),
            new Way("Name and birth date", child -> new Probe(name(child), BirthDate.on(child.born()), List.of())),
            new Way("NHS number", child -> new Probe(null, BirthDate.unknown(), List.of(nhs(child)))));

    /**
     * A search as the page does it: candidates, and the pointer when there is one.
     *
     * @param searches of each kind; 400 at most
     */
    Report measure(UUID worker, int searches) {
        int many = Math.min(searches, MOST);
        return Objects.requireNonNull(new Actor(worker, Actor.Kind.PERSON, "bench", null)
                .call(() -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    return measure(many);
                })));
    }

    private Report measure(int many) {
        SplittableRandom dice = new SplittableRandom(many);
        List<Child> sealed = children(many, dice);
        List<Child> nobody = children(many, dice);
        List<Child> nobodyElse = children(many, dice);
        Set<UUID> planted = Set.copyOf(plant(sealed));
        List<List<String>> rows = new ArrayList<>();
        int betrayed = 0;
        for (Way way : WAYS) {
            Timings ofSealed = new Timings();
            Timings ofNobody = new Timings();
            Timings again = new Timings();
            List<Timings> timings = List.of(ofSealed, ofNobody, again);
            List<List<Child>> asked = List.of(sealed, nobody, nobodyElse);
            for (int i = -many; i < many; i++) {
                for (int turn = 0; turn < asked.size(); turn++) {
                    int which = Math.floorMod(i + turn, asked.size());
                    Child child = asked.get(which).get(Math.floorMod(i, many));
                    Timings into = i < 0 ? new Timings() : timings.get(which);
                    betrayed += search(way.probe().apply(child), into).stream()
                                    .anyMatch(found ->
                                            planted.contains(found.card().id()))
                            ? 1
                            : 0;
                }
            }
            rows.add(row(way, ofSealed, ofNobody, again));
        }
        return new Report(
                List.of(
                        "search by",
                        "searches",
                        "of a sealed person p50 ms",
                        "of nobody p50 ms",
                        "of nobody else p50 ms",
                        "sealed to nobody at p50",
                        "all of it together",
                        "noise at p50",
                        "noise all together"),
                rows,
                List.of("%d sealed people planted and taken back; %d searches found one".formatted(many, betrayed)),
                betrayed);
    }

    private List<Candidate> search(Probe probe, Timings into) {
        long before = System.nanoTime();
        List<Candidate> found = people.candidates(probe);
        people.pointer(probe);
        into.add(System.nanoTime() - before);
        return found;
    }

    private List<UUID> plant(List<Child> children) {
        List<UUID> planted = children.stream()
                .map(child -> people.create(
                        NewPerson.named(child.given(), child.family(), BirthDate.on(child.born()), "Bench")
                                .with(PersonIdentifier.typed(
                                        IdentifierScheme.NHS_NUMBER, child.nhs(), IdentifierStatus.VERIFIED))))
                .toList();
        records.close(planted.stream()
                .map(id -> new Closed(id, "sealed", "Bench", "Nobody", Set.of(), time.instant()))
                .toList());
        return planted;
    }

    private static List<String> row(Way way, Timings sealed, Timings nobody, Timings again) {
        return List.of(
                way.label(),
                Integer.toString(sealed.count()),
                Report.ms(sealed.percentile(50)),
                Report.ms(nobody.percentile(50)),
                Report.ms(again.percentile(50)),
                "%.2f".formatted(sealed.percentile(50) / nobody.percentile(50)),
                "%.2f".formatted(sealed.sum() / nobody.sum()),
                "%.2f".formatted(again.percentile(50) / nobody.percentile(50)),
                "%.2f".formatted(again.sum() / nobody.sum()));
    }

    private static List<Child> children(int many, SplittableRandom dice) {
        List<Child> children = new ArrayList<>();
        while (children.size() < many) {
            int nine = 999_000_000 + dice.nextInt(1_000_000);
            NhsNumber.checkDigit(nine)
                    .ifPresent(check -> children.add(new Child(
                            word(dice), word(dice), FIRST_BORN.plusDays(dice.nextInt(DAYS)), "" + nine + check)));
        }
        return children;
    }

    /** Like nothing that anybody is called. */
    private static String word(SplittableRandom dice) {
        return BEGIN[dice.nextInt(BEGIN.length)]
                + (char) ('a' + dice.nextInt(26))
                + END[dice.nextInt(END.length)]
                + (char) ('a' + dice.nextInt(26));
    }

    private static String name(Child child) {
        return child.given() + " " + child.family();
    }

    private static Clue nhs(Child child) {
        return new Clue(IdentifierScheme.NHS_NUMBER, child.nhs());
    }
}
