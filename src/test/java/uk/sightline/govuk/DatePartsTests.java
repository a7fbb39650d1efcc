package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DatePartsTests {

    @Test
    void monthsMayBeNumbersOrWords() {
        assertThat(new DateParts("5", "11", "2011").date()).contains(LocalDate.of(2011, 11, 5));
        assertThat(new DateParts("5", " November", "2011").date()).contains(LocalDate.of(2011, 11, 5));
        assertThat(new DateParts("5", "nov", "2011").date()).contains(LocalDate.of(2011, 11, 5));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(DateParts.blank().problem("Date of birth")).isEqualTo("Enter date of birth");
        assertThat(new DateParts("5", "", "2011").problem("Date of birth"))
                .isEqualTo("Date of birth must include a month");
        assertThat(new DateParts("5", null, null).problem("Date of birth"))
                .isEqualTo("Date of birth must include a month and a year");
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        assertThat(new DateParts("31", "2", "2011").problem("Date of birth"))
                .isEqualTo("Date of birth must be a real date");
        assertThat(new DateParts("1", "2", "11").problem("Date of birth"))
                .isEqualTo("Date of birth must be a real date");
        assertThat(new DateParts("x", "spring", "2011").date()).isEmpty();
    }

    @Property
    void aDateComesBackAsItWas(
            @ForAll @IntRange(min = 1_000, max = 9_999) int year, @ForAll @IntRange(min = 1, max = 365) int day) {
        var date = LocalDate.ofYearDay(year, day);
        assertThat(DateParts.of(date).date()).contains(date);
        assertThat(DateParts.of(date).problem("The date")).isNull();
    }
}
