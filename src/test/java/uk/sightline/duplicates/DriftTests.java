package uk.sightline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.sightline.duplicates.Drift.Band;

/** When it is said that the model drifts, and when not. */
class DriftTests {

    @Test
    void wilsonsIntervalIsAsPublished() {
        Drift.Interval interval = new Band(0, 10, 8, 8).interval();

        assertThat(interval.low()).isCloseTo(0.490, within(0.001));
        assertThat(interval.high()).isCloseTo(0.943, within(0.001));
    }

    @Test
    void aModelThatClaimsTooMuchOrTooLittleIsSaidToAndOneThatFitsIsNot() {
        assertThat(drift(new Band(2, 40, 20, 38)).sentences())
                .containsExactly(
                        "In the last three months, of 40 pairs in the band “90 to 99%”, 50% were said to be one"
                                + " person. The model had said 95%: it claims too much there.");
        assertThat(drift(new Band(0, 40, 40, 24)).sentences().getFirst()).contains("it claims too little there");
        assertThat(drift(new Band(2, 40, 38, 38)).sentences()).isEmpty();
    }

    @Property
    void ofTooFewPairsNothingIsSaid(
            @ForAll @IntRange(min = 0, max = Drift.ENOUGH - 1) int judged,
            @ForAll @IntRange(min = 0, max = 19) int same) {
        Drift drift = drift(new Band(3, judged, Math.min(judged, same), judged * 0.995));

        assertThat(drift.sentences()).isEmpty();
        assertThat(drift.isJudgedEnough()).isFalse();
    }

    /** As many as were expected, give or take one, are never beyond chance. */
    @Property
    void whatWasExpectedIsNeverDrift(
            @ForAll @IntRange(min = 20, max = 5_000) int judged, @ForAll @IntRange(min = 50, max = 99) int percent) {
        int same = Math.round(judged * percent / 100f);

        assertThat(drift(new Band(1, judged, same, judged * percent / 100.0)).sentences())
                .isEmpty();
    }

    @Test
    void aShareThatIsNotAllIsNeverCalledAll() {
        assertThat(List.of(Drift.percent(0.9999), Drift.percent(1), Drift.percent(0.0001), Drift.percent(0.614)))
                .containsExactly("99.9%", "100%", "0.1%", "61%");
    }

    private static Drift drift(Band recent) {
        return new Drift(List.of(recent), List.of());
    }
}
