package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.sightline.district.InventedPerson.Identifier;
import uk.sightline.district.InventedPerson.Kin;
import uk.sightline.district.InventedPerson.Relation;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.NameKeys;

class PopulationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final List<String> SCHOOLS = List.of("107242", "107300", "139999");
    private static final Population TOWN = Population.of(7, 20_000, TODAY, SCHOOLS);
    private static final List<InventedPerson> PEOPLE = TOWN.people().toList();

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherSeedOthers() {
        assertThat(Population.of(7, 500, TODAY, SCHOOLS).people().toList()).isEqualTo(PEOPLE.subList(0, 500));
        assertThat(Population.of(8, 500, TODAY, SCHOOLS).people().toList()).isNotEqualTo(PEOPLE.subList(0, 500));
    }

    @Test
    void aPersonIsTheSameWhateverTheSizeOfTheDistrict() {
        Population district = Population.of(7, 500_000, TODAY, SCHOOLS);
        for (int i = 0; i < 20_000; i += 37) {
            assertThat(district.person(i)).isEqualTo(PEOPLE.get(i));
        }
        assertThat(Population.of(7, 13, TODAY, SCHOOLS).people()).isEqualTo(PEOPLE.subList(0, 13));
    }

    @Test
    void everybodyHasTheirNumber() {
        assertThat(PEOPLE).hasSize(20_000);
        assertThat(PEOPLE.get(12_345).index()).isEqualTo(12_345);
        assertThatThrownBy(() -> TOWN.person(20_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void namesAreAsVariedAsTheDistrict() {
        assertThat(distinct(p -> p.names().getFirst().surname())).hasSizeGreaterThan(700);
        assertThat(distinct(InventedPerson::fullName)).hasSizeGreaterThan(13_000);
        assertThat(PEOPLE).filteredOn(p -> p.names().size() > 1).hasSizeBetween(3_000, 9_000);
    }

    @Test
    void communitiesLanguagesAndAgesAreSharedOutLikeTheDistricts() {
        Map<String, Long> ethnicities = PEOPLE.stream()
                .collect(Collectors.groupingBy(p -> p.background().ethnicity(), Collectors.counting()));
        assertThat(ethnicities.get("WBRI")).isBetween(7_000L, 10_000L);
        assertThat(ethnicities.get("APKN")).isBetween(4_200L, 6_200L);
        assertThat(ethnicities).containsKeys("WROM", "ABAN", "AIND", "BAFR", "WOTH", "OOTH", "MWAS", "REFU");
        assertThat(distinct(p -> p.background().firstLanguage())).hasSizeGreaterThan(15);
        assertThat(aged(8, 25)).isBetween(7_000L, 12_500L);
        assertThat(aged(65, 120)).isGreaterThan(200);
    }

    @Test
    void everyIdentifierAndPostcodePassesTheChecksOfItsScheme() {
        Set<String> values = new HashSet<>();
        for (InventedPerson person : PEOPLE) {
            for (Identifier id : person.identifiers()) {
                assertThat(id.scheme().check(id.value())).isInstanceOf(Checked.Valid.class);
                assertThat(values.add(id.value())).as(id.value()).isTrue();
            }
            assertThat(IdentifierScheme.POSTCODE.check(person.address().postcode()))
                    .isInstanceOf(Checked.Valid.class);
            assertThat(person.contacts())
                    .allSatisfy(c ->
                            assertThat(IdentifierScheme.PHONE.check(c.phone())).isInstanceOf(Checked.Valid.class));
        }
        assertThat(values).hasSizeGreaterThan(18_000);
    }

    @Test
    void nothingBelongsToTheRealWorld() {
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(person.address().postcode()).matches("BD\\d{1,2} \\d[A-Z][CIKMOV]");
            assertThat(person.contacts())
                    .allSatisfy(c -> assertThat(c.phone()).matches("\\+44(7700900|1632960)\\d{3}"));
            assertThat(person.identifiers())
                    .filteredOn(id -> id.scheme() == IdentifierScheme.NHS_NUMBER)
                    .allSatisfy(id -> assertThat(id.value()).startsWith("999"));
        });
    }

    @Test
    void nhsNumbersStayUniqueAndRunOutAfterAMillionPeople() {
        Set<String> seen = new HashSet<>();
        for (long i = 0; i < 1_000_000; i += 3) {
            Numbers.nhsNumber(i)
                    .ifPresent(number -> assertThat(seen.add(number)).isTrue());
        }
        assertThat(seen).hasSizeGreaterThan(300_000);
        assertThat(Numbers.nhsNumber(1_000_000)).isEmpty();
    }

    @Test
    void parentsAreAtLeastSixteenYearsOlderAndFamiliesShareAHome() {
        Map<Kin, Integer> count = new HashMap<>();
        for (InventedPerson person : PEOPLE) {
            for (Relation relation : person.relations()) {
                InventedPerson other = PEOPLE.get((int) relation.other());
                count.merge(relation.kin(), 1, Integer::sum);
                assertThat(other.index()).isLessThan(person.index());
                boolean parent = relation.kin() == Kin.MOTHER || relation.kin() == Kin.FATHER;
                assertThat(parent && other.born().plusYears(16).isAfter(person.born()))
                        .isFalse();
            }
        }
        assertThat(count).containsOnlyKeys(Kin.values());
        assertThat(count.get(Kin.SIBLING)).isGreaterThan(5_000);
    }

    @Test
    void brothersAndSistersAreBornInTurnAndMothersAreNotTooOld() {
        for (InventedPerson person : PEOPLE) {
            for (Relation relation : person.relations()) {
                InventedPerson other = PEOPLE.get((int) relation.other());
                if (relation.kin() == Kin.SIBLING) {
                    assertThat(person.born())
                            .matches(b -> b.equals(other.born())
                                    || b.isAfter(other.born().plusDays(300)));
                }
                if (relation.kin() == Kin.MOTHER) {
                    assertThat(person.born()).isBefore(other.born().plusYears(48));
                }
            }
        }
    }

    @Test
    void pupilsGoToTheSchoolsGivenAndOthersToNone() {
        assertThat(PEOPLE)
                .allSatisfy(person -> assertThat(SCHOOLS)
                        .containsAll(person.schoolUrn().stream().toList()));
        assertThat(PEOPLE)
                .filteredOn(p -> p.born().isBefore(TODAY.minusYears(18)))
                .allSatisfy(adult -> assertThat(adult.schoolUrn()).isEmpty());
        assertThat(Population.of(7, 100, TODAY, List.of()).people())
                .allSatisfy(p -> assertThat(p.schoolUrn()).isEmpty());
    }

    @Test
    void nobodyIsBornInTheFutureAndEveryNameAndBirthDateCanBeLookedFor() {
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(person.born()).isBeforeOrEqualTo(TODAY);
            assertThat(BirthDateReader.read(person.born().toString(), TODAY))
                    .isInstanceOf(BirthDateReader.Reading.Understood.class);
        });
        assertThat(PEOPLE.subList(0, 2_000))
                .allSatisfy(person -> assertThat(NameKeys.of(person.fullName())).isNotEmpty());
    }

    private static Set<String> distinct(Function<InventedPerson, String> of) {
        return PEOPLE.stream().map(of).collect(Collectors.toSet());
    }

    private static long aged(int least, int most) {
        return PEOPLE.stream()
                .filter(p ->
                        !p.born().isAfter(TODAY.minusYears(least)) && p.born().isAfter(TODAY.minusYears(most + 1L)))
                .count();
    }
}
