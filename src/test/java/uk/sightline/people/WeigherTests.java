package uk.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Compared.Number;
import uk.sightline.people.KeyCounts.Counts;
import uk.sightline.people.Probe.Clue;

/** How one candidate is weighed, and whether the reasons can be followed. */
class WeigherTests {

    private static final BirthDate BORN = BirthDate.on(LocalDate.of(2011, 7, 3));
    private static final Thresholds THRESHOLDS = new Thresholds(0.99, 0.01, 0.5);
    private static final Counts DISTRICT =
            new Counts(500_000, Map.of("w:khan", 9_000, "w:mohamed", 4_000, "b:2011-01-01", 900));

    @Test
    void theSameNameAndBirthDateIsAStrongMatch() {
        Weighing weighing = weigh(probe("Aliya Szczesny", BORN), person("Aliya Szczesny", BORN));
        assertThat(weighing.strength()).isEqualTo(Strength.STRONG);
        assertThat(reasons(weighing)).containsExactly("same name", "same birth date");
    }

    @Test
    void aNameAloneIsNeverAStrongMatchHoweverRare() {
        BirthDate unknown = BirthDate.unknown();
        assertThat(weigh(probe("Aliya Szczesny", unknown), person("Aliya Szczesny", BORN))
                        .strength())
                .isEqualTo(Strength.POSSIBLE);
    }

    @Test
    void aNameAndADayThatManyShareWeighLess() {
        BirthDate newYear = BirthDate.on(LocalDate.of(2011, 1, 1));
        Weighing common = weigh(probe("Mohammed Khan", newYear), person("Mohammed Khan", newYear));
        Weighing rare = weigh(probe("Aliya Szczesny", BORN), person("Aliya Szczesny", BORN));
        assertThat(common.bits()).isLessThan(rare.bits() - 8);
        assertThat(common.strength()).isEqualTo(Strength.POSSIBLE);
    }

    @Test
    void namesThatChangedPlacesAreSaidToHave() {
        Weighing weighing = weigh(probe("Szczesny Aliya", BORN), person("Aliya Szczesny", BORN));
        assertThat(weighing.strength()).isEqualTo(Strength.STRONG);
        assertThat(reasons(weighing)).contains("but order of names: turned round");
    }

    @Test
    void whatSpeaksAgainstIsSaidAfterWhatSpeaksFor() {
        Weighing weighing = weigh(
                probe("Aliya Szczesny", BORN), person("Aliyah Szczesny", BirthDate.on(LocalDate.of(1980, 1, 30))));
        assertThat(reasons(weighing))
                .containsExactly(
                        "same family name",
                        "given name: one letter differs",
                        "but another birth date",
                        "but a family may share as much");
    }

    @Test
    void aNumberThatIsTheSameIsShownHoweverMuchElseDiffers() {
        Clue number = new Clue(IdentifierScheme.NHS_NUMBER, "9990000000");
        Probe probe = new Probe("Jemima Otherwise", BirthDate.on(LocalDate.of(1980, 1, 2)), List.of(number));
        Compared other = new Compared(
                new UUID(0, 1),
                List.of("Torquil Samenumber"),
                BORN,
                List.of(new Number(IdentifierScheme.NHS_NUMBER, "9990000000", "verified")),
                List.of(),
                List.of());
        assertThat(weigh(probe, other).strength()).isEqualTo(Strength.POSSIBLE);
        Probe alone = new Probe(null, BirthDate.unknown(), List.of(number));
        assertThat(weigh(alone, other).strength()).isEqualTo(Strength.STRONG);
    }

    @Test
    void ofSeveralNamesTheOneThatWeighsMostCounts() {
        Compared other = new Compared(
                new UUID(0, 1), List.of("Aliya Szczesny", "Lia Otherby"), BORN, List.of(), List.of(), List.of());
        assertThat(reasons(weigh(probe("Lia Otherby", BORN), other))).contains("same name");
    }

    @Test
    void brothersAndSistersAreSuspected() {
        Clue home = new Clue(IdentifierScheme.POSTCODE, "BD1 1AA");
        Probe probe = new Probe("Adam Szczesny", BORN, List.of(home));
        Compared sister = new Compared(
                new UUID(0, 1),
                List.of("Ewa Szczesny"),
                BirthDate.on(LocalDate.of(2005, 1, 30)),
                List.of(),
                List.of("BD1 1AA"),
                List.of());
        assertThat(weigh(probe, sister).hint()).contains("perhaps a brother or sister");
    }

    /** Name, home, phone and, with twins, the birth date: all this two people of one family share. */
    @Test
    void whatOneFamilySharesMakesNobodyOnePerson() {
        Compared home = at("Adam Szczesny", BORN, "9990000018");
        Compared brother = at("Jakub Szczesny", BirthDate.on(LocalDate.of(2009, 2, 27)), "9990000026");
        Compared twin = at("Jakub Szczesny", BORN, null);
        Compared father = at("Adam Szczesny", BirthDate.on(LocalDate.of(1978, 2, 27)), null);
        for (Compared other : List.of(brother, twin, father)) {
            Weigher weigher = Weigher.ofPairs(home.probes().getFirst(), home, DISTRICT, ModelInUse.USUAL, THRESHOLDS);
            assertThat(weigher.isWorthAsking(other)).as(other.toString()).isFalse();
            assertThat(weigher.asPair(other).strength()).as(other.toString()).isNotEqualTo(Strength.STRONG);
            assertThat(reasons(weigher.asPair(other))).contains("but a family may share as much");
        }
        assertThat(Weigher.ofPairs(home.probes().getFirst(), home, DISTRICT, ModelInUse.USUAL, THRESHOLDS)
                        .asPair(twin)
                        .hint())
                .contains("perhaps a twin");
    }

    @Test
    void whoeverHasNameAndBirthDateAndHomeIsOnePersonAllTheSame() {
        Compared one = at("Mohammed Khan", BORN, null);
        Compared again = at("Mohammed Khan", BORN, null);
        Compared mistyped = at("Mohamed Khan", BORN, null);
        Weigher weigher = Weigher.ofPairs(one.probes().getFirst(), one, DISTRICT, ModelInUse.USUAL, THRESHOLDS);
        assertThat(weigher.asPair(again).strength()).isEqualTo(Strength.STRONG);
        assertThat(weigher.isWorthAsking(mistyped)).isTrue();
    }

    private static Compared at(String name, BirthDate born, @Nullable String nhs) {
        return new Compared(
                UUID.randomUUID(),
                List.of(name),
                born,
                nhs == null ? List.of() : List.of(new Number(IdentifierScheme.NHS_NUMBER, nhs, "verified")),
                List.of("BD1 1AA"),
                List.of("+441632960111"));
    }

    @Test
    void nobodyWhoIsAlikeInNothingIsShown() {
        assertThat(new Weigher(probe("Aliya Szczesny", BORN), DISTRICT, ModelInUse.USUAL, THRESHOLDS)
                        .weigh(person("Robert Kirkby", BirthDate.on(LocalDate.of(1955, 12, 24)))))
                .isEmpty();
    }

    @Test
    void thePictureIsTheSum() {
        Weighing weighing = weigh(probe("Szczesny Alia", BORN), person("Aliya Szczesny", BORN));
        Why why = weighing.why();
        assertThat(why.sum()).isCloseTo(weighing.bits(), within(1e-9));
        Waterfall picture = why.picture();
        assertThat(picture.bars()).hasSize(why.compared().size() + 2);
        assertThat(picture.bars().getFirst().label()).isEqualTo("To begin with");
        assertThat(picture.bars().getLast().label()).isEqualTo("Together");
        assertThat(picture.bars()).allMatch(bar -> bar.left() >= 0 && bar.left() + bar.width() <= 100.6);
    }

    @Test
    void anUnknownIsNoEvidence() {
        Why why = weigh(probe("Aliya Szczesny", BirthDate.unknown()), person("Aliya Szczesny", BORN))
                .why();
        assertThat(why.compared())
                .extracting(Why.Step::label)
                .containsExactly("Given name", "Family name", "Household");
        assertThat(why.notCompared()).contains("birth date", "NHS number");
    }

    @Test
    void aNumberOfTheirsThatNobodyTypedIsNotShown() {
        Clue typed = new Clue(IdentifierScheme.NHS_NUMBER, "9990000018");
        Probe probe = new Probe("Aliya Szczesny", BORN, List.of(typed));
        Why other = weigh(probe, numbered("9990000026")).why();
        assertThat(nhs(other)).isEqualTo("see their page");
        Why same = weigh(probe, numbered("9990000018")).why();
        assertThat(nhs(same)).isEqualTo("999 000 0018");
    }

    private static @Nullable String nhs(Why why) {
        return why.compared().stream()
                .filter(step -> step.label().equals("NHS number"))
                .findFirst()
                .orElseThrow()
                .theirs();
    }

    private static Compared numbered(String nhs) {
        return new Compared(
                new UUID(0, 1),
                List.of("Aliya Szczesny"),
                BORN,
                List.of(new Number(IdentifierScheme.NHS_NUMBER, nhs, "verified")),
                List.of(),
                List.of());
    }

    private static List<String> reasons(Weighing weighing) {
        return weighing.reasons(weighing.why());
    }

    private static Weighing weigh(Probe probe, Compared other) {
        return new Weigher(probe, DISTRICT, ModelInUse.USUAL, THRESHOLDS)
                .weigh(other)
                .orElseThrow();
    }

    private static Probe probe(String name, BirthDate born) {
        return new Probe(name, born, List.of());
    }

    private static Compared person(String name, BirthDate born) {
        return new Compared(new UUID(0, 1), List.of(name), born, List.of(), List.of(), List.of());
    }
}
