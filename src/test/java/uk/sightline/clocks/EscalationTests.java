package uk.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;

@SightlineTest
@Import(TestClocks.class)
class EscalationTests {

    private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-11T10:00:00Z");

    @Autowired
    EscalationJob job;

    @Autowired
    Escalations escalations;

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

    @BeforeEach
    void tuesdayAtTen() {
        time.set(TestTime.START);
    }

    @Test
    void nobodyIsToldBeforeTheFirstStep() {
        var referral = started("C03");
        time.set(WEDNESDAY_AT_TEN.minusSeconds(1));

        sweep();

        assertThat(told(referral)).isEmpty();
    }

    @Test
    void whenItIsDueTheOwnerAndTheManagersAreToldOnce() {
        var manager = people.frontDoorManager();
        var owner = people.frontDoorWorker();
        var referral = test.childReferral();
        test.start("C03", referral, "front-door", owner);
        time.set(WEDNESDAY_AT_TEN);

        sweep();
        sweep();

        assertThat(told(referral)).contains("0 owner " + owner.id(), "0 manager " + manager.id());
        assertThat(told(referral)).doesNotHaveDuplicates();
        assertThat(events(referral)).containsExactly("started", "escalated", "breached");
    }

    @Test
    void everyStepIsTakenInTurnAndNotAgain() {
        var referral = started("C03");
        time.set(WEDNESDAY_AT_TEN);
        sweep();
        time.set(Instant.parse("2026-11-13T10:00:00Z"));
        sweep();
        sweep();

        assertThat(events(referral)).containsExactly("started", "escalated", "breached", "escalated", "escalated");
        assertThat(test.asJob(() -> clocks.of(referral)).getFirst().rung()).isEqualTo(3);
    }

    @Test
    void aClockThatNobodyOwnsIsToldToItsTeam() {
        var referral = started("C03");
        time.set(WEDNESDAY_AT_TEN);

        sweep();

        assertThat(told(referral)).contains("0 owner " + null);
    }

    @Test
    void aPausedOrStoppedClockTellsNobody() {
        var paused = started("C02");
        var stopped = started("C02");
        test.asJob(() -> clocks.pause(paused, "C02", "Waiting for the family."));
        test.asJob(() -> clocks.stop(stopped, "C02", "Written referral received."));
        time.advance(Duration.ofDays(30));

        sweep();

        assertThat(told(paused)).isEmpty();
        assertThat(told(stopped)).isEmpty();
    }

    @Test
    void twoWorkersAtOnceTakeEveryStepOnce() throws Exception {
        var referrals =
                java.util.stream.Stream.generate(() -> started("C03")).limit(20).toList();
        time.set(WEDNESDAY_AT_TEN);

        try (var workers = Executors.newFixedThreadPool(2)) {
            Callable<String> work = () -> {
                sweep();
                return "done";
            };
            for (var done : workers.invokeAll(List.of(work, work))) {
                assertThat(done.get()).isEqualTo("done");
            }
        }

        assertThat(referrals)
                .allSatisfy(
                        referral -> assertThat(events(referral)).containsExactly("started", "escalated", "breached"));
    }

    @Test
    void aNoticeIsReadByThoseWhoSeeTheRecordAndByNobodyElse() {
        var referral = started("C03");
        var worker = people.frontDoorWorker();
        var adultWorker = people.adultWorker();
        time.set(WEDNESDAY_AT_TEN);
        sweep();

        assertThat(test.as(worker.actor(), () -> toldNow(referral))).isNotEmpty();
        assertThat(test.as(adultWorker.actor(), () -> toldNow(referral))).isEmpty();
    }

    private UUID started(String rule) {
        var referral = test.childReferral();
        test.start(rule, referral, "front-door", null);
        return referral;
    }

    private void sweep() {
        job.actor().run(job::run);
    }

    private List<String> told(UUID subject) {
        return test.asJob(() -> toldNow(subject));
    }

    private List<String> toldNow(UUID subject) {
        return sql.sql("select rung, role, account_id from clocks.told where subject_id = :subject order by at, role")
                .param("subject", subject)
                .query((row, n) -> row.getInt(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private List<String> events(UUID subject) {
        return test.asJob(() -> sql.sql("select what from clocks.clock_event where subject_id = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list());
    }
}
