package uk.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.NameWords;
import uk.sightline.identity.PairKeys;
import uk.sightline.identity.TestNumbers;
import uk.sightline.identity.Written;

class SearchTextTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final BirthDate BORN = BirthDate.on(LocalDate.of(2011, 7, 3));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aliya Khan 3/7/11",
                "3/7/2011 Aliya Khan",
                "Aliya, Khan; 03.07.2011",
                "Aliya Khan 3 July 2011",
                "aliya khan 2011-07-03",
                "Aliya 3rd July 2011 Khan"
            })
    void aNameAndABirthDateAreToldApartInAnyOrder(String typed) {
        SearchText text = SearchText.of(typed, TODAY);

        assertThat(text.probe().born()).isEqualTo(BORN);
        assertThat(text.probe().nameOrBlank()).isEqualToIgnoringCase("Aliya Khan");
    }

    @Test
    void numbersAreKnownByTheirRules() {
        assertThat(schemes(TestNumbers.nhs())).contains("NHS_NUMBER");
        assertThat(schemes("Khan bd5 0aa")).containsExactly("POSTCODE");
        assertThat(schemes("07700 900123")).containsExactly("PHONE");
        assertThat(schemes("AB12 CDE")).contains("VEHICLE");
    }

    @Test
    void aReferenceIsKnownInSmallLetters() {
        assertThat(SearchText.of("r-7kq2m4x", TODAY).reference()).isEqualTo("R-7KQ2M4X");
        assertThat(SearchText.of("Khan", TODAY).reference()).isNull();
    }

    @Test
    void anAgeIsASpanOfBirthDates() {
        SearchText text = SearchText.of("Khan about 14", TODAY);

        assertThat(text.probe().nameOrBlank()).isEqualTo("Khan");
        assertThat(text.probe().born().precision()).isEqualTo(BirthDate.Precision.ESTIMATED);
    }

    @Property
    void anythingTypedIsReadWithoutComplaint(@ForAll @StringLength(max = 500) String typed) {
        SearchText text = SearchText.of(typed, TODAY);

        assertThat(SearchKeys.lookedFor(text.probe()))
                .allSatisfy(key -> assertThat(key.key().length()).isBetween(3, 200));
    }

    @Property
    void textThatIsKeptHasNoControlsAndStaysAsItIs(@ForAll String typed) {
        String kept = Written.text(typed);

        assertThat(Written.text(kept)).isEqualTo(kept);
        assertThat(kept).doesNotContain("\u0000", "\u202E").doesNotContain("\r");
    }

    @Property
    void aNameWithALetterLeftOutSharesAKeyOfBothWordsWithTheName(
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String given,
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String family,
            @ForAll @IntRange(min = 1, max = 3) int at) {
        Set<String> kept = PairKeys.of(given + " " + family);
        String mistyped = family.substring(0, at) + family.substring(at + 1);

        if (NameWords.of(given + " " + family).size() == 2
                && NameWords.of(given + " " + mistyped).size() == 2) {
            assertThat(PairKeys.of(given + " " + mistyped)).containsAnyElementsOf(kept);
        }
    }

    private static Set<String> schemes(String typed) {
        return SearchText.of(typed, TODAY).probe().identifiers().stream()
                .map(clue -> clue.scheme().name())
                .collect(Collectors.toSet());
    }
}
