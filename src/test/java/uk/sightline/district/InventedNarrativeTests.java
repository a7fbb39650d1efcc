package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.sightline.district.InventedNarrative.Strand;

class InventedNarrativeTests {

    /** Words that blame the person or that have no place in these texts (PRACTICE §2, §18.10). */
    private static final List<String> NEVER = List.of(
            "lifestyle",
            "choice",
            "promiscuous",
            "prostitut",
            "streetwise",
            "attention-seeking",
            "puts herself",
            "puts himself",
            "puts themselves",
            "child sex",
            "runaway",
            "absconded",
            "perpetrator",
            "offender",
            "wasting",
            "refuses to engage");

    @Test
    void theSameNumberTellsTheSame() {
        assertThat(narrative(3)).isEqualTo(narrative(3)).isNotEqualTo(narrative(11));
    }

    @Test
    void twoThousandReferralsReadDifferently() {
        Set<InventedNarrative> told = all().stream().collect(Collectors.toSet());
        assertThat(told).hasSizeGreaterThan(1_990);
        assertThat(told.stream().map(InventedNarrative::facts).collect(Collectors.toSet()))
                .hasSizeGreaterThan(1_900);
    }

    @Test
    void everyTextIsShortWholeAndBlamesNobody() {
        assertThat(all()).allSatisfy(n -> {
            for (String text : List.of(n.facts(), n.ownWords(), n.worry(), n.tried())) {
                assertThat(text)
                        .hasSizeBetween(10, 400)
                        .doesNotContain("{", "}", "null")
                        .matches(".*[.]\"?");
                assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(NEVER);
            }
        });
    }

    @Test
    void everyStrandHasTextsAndSuitsSomebody() {
        for (Strand strand : Strand.values()) {
            assertThat(strand.suitsChildren()).isNotEqualTo(strand.suitsAdults());
            assertThat(InventedNarrative.of(1, 1, strand, "Sam", Sex.MALE).worry())
                    .isNotBlank();
        }
    }

    private static List<InventedNarrative> all() {
        List<InventedNarrative> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(narrative(i));
        }
        return all;
    }

    private static InventedNarrative narrative(int number) {
        Strand strand = Strand.values()[number % Strand.values().length];
        return InventedNarrative.of(
                7, number, strand, number % 2 == 0 ? "Amara" : "Tomasz", number % 2 == 0 ? Sex.FEMALE : Sex.MALE);
    }
}
