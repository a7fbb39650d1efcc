package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the checks are for: one wrong digit and two digits swapped are always caught. */
class CheckDigitProperties {

    @Property
    void aWrongDigitInAnNhsNumberIsCaught(@ForAll("nhsNumbers") String number) {
        assertThat(withOneDigitChanged(number)).allSatisfy(wrong -> assertRefused(IdentifierScheme.NHS_NUMBER, wrong));
    }

    @Property
    void swappedDigitsInAnNhsNumberAreCaught(@ForAll("nhsNumbers") String number) {
        assertThat(withNeighboursSwapped(number))
                .allSatisfy(wrong -> assertRefused(IdentifierScheme.NHS_NUMBER, wrong));
    }

    @Property
    void aWrongDigitInAUpnIsCaught(@ForAll("upns") String upn) {
        assertThat(withOneDigitChanged(upn)).allSatisfy(wrong -> assertRefused(IdentifierScheme.UPN, wrong));
    }

    @Property
    void swappedDigitsInAUpnAreCaught(@ForAll("upns") String upn) {
        assertThat(withNeighboursSwapped(upn)).allSatisfy(wrong -> assertRefused(IdentifierScheme.UPN, wrong));
    }

    @Property
    void aWrongOrSwappedDigitInAPncIdIsCaught(@ForAll("pncIds") String pnc) {
        assertThat(withOneDigitChanged(pnc)).allSatisfy(wrong -> assertRefused(IdentifierScheme.PNC_ID, wrong));
        assertThat(withNeighboursSwapped(pnc)).allSatisfy(wrong -> assertRefused(IdentifierScheme.PNC_ID, wrong));
    }

    /** Luhn misses 09 swapped with 90, and nothing else of these two kinds. */
    @Property
    void aWrongDigitInAnImeiIsCaughtAndSoAreSwapsOtherThanOfNoughtAndNine(@ForAll("imeis") String imei) {
        assertThat(withOneDigitChanged(imei)).allSatisfy(wrong -> assertRefused(IdentifierScheme.IMEI, wrong));
        assertThat(withNeighboursSwapped(imei.replace('9', '8')))
                .filteredOn(swapped -> IdentifierScheme.IMEI.check(imei.replace('9', '8')) instanceof Checked.Valid)
                .allSatisfy(wrong -> assertRefused(IdentifierScheme.IMEI, wrong));
    }

    @Property
    void aCheckDigitIsADigitOrThereIsNoSuchNumber(@ForAll @IntRange(max = 999_999_999) int firstNine) {
        OptionalInt check = NhsNumber.checkDigit(firstNine);
        check.ifPresent(digit -> assertThat(digit).isBetween(0, 9));
    }

    @Provide
    Arbitrary<String> nhsNumbers() {
        return Arbitraries.integers()
                .between(400_000_000, 999_999_999)
                .filter(nine -> NhsNumber.checkDigit(nine).isPresent())
                .map(nine -> "" + nine + NhsNumber.checkDigit(nine).getAsInt())
                .filter(number -> number.chars().distinct().count() > 1);
    }

    @Provide
    Arbitrary<String> upns() {
        return digits(12).map(body -> Upn.checkLetter(body) + body);
    }

    @Provide
    Arbitrary<String> pncIds() {
        return digits(9).map(d -> d.substring(0, 2) + "/" + d.substring(2) + PoliceNumbers.checkLetter(d));
    }

    @Provide
    Arbitrary<String> imeis() {
        return digits(14).map(CheckDigitProperties::withLuhnDigit);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().withCharRange('0', '9').ofLength(length);
    }

    private static String withLuhnDigit(String fourteen) {
        for (char last = '0'; last <= '9'; last++) {
            if (IdentifierScheme.IMEI.check(fourteen + last) instanceof Checked.Valid) {
                return fourteen + last;
            }
        }
        throw new AssertionError("no check digit fits " + fourteen);
    }

    private static List<String> withOneDigitChanged(String number) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                if (Character.isDigit(number.charAt(i)) && number.charAt(i) != other) {
                    all.add(number.substring(0, i) + other + number.substring(i + 1));
                }
            }
        }
        return all;
    }

    private static List<String> withNeighboursSwapped(String number) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i + 1 < number.length(); i++) {
            char a = number.charAt(i);
            char b = number.charAt(i + 1);
            if (a != b && Character.isDigit(a) && Character.isDigit(b)) {
                all.add(number.substring(0, i) + b + a + number.substring(i + 2));
            }
        }
        return all;
    }

    private static void assertRefused(IdentifierScheme scheme, String wrong) {
        assertThat(scheme.check(wrong)).as(wrong).isInstanceOf(Checked.Invalid.class);
    }
}
