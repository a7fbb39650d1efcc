package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SpellingProperties {

    @Property(tries = 500)
    void itDoesNotMatterWhichWordIsNamedFirst(
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String one,
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String other) {
        assertThat(Spelling.distance(one, other, 9)).isEqualTo(Spelling.distance(other, one, 9));
        assertThat(Spelling.likeness(one, other))
                .isEqualTo(Spelling.likeness(other, one))
                .isBetween(0.0, 1.0);
    }

    @Property(tries = 500)
    void noMoreMistakesAreCountedThanAsked(
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String one,
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String other,
            @ForAll @IntRange(max = 4) int most) {
        int all = Spelling.distance(one, other, 9);
        assertThat(Spelling.distance(one, other, most)).isEqualTo(Math.min(all, most + 1));
    }

    @Property(tries = 300)
    void oneLetterMoreIsOneMistake(
            @ForAll @StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'd') String word,
            @ForAll @IntRange(max = 8) int place) {
        int at = Math.min(place, word.length());
        assertThat(Spelling.distance(word, word.substring(0, at) + "x" + word.substring(at), 3))
                .isEqualTo(1);
        assertThat(Spelling.distance(word, word, 3)).isZero();
    }

    @Example
    void neighboursThatChangedPlacesAreOneMistake() {
        assertThat(Spelling.distance("kahn", "khan", 2)).isEqualTo(1);
        assertThat(Spelling.distance("martha", "marhta", 2)).isEqualTo(1);
        assertThat(Spelling.distance("kitten", "sitting", 5)).isEqualTo(3);
    }

    @Example
    void aCommonBeginningMakesWordsMoreAlike() {
        assertThat(Spelling.likeness("martha", "marhta"))
                .isEqualTo(0.9611, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(Spelling.likeness("dixon", "dicksonx"))
                .isEqualTo(0.8133, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(Spelling.likeness("abc", "xyz")).isZero();
    }
}
