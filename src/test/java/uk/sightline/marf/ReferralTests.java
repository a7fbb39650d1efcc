package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;

/** A referral from its first screen to the receipt. */
@SightlineTest
class ReferralTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    FormVisitor school;

    @BeforeEach
    void aSchoolLead() {
        school = new FormVisitor(mvc, people.schoolLead("900017"));
    }

    @Test
    void aSchoolSendsWhatItKnowsAndHoldsAReceipt() throws Exception {
        String draft = school.begin("child");
        school.tellTheWorry(draft);
        school.onward(draft + "/level", "/consent", "level", "3", "why", "Several needs.");
        school.onward(
                draft + "/consent",
                "/check",
                "parentInformed",
                "yes",
                "sharing",
                "given",
                "givenBy",
                "Mother",
                "childView",
                "yes");
        school.onward(draft + "/check", "/receipt", "accurate", "yes", "notice", "yes", "feedback", "portal");
        assertThat(school.page(draft + "/receipt").select(".govuk-panel").text())
                .matches("Sent Your receipt number R-.{7}");
    }
}
