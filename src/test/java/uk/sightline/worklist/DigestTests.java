package uk.sightline.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.clocks.TestClocks;
import uk.sightline.platform.Job;

@SightlineTest
@Import(TestClocks.class)
class DigestTests {

    private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-11T10:00:00Z");

    @Autowired
    List<Job> jobs;

    @Autowired
    TestClocks test;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestTime.Settable time;

    @BeforeEach
    void tuesdayAtTen() {
        time.set(TestTime.START);
    }

    @Test
    void everybodyWhoWasToldGetsOneMessageADayWithoutAReference() {
        var owner = people.frontDoorWorker();
        var referral = test.childReferral();
        test.start("C03", referral, "front-door", owner);
        time.set(WEDNESDAY_AT_TEN);
        run("escalation");

        run("digest");
        run("digest");

        assertThat(mails(owner)).hasSize(1);
        assertThat(mails(owner).getFirst())
                .contains("1 new notice")
                .contains("/work")
                .doesNotContain(TestClocks.reference(referral));
    }

    @Test
    void nothingIsSentAtNight() {
        var owner = people.frontDoorWorker();
        test.start("C03", test.childReferral(), "front-door", owner);
        time.set(WEDNESDAY_AT_TEN.plus(Duration.ofHours(16)));
        run("escalation");

        run("digest");

        assertThat(mails(owner)).isEmpty();
    }

    private void run(String name) {
        var job = jobs.stream()
                .filter(each -> each.actor().name().equals(name))
                .findFirst()
                .orElseThrow();
        job.actor().run(job::run);
    }

    private List<String> mails(TestPerson person) {
        return test.as(
                people.frontDoorManager().actor(),
                () -> sql.sql("select body from messages.mail where to_address = :to and purpose = 'daily digest'")
                        .param("to", person.email())
                        .query(String.class)
                        .list());
    }
}
