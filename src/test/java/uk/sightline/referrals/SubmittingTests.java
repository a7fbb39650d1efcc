package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;

@SightlineTest
class SubmittingTests {

    private static final String SCHOOL = "900001";
    private static final Actor PUBLIC = new Actor(
            UUID.fromString("00000000-0000-4000-8000-000000000009"), Actor.Kind.PUBLIC, "a member of the public", null);

    @Autowired
    private Referrals referrals;

    @Autowired
    private Tracking tracking;

    @Autowired
    private QueueQueries queue;

    @Autowired
    private TestPeople people;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transactions;

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
        TestPerson lead = people.schoolLead(school());
        Receipt first = lead.actor().call(() -> referrals.submit(form, Channel.PORTAL));
        Receipt second = lead.actor().call(() -> referrals.submit(form, Channel.PORTAL));
        assertThat(second).isEqualTo(first);
        assertThat(lead.actor().call(() -> tracking.mine(null)))
                .filteredOn(sent -> sent.reference().equals(first.reference()))
                .hasSize(1);
    }

    @Test
    void aReferralAboutAnAdultGoesToTheAdultHubAndNotToTheFrontDoor() {
        ReferralForm form = SampleForms.form(
                "adult", null, List.of(SampleForms.subject("Joan Sample", LocalDate.of(1950, 1, 2), null)));
        Receipt receipt = PUBLIC.call(() -> referrals.submit(form, Channel.PUBLIC));
        assertThat(receipt.team()).contains("Adult");
        assertThat(inQueue(people.adultWorker(), receipt)).isTrue();
        assertThat(inQueue(people.frontDoorWorker(), receipt)).isFalse();
    }

    @Test
    void immediateDangerWithoutALogNumberRunsItsOwnClock() {
        var danger = new ReferralForm.Danger("Sam Okafor", Instant.parse("2026-11-10T09:50:00Z"), null);
        ReferralForm form =
                SampleForms.form("child", danger, SampleForms.aboutA14YearOld().subjects());
        Receipt receipt = PUBLIC.call(() -> referrals.submit(form, Channel.PUBLIC));
        assertThat(rules(receipt)).containsExactlyInAnyOrder("C01", "C03");
    }

    @Test
    void aKnownLogNumberNeedsNoClock() {
        var danger = new ReferralForm.Danger("Sam Okafor", Instant.parse("2026-11-10T09:50:00Z"), "123 of 10/11");
        ReferralForm form =
                SampleForms.form("child", danger, SampleForms.aboutA14YearOld().subjects());
        Receipt receipt = PUBLIC.call(() -> referrals.submit(form, Channel.PUBLIC));
        assertThat(rules(receipt)).containsExactly("C03");
    }

    @Test
    void theReferrerAndTheirSchoolSeeItAndAnotherSchoolDoesNot() {
        TestPerson lead = people.schoolLead(school());
        TestPerson colleague = people.schoolLead(school());
        TestPerson stranger = people.schoolLead(otherSchool());
        Receipt receipt = lead.actor().call(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PORTAL));
        assertThat(lead.actor().call(() -> tracking.one(receipt.id())).sent().own())
                .isTrue();
        assertThat(colleague
                        .actor()
                        .call(() -> tracking.one(receipt.id()))
                        .sent()
                        .own())
                .isFalse();
        assertThatThrownBy(() -> stranger.actor().run(() -> tracking.one(receipt.id())))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void whoeverMayNotReferIsRefused() {
        TestPerson administrator = people.administrator();
        assertThatThrownBy(() -> administrator
                        .actor()
                        .run(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PORTAL)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aReferralAboutNobodyIsRefused() {
        ReferralForm nobody = SampleForms.form("child", null, List.of());
        assertThatThrownBy(() -> PUBLIC.run(() -> referrals.submit(nobody, Channel.PUBLIC)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("who the referral is about");
    }

    private boolean inQueue(TestPerson worker, Receipt receipt) {
        var filter = QueueFilter.of(java.util.Map.of("team", "every"));
        return worker.actor().call(() -> queue.everything(filter, 1000)).lines().stream()
                .anyMatch(line -> line.id().equals(receipt.id()));
    }

    private List<String> rules(Receipt receipt) {
        return people.frontDoorWorker()
                .actor()
                .call(() -> transactions.execute(status ->
                        clocks.of(receipt.id()).stream().map(Clock::rule).toList()));
    }

    private static String school() {
        return SCHOOL;
    }

    private static String otherSchool() {
        return "900002";
    }
}
