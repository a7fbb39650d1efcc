package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BirthDateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);

    @Test
    void aPersonIsAnAdultFromTheStartOfTheEighteenthBirthday() {
        BirthDate born = BirthDate.on(LocalDate.of(2008, 2, 11));
        assertThat(born.adultFrom()).contains(LocalDate.of(2026, 2, 11));
        assertThat(born.mayBeChildOn(TODAY)).isTrue();
        assertThat(born.mayBeChildOn(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void somebodyBornOnTheTwentyNinthOfFebruaryComesOfAgeOnTheFirstOfMarch() {
        BirthDate born = BirthDate.on(LocalDate.of(2008, 2, 29));
        assertThat(born.adultFrom()).contains(LocalDate.of(2026, 3, 1));
        assertThat(born.ageOn(LocalDate.of(2026, 2, 28))).contains(new BirthDate.Age(17, 17));
        assertThat(born.ageOn(LocalDate.of(2026, 3, 1))).contains(new BirthDate.Age(18, 18));
        assertThat(born.ageOn(LocalDate.of(2028, 2, 29))).contains(new BirthDate.Age(20, 20));
    }

    @Test
    void somebodyWhoMayBeAChildIsTreatedAsOne() {
        BirthDate seventeenOrEighteen = BirthDate.aged(17, 18, TODAY);
        assertThat(seventeenOrEighteen.mayBeChildOn(TODAY)).isTrue();
        assertThat(seventeenOrEighteen.adultFrom()).contains(LocalDate.of(2027, 2, 10));
        assertThat(BirthDate.unknown().mayBeChildOn(TODAY)).isTrue();
    }

    @Test
    void aPartlyKnownBirthDateHasASpanOfAges() {
        assertThat(BirthDate.in(Year.of(2011)).ageOn(TODAY).orElseThrow().words())
                .isEqualTo("14 to 15");
        assertThat(BirthDate.in(YearMonth.of(2011, 7))
                        .ageOn(TODAY)
                        .orElseThrow()
                        .words())
                .isEqualTo("14");
        assertThat(BirthDate.unknown().ageOn(TODAY)).isEmpty();
    }

    @Property
    void anAgeIsTrueOfEveryDayOfItsSpan(@ForAll @IntRange(max = 110) int age) {
        BirthDate aged = BirthDate.aged(age, age, TODAY);
        assertThat(aged.ageOn(TODAY)).contains(new BirthDate.Age(age, age));
        assertThat(Birthdays.completedYears(
                        aged.firstPossibleDay().orElseThrow().minusDays(1), TODAY))
                .isEqualTo(age + 1);
        assertThat(Birthdays.completedYears(aged.lastPossibleDay().orElseThrow(), TODAY))
                .isEqualTo(age);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsNotABirthDate() {
        assertThatThrownBy(() -> new BirthDate.Between(BirthDate.Precision.YEAR, TODAY, TODAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BirthDate.Between(BirthDate.Precision.DAY, TODAY, TODAY.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
