package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    @ParameterizedTest
    @CsvSource({
        "Aisha Khan,     Aisha Khan,      SAME_NAME",
        "Aisha Khan,     Khan Aisha,      SAME_NAME_OTHER_ORDER",
        "Abdul Rahman,   Abdulrahman,     SAME_NAME",
        "Bob Clough,     Robert Clough,   NICKNAME",
        "Aisha Khan,     Aisha Kham,      ONE_LETTER",
        "Aisha Choudhury, Aisha Chaudhry, SOUNDS_ALIKE",
        "A Khan,         Aisha Khan,      SAME_INITIAL",
        "Featherstone,   Fearherstome,    SIMILAR_SPELLING",
        "Aisha,          Aisha Khan,      PART_OF_NAME",
    })
    void theReasonIsSaid(String one, String other, MatchReason reason) {
        Likeness likeness = NameSimilarity.between(one, other);
        assertThat(likeness.reasons()).contains(reason);
        assertThat(likeness.score()).isBetween(0.5, 1.0);
    }

    @Test
    void aCloserNameScoresHigher() {
        assertThat(score("Aisha Khan", "Aisha Khan")).isGreaterThan(score("Aisha Khan", "Ayesha Khan"));
        assertThat(score("Aisha Khan", "Ayesha Khan")).isGreaterThan(score("Aisha Khan", "Aisha Bibi"));
        assertThat(score("Aisha Khan", "Aisha Bibi")).isGreaterThan(score("Aisha Khan", "Robert Clough"));
        assertThat(score("Aisha Khan", "Robert Clough")).isZero();
    }

    @Test
    void aSharedHonorificAloneSaysLittle() {
        assertThat(score("Fatima Bibi", "Nasreen Bibi")).isLessThan(0.3);
    }

    @Property
    void likenessIsTheSameBothWaysAndWithinBounds(
            @ForAll @StringLength(max = 40) String one, @ForAll @StringLength(max = 40) String other) {
        assertThat(score(one, other)).isBetween(0.0, 1.0).isEqualTo(score(other, one), Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-07-03, 2011-07-03, SAME_BIRTH_DATE",
        "2011-07-03, 2011-03-07, DAY_AND_MONTH_SWAPPED",
        "2011-07-03, 2012-07-03, ONE_DIGIT_OF_BIRTH_DATE",
        "2011-07-03, 2011-07-25, SAME_MONTH_AND_YEAR",
        "2011-07-03, 2011-12-25, SAME_YEAR",
    })
    void birthDatesAreComparedTheWayMistakesAreMade(LocalDate one, LocalDate other, MatchReason reason) {
        Likeness likeness = BirthDateSimilarity.between(BirthDate.on(one), BirthDate.on(other));
        assertThat(likeness.reasons()).containsExactly(reason);
    }

    @Test
    void anEstimatedAgeFitsTheBirthDatesInItsSpanOnly() {
        BirthDate about = BirthDate.in(Year.of(2011));
        assertThat(BirthDateSimilarity.between(about, BirthDate.on(LocalDate.of(2011, 7, 3)))
                        .reasons())
                .containsExactly(MatchReason.BIRTH_DATE_FITS);
        assertThat(BirthDateSimilarity.between(about, BirthDate.on(LocalDate.of(2013, 8, 4))))
                .isEqualTo(Likeness.NONE);
        assertThat(BirthDateSimilarity.between(about, BirthDate.unknown())).isEqualTo(Likeness.NONE);
    }

    private static double score(String one, String other) {
        return NameSimilarity.between(one, other).score();
    }
}
