package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonName;

class TruthTests {

    private static final Instant TUESDAY = Instant.parse("2026-11-10T10:00:00Z");
    private static final Scale SCALE = new Scale(8_000, 800, 40, 40, 0, 1, 40);
    private static final Plan PLAN = new Plan(2026, SCALE, TUESDAY);
    private static final Population PEOPLE = PLAN.population(List.of("107242"));
    private static final Twins TWINS = new Twins(PLAN, PEOPLE.size());

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameTruthWhateverTheMoment() throws IOException {
        Instant later = TUESDAY.plusSeconds(90_000);
        assertThat(lines(PLAN)).isEqualTo(lines(new Plan(2026, SCALE, later)));
        assertThat(lines(PLAN)).isNotEqualTo(lines(new Plan(7, SCALE, TUESDAY)));
    }

    @Test
    void everyRecordIsNamedOnceWithWhoseItIs() throws IOException {
        List<String> lines = lines(PLAN);
        assertThat(lines.getFirst()).isEqualTo("id,person");
        assertThat(lines)
                .hasSize(8_001)
                .allMatch(line -> line.equals("id,person") || line.matches("P-[0-9A-Z]{7},P-[0-9A-Z]{7}"));
        Map<String, Long> records = lines.stream()
                .skip(1)
                .collect(Collectors.groupingBy(line -> line.substring(10), Collectors.counting()));
        assertThat(records).hasSizeBetween(7_800, 7_960);
        assertThat(records.values()).filteredOn(count -> count == 2).hasSizeBetween(80, 130);
        assertThat(records.values()).filteredOn(count -> count >= 3).hasSizeBetween(30, 50);
    }

    @Test
    void furtherRecordsAreOfTheSamePersonAndHardlyEverAlike() {
        int namesAlike = 0;
        int birthsAlike = 0;
        int moved = 0;
        int bare = 0;
        for (long number = 0; number < PLAN.twins(); number++) {
            Entry entry = TWINS.of(PEOPLE, number);
            InventedPerson person = PEOPLE.person(TWINS.whose(number));
            List<Fact> facts = entry.person().facts();
            namesAlike += name(facts).full().equals(person.fullName()) ? 1 : 0;
            birthsAlike += entry.person().born().equals(person.recordedBirth()) ? 1 : 0;
            moved += addresses(facts)
                            .anyMatch(home ->
                                    !home.lines().startsWith(person.address().line()))
                    ? 1
                    : 0;
            bare += addresses(facts).findAny().isEmpty() ? 1 : 0;
        }
        assertThat(PLAN.twins()).isEqualTo(200);
        assertThat(namesAlike).isBetween(10, 80);
        assertThat(birthsAlike).isBetween(90, 150);
        assertThat(moved).isBetween(30, 90);
        assertThat(bare).isBetween(30, 90);
    }

    @Test
    void theRecordsInTheDistrictAreThoseOfTheTruth() throws IOException {
        Set<String> told = LongStream.range(0, PLAN.twins())
                .mapToObj(number -> TWINS.of(PEOPLE, number).reference() + "," + PLAN.reference(TWINS.whose(number)))
                .collect(Collectors.toSet());
        assertThat(lines(PLAN)).containsAll(told);
    }

    private static PersonName name(List<Fact> facts) {
        return of(facts, PersonName.class).findFirst().orElseThrow();
    }

    private static java.util.stream.Stream<PersonAddress> addresses(List<Fact> facts) {
        return of(facts, PersonAddress.class);
    }

    private static <T> java.util.stream.Stream<T> of(List<Fact> facts, Class<T> type) {
        Function<Fact, T> cast = type::cast;
        return facts.stream().filter(type::isInstance).map(cast);
    }

    private List<String> lines(Plan plan) throws IOException {
        Path file = folder.resolve(plan.seed() + "-" + plan.at().getEpochSecond() + ".csv");
        new Truth(plan).write(file);
        return Files.readAllLines(file);
    }
}
