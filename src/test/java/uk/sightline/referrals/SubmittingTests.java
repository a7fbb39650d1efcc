package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.sightline.SightlineTest;
import uk.sightline.platform.Actor;

@SightlineTest
class SubmittingTests {

    private static final Actor PUBLIC = new Actor(
            UUID.fromString("00000000-0000-4000-8000-000000000009"), Actor.Kind.PUBLIC, "a member of the public", null);

    @Autowired
    private Referrals referrals;

    @Test
    void aReferralAboutAChildIsToBeAnsweredWithinOneWorkingDay() {
        Receipt receipt = PUBLIC.call(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PUBLIC));
        assertThat(receipt.reference()).matches("R-[0-9A-Z]{7}");
        assertThat(receipt.receivedAt()).isEqualTo(Instant.parse("2026-11-10T10:00:00Z"));
        assertThat(receipt.answerDueAt()).isEqualTo(Instant.parse("2026-11-11T10:00:00Z"));
        assertThat(receipt.team()).isEqualTo("Integrated Front Door");
    }

    @Test
    void theSameFormSentTwiceIsReceivedOnce() {
        ReferralForm form = SampleForms.aboutA14YearOld();
        Receipt first = PUBLIC.call(() -> referrals.submit(form, Channel.PUBLIC));
        Receipt second = PUBLIC.call(() -> referrals.submit(form, Channel.PUBLIC));
        assertThat(second).isEqualTo(first);
    }
}
