package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;
import uk.sightline.referrals.ReferralForm.Assessment;
import uk.sightline.referrals.ReferralForm.Said;

/** What the front door sees of the assessment that came with a referral. */
class SentAssessmentTests {

    private static final PracticePack PACK = PracticePacks.load("classpath:packs/bradford");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aFormOfBeforeIsReadWithoutOne() {
        ObjectNode old = JSON.valueToTree(SampleForms.aboutA14YearOld());
        old.remove("assessment");
        ReferralForm read = JSON.treeToValue(old, ReferralForm.class);
        assertThat(read.assessment()).isNull();
        assertThat(SentAssessment.of(read, DAY, PACK)).isNull();
        ReferralForm with = SampleForms.assessed(said("D3.04", "yes-evidenced"));
        assertThat(JSON.readValue(JSON.writeValueAsString(with), ReferralForm.class))
                .isEqualTo(with);
    }

    @Test
    void everyReasonWhatCountsAndWhatIsUnknownIsSaid() {
        SentAssessment sent = of(said("D3.04", "yes-evidenced"), said("D3.01", "no"), said("D1.03", "unknown"));
        assertThat(sent.level()).isEqualTo("Low or emerging");
        assertThat(sent.because()).isNotEmpty();
        assertThat(sent.counted())
                .singleElement()
                .satisfies(line -> assertThat(line.points()).isEqualTo(5));
        assertThat(sent.answeredNo()).hasSize(1);
        assertThat(sent.unknown()).hasSize(15).contains("Missing and whereabouts");
        assertThat(sent.partial()).isEqualTo("I only know this side of the child's life");
        assertThat(sent.summary()).isEqualTo("Assessment sent with the referral: Low or emerging, provisional");
    }

    @Test
    void whatMustBeDoneAtOnceIsSaidWhateverTheLevel() {
        assertThat(of(said("D14.07", "yes-suspected")).then()).contains("Manager to look today");
    }

    @Test
    void toKnowNothingIsNoLowLevel() {
        assertThat(of().level()).isNull();
        assertThat(of(said("D3.04", "unknown")).summary()).endsWith("nothing that can be weighed");
    }

    @Test
    void whatAToolDoesNotKnowCountsNothing() {
        SentAssessment strange = of(said("D99.01", "yes-evidenced"), said("D3.04", "yes-indeed"));
        assertThat(strange.level()).isNull();
        assertThat(strange.counted()).isEmpty();
    }

    @Test
    void aToolThatHasGoneIsNotWeighedAndNothingIsLost() {
        ReferralForm form = SampleForms.assessed(
                new Assessment("ceat-1", "0.1", List.of(said("D3.04", "yes-evidenced")), List.of(), "urgent", null));
        SentAssessment sent = Objects.requireNonNull(SentAssessment.of(form, DAY, PACK));
        assertThat(sent.level()).isNull();
        assertThat(sent.notes()).containsExactly("D3.04: yes-evidenced");
        assertThat(sent.partial()).contains("urgent");
    }

    private static SentAssessment of(Said... said) {
        return Objects.requireNonNull(SentAssessment.of(SampleForms.assessed(said), DAY, PACK));
    }

    private static Said said(String indicator, String said) {
        return new Said(indicator, said, seen(said));
    }

    private static @Nullable LocalDate seen(String said) {
        return said.equals("yes-evidenced") ? DAY.minusDays(9) : null;
    }
}
