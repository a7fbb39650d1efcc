package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.sightline.identity.BirthDateReader.Reading;

class BirthDateReaderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/7/11",
                "03.07.2011",
                "3 July 2011",
                "3rd jul 11",
                "2011-07-03",
                "3 7 2011",
                "03072011",
                "20110703",
                "030711",
                "3-Jul-2011",
                "July 3rd, 2011",
                "3rd of July 2011",
                "Sunday 3 July 2011",
                "DOB: 03/07/2011",
                "2011-07-03T00:00:00",
                "03/07/2011 00:00",
                "born 3 july '11",
                "٣/٧/٢٠١١",
                "3 / 7 / 2011",
                "3jul2011"
            })
    void theSameDayIsReadInEveryFormPeopleWrite(String typed) {
        assertThat(read(typed)).isEqualTo(BirthDate.on(LocalDate.of(2011, 7, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "july 2011,       MONTH,     2011-07-01, 2011-07-31",
        "07/2011,         MONTH,     2011-07-01, 2011-07-31",
        "2011-07,         MONTH,     2011-07-01, 2011-07-31",
        "sept 11,         MONTH,     2011-09-01, 2011-09-30",
        "2011,            YEAR,      2011-01-01, 2011-12-31",
        "2026,            YEAR,      2026-01-01, 2026-02-10",
        "age 14,          ESTIMATED, 2011-02-11, 2012-02-10",
        "aged 14,         ESTIMATED, 2011-02-11, 2012-02-10",
        "14 yrs,          ESTIMATED, 2011-02-11, 2012-02-10",
        "14 years old,    ESTIMATED, 2011-02-11, 2012-02-10",
        "14yo,            ESTIMATED, 2011-02-11, 2012-02-10",
        "about 14,        ESTIMATED, 2010-02-11, 2013-02-10",
        "age approx 14,   ESTIMATED, 2010-02-11, 2013-02-10",
        "13 or 14,        ESTIMATED, 2011-02-11, 2013-02-10",
        "13-14 years,     ESTIMATED, 2011-02-11, 2013-02-10",
        "circa 2011,      ESTIMATED, 2010-01-01, 2012-12-31",
        "6 months,        ESTIMATED, 2025-07-11, 2025-08-10",
        "2 weeks old,     ESTIMATED, 2026-01-21, 2026-01-27",
    })
    void lessThanADayIsASpan(String typed, BirthDate.Precision precision, LocalDate earliest, LocalDate latest) {
        assertThat(read(typed)).isEqualTo(new BirthDate.Between(precision, earliest, latest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "unknown", "Not known", "N/K", "?", "-"})
    void notKnowingIsAnAnswer(String typed) {
        assertThat(read(typed)).isEqualTo(BirthDate.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "10/2/26, 2026-02-10",
        "11/2/26, 1926-02-11",
        "1/1/07,  2007-01-01",
        "1/1/45,  1945-01-01",
    })
    void twoDigitsOfAYearAreNeverInTheFuture(String typed, LocalDate born) {
        assertThat(read(typed)).isEqualTo(BirthDate.on(born));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/02/2011      | February 2011 has 28 days",
                "29 feb 2011     | February 2011 has 28 days",
                "07/13/2011      | no month 13",
                "0/7/2011        | Check the day",
                "3/7/2027        | in the future",
                "2027            | in the future",
                "1/1/1850        | 120 years",
                "age 130         | cannot be right",
                "15 to 13        | cannot be right",
                "3 july          | Add the year",
                "3/7             | Add the year",
                "14              | an age?",
                "3 juju 2011     | not a month",
                "next tuesday    | Enter a date of birth",
                "<b>2011</b>     | Enter a date of birth",
            })
    void whatCannotBeABirthDateSaysWhatIsWrong(String typed, String part) {
        assertThat(BirthDateReader.read(typed, TODAY))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, no -> assertThat(no.reason()).contains(part));
    }

    @Property
    void everyDayOfALifeIsReadBackInEveryStyle(@ForAll @IntRange(max = 43_000) int daysAgo) {
        LocalDate born = TODAY.minusDays(daysAgo);
        for (String style : new String[] {
            "d/M/yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "ddMMyyyy", "yyyyMMdd", "dd-MMM-yyyy"
        }) {
            String typed = born.format(DateTimeFormatter.ofPattern(style, Locale.UK));
            assertThat(read(typed)).as(typed).isEqualTo(BirthDate.on(born));
        }
    }

    private static BirthDate read(String typed) {
        Reading reading = BirthDateReader.read(typed, TODAY);
        assertThat(reading).as(typed).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).birthDate();
    }
}
