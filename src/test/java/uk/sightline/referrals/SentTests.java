package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.sightline.SightlineTest;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.platform.Ids;

@SightlineTest
class SentTests {

    @Autowired
    private Labels labels;

    @Test
    void everythingThatWasSaidOfAPersonIsShownInWords() {
        ReferralForm.Subject said = new ReferralForm.Subject(
                Ids.next(),
                "Marigold Fernley",
                "Mari",
                "about 14",
                null,
                14,
                "2",
                null,
                "she",
                List.of(),
                "NOBT",
                null,
                null,
                null,
                null,
                true,
                "writing",
                List.of("HEAR"),
                "cannot hear a caller",
                null,
                "1 Invented Row",
                "BD1 1AA",
                "with an aunt",
                "01632 960001",
                "on a chat app as fern",
                "Example Practice",
                "Example School",
                null,
                "Another Council",
                null,
                "tall, red coat");

        List<String> told = values(new Sent(labels).of(said));

        assertThat(told)
                .contains(
                        "1 Invented Row, BD1 1AA",
                        "with an aunt",
                        "01632 960001",
                        "on a chat app as fern",
                        "tall, red coat",
                        "Example Practice",
                        "cannot hear a caller",
                        "Another Council",
                        "writing",
                        "Yes",
                        "she")
                .doesNotContain("HEAR", "NOBT", "Not said");
    }

    @Test
    void whoRefersWithoutANameIsSaidToAndHowTheyAreKnownIsNotLost() {
        ReferralForm.Referrer nobody = new ReferralForm.Referrer(
                null,
                null,
                null,
                null,
                null,
                "01632 960002",
                null,
                "a neighbour",
                "sees them daily",
                null,
                "1B",
                false);

        assertThat(values(new Sent(labels).of(nobody)))
                .contains("No name given", "01632 960002", "a neighbour", "sees them daily", "No");
    }

    private static List<String> values(List<SummaryRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(
                        String.valueOf(Objects.requireNonNull(row.value()).text())))
                .toList();
    }
}
