package uk.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.AccountEnded;
import uk.sightline.access.TestPeople;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

@SightlineTest
@Import(TestClocks.class)
class ClocksTests {

    private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-11T10:00:00Z");

    @Autowired
    Clocks clocks;

    @Autowired
    TestClocks test;

    @Autowired
    TestPeople people;

    @Autowired
    TestTime.Settable time;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void tuesdayAtTen() {
        time.set(TestTime.START);
    }

    @Test
    void aReferralOfTuesdayTenIsDueOnWednesdayTen() {
        var referral = started("C03");

        var clock = only(referral);

        assertThat(clock.dueAt()).isEqualTo(WEDNESDAY_AT_TEN);
        assertThat(clock.label()).isEqualTo("Decision on a child's referral");
        assertThat(clock.rag(time.instant())).isEqualTo(Rag.GREEN);
        assertThat(clock.remaining(time.instant())).isEqualTo("1 working day left");
        assertThat(events(referral)).containsExactly("started");
    }

    @Test
    void startingItAgainChangesNothing() {
        var referral = started("C03");
        time.advance(Duration.ofHours(3));

        test.start("C03", referral, "front-door", null);

        assertThat(only(referral).dueAt()).isEqualTo(WEDNESDAY_AT_TEN);
        assertThat(events(referral)).containsExactly("started");
    }

    @Test
    void whatIsStoppedKeepsItsEvidenceAndCanRunAgain() {
        var referral = started("C03");
        test.asJob(() -> clocks.stop(referral, "C03", "Decided."));
        test.start("C03", referral, "front-door", null);

        assertThat(all(referral)).extracting(Clock::running).containsExactlyInAnyOrder(false, true);
        assertThat(events(referral)).containsExactly("started", "stopped", "started");
    }

    @Test
    void stoppingWhatDoesNotRunIsNothing() {
        var referral = test.childReferral();

        test.asJob(() -> clocks.stop(referral, "C03", "Decided."));

        assertThat(all(referral)).isEmpty();
    }

    @Test
    void whatIsLateIsNotClosedBeforeSomebodySaysWhy() {
        var referral = started("C03");
        time.set(WEDNESDAY_AT_TEN);

        assertThat(needsReason(referral, "C03")).isTrue();
        assertThatThrownBy(() -> test.asJob(() -> clocks.stop(referral, "C03", "Decided.")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("Say why");

        test.asJob(() -> clocks.explainBreach(referral, "C03", "volume", "Forty referrals came that day."));
        test.asJob(() -> clocks.stop(referral, "C03", "Decided."));

        assertThat(needsReason(referral, "C03")).isFalse();
        assertThat(events(referral)).containsExactly("started", "explained", "stopped");
    }

    @Test
    void somebodyElsesEvidenceStopsALateClockAndTheReasonIsStillAsked() {
        var referral = started("C02");
        time.advance(Duration.ofHours(25));

        test.asJob(() -> clocks.stopForOthers(referral, "C02", "Written referral received."));

        assertThat(only(referral).running()).isFalse();
        assertThat(needsReason(referral, "C02")).isTrue();
    }

    @Test
    void aReasonIsOneOfThePackAndOnlyForWhatIsLate() {
        var referral = started("C03");
        assertThatThrownBy(() -> test.asJob(() -> clocks.explainBreach(referral, "C03", "volume", "Busy.")))
                .hasMessageContaining("is not late");

        time.set(WEDNESDAY_AT_TEN);
        assertThatThrownBy(() -> test.asJob(() -> clocks.explainBreach(referral, "C03", "nonsense", "Busy.")))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void aPauseMovesWhatIsDueByTheTimeItStoodStill() {
        var referral = started("C02");
        time.advance(Duration.ofHours(2));
        test.asJob(() -> clocks.pause(referral, "C02", "Waiting for the family."));
        time.advance(Duration.ofHours(48));

        assertThat(needsReason(referral, "C02")).isFalse();
        assertThat(only(referral).remaining(time.instant())).isEqualTo("paused, 22 h left");
        test.asJob(() -> clocks.resume(referral, "C02"));

        assertThat(only(referral).dueAt()).isEqualTo(TestTime.START.plus(Duration.ofHours(24 + 48)));
        assertThat(events(referral)).containsExactly("started", "paused", "resumed");
    }

    @Test
    void aClockStoppedWhilePausedIsNotLate() {
        var referral = started("C02");
        test.asJob(() -> clocks.pause(referral, "C02", "Waiting for the family."));
        time.advance(Duration.ofHours(72));

        test.asJob(() -> clocks.stop(referral, "C02", "Written referral received."));

        assertThat(needsReason(referral, "C02")).isFalse();
    }

    @Test
    void whatThePackDoesNotLetPauseIsNotPaused() {
        var referral = started("C03");

        assertThatThrownBy(() -> test.asJob(() -> clocks.pause(referral, "C03", "Waiting.")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("cannot be paused");
        assertThatThrownBy(() -> test.asJob(() -> clocks.resume(referral, "C03")))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void allClocksOfARecordGoToOneOwnerWhoMustSeeIt() {
        var referral = started("C03");
        test.start("C01", referral, "front-door", null);
        var worker = people.frontDoorWorker();
        var adultWorker = people.adultWorker();
        var frontDoor = test.team("front-door");

        test.asJob(() -> clocks.assign(referral, frontDoor, worker.id()));
        assertThat(all(referral)).extracting(Clock::owner).containsOnly(worker.id());
        assertThat(all(referral)).extracting(Clock::acceptedAt).containsOnlyNulls();

        assertThatThrownBy(() -> test.asJob(() -> clocks.assign(referral, frontDoor, adultWorker.id())))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("may not see");
    }

    @Test
    void aClockIsSeenByThoseWhoSeeTheRecordAndByNobodyElse() {
        var referral = started("C03");
        var worker = people.frontDoorWorker();
        var adultWorker = people.adultWorker();

        assertThat(test.as(worker.actor(), () -> clocks.of(referral))).hasSize(1);
        assertThat(test.as(adultWorker.actor(), () -> clocks.of(referral))).isEmpty();
        test.as(adultWorker.actor(), () -> clocks.stop(referral, "C03", "Not mine to stop."));
        assertThat(only(referral).running()).isTrue();
    }

    @Test
    void aLeaversClocksGoBackToTheTeamAndThoseOfOthersDoNot() {
        var leaver = people.frontDoorWorker();
        var stays = people.frontDoorWorker();
        var left = test.childReferral();
        var kept = test.childReferral();
        test.start("C03", left, "front-door", leaver);
        test.start("C03", kept, "front-door", stays);

        test.as(people.administrator().actor(), () -> {
            sql.sql("update access.account set state = 'ended', ended_at = platform.at() where id = :id")
                    .param("id", leaver.id())
                    .update();
            events.publishEvent(new AccountEnded(leaver.id()));
            events.publishEvent(new AccountEnded(stays.id()));
        });

        assertThat(only(left).owner()).isNull();
        assertThat(only(left).team()).isEqualTo(test.team("front-door"));
        assertThat(only(kept).owner()).isEqualTo(stays.id());
        assertThat(events(left)).containsExactly("started", "assigned");
    }

    private UUID started(String rule) {
        var referral = test.childReferral();
        test.start(rule, referral, "front-door", null);
        return referral;
    }

    private Clock only(UUID subject) {
        var found = all(subject);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Clock> all(UUID subject) {
        return test.asJob(() -> clocks.of(subject));
    }

    private boolean needsReason(UUID subject, String rule) {
        return test.asJob(() -> clocks.needsBreachReason(subject, rule));
    }

    private List<String> events(UUID subject) {
        return test.asJob(() -> sql.sql("select what from clocks.clock_event where subject_id = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list());
    }
}
