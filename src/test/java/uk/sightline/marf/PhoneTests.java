package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;

/** A worry told by telephone is received when it is told: the front door has it, and a clock for writing it up. */
@SightlineTest
class PhoneTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    Clocks clocks;

    @Autowired
    DraftKeeping keeping;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestTime.Settable time;

    @Test
    void aCallStartsTheClockAndItsTeamSeesIt() throws Exception {
        FormVisitor taker = new FormVisitor(mvc, people.frontDoorWorker());
        String draft = call(taker);
        assertThat(running(taker, draft)).isTrue();
        FormVisitor colleague = new FormVisitor(mvc, people.frontDoorWorker());
        assertThat(colleague.open(draft).getStatus()).isEqualTo(200);
        assertThat(colleague.page("/marf").text()).contains("by a colleague");
        FormVisitor school = new FormVisitor(mvc, people.schoolLead("900017"));
        school.begin("child");
        assertThat(school.page(draft).select("h1").text()).isEqualTo("Page not found");
    }

    @Test
    void theCallIsFilledInAndSendingItStopsTheClock() throws Exception {
        FormVisitor taker = new FormVisitor(mvc, people.frontDoorWorker());
        String draft = call(taker);
        assertThat(taker.page(draft + "/call").select("#takenBy").val())
                .isEqualTo(taker.person().name());
        write(taker, draft);
        taker.onward(draft + "/check", "/receipt", "accurate", "yes", "notice", "yes", "feedback", "portal");
        assertThat(running(taker, draft)).isFalse();
    }

    @Test
    void writtenUpLateItAsksWhy() throws Exception {
        FormVisitor taker = new FormVisitor(mvc, people.frontDoorWorker());
        String draft = call(taker);
        write(taker, draft);
        var now = time.instant();
        try {
            time.advance(Duration.ofHours(30));
            assertThat(taker.fill(draft + "/check", "accurate", "yes", "notice", "yes", "feedback", "portal")
                            .getContentAsString())
                    .contains("Choose why the call is written up late");
            String code = taker.page(draft + "/check")
                    .select("#lateCode option")
                    .get(1)
                    .val();
            taker.onward(
                    draft + "/check",
                    "/receipt",
                    "accurate",
                    "yes",
                    "notice",
                    "yes",
                    "feedback",
                    "portal",
                    "lateCode",
                    code,
                    "lateWords",
                    "The line was busy all night.");
        } finally {
            time.set(now);
        }
    }

    @Test
    void aCallIsNeverThrownAwayNorRemovedByAge() throws Exception {
        FormVisitor taker = new FormVisitor(mvc, people.frontDoorWorker());
        String draft = call(taker);
        assertThat(taker.post(draft + "/discard").getStatus()).isEqualTo(422);
        var now = time.instant();
        try {
            time.advance(Duration.ofDays(60));
            DraftJob.DRAFTS.run(() -> {
                keeping.warn();
                keeping.purge();
            });
        } finally {
            time.set(now);
        }
        assertThat(taker.open(draft).getStatus()).isEqualTo(200);
    }

    @Test
    void onlyTheFrontDoorTakesCalls() throws Exception {
        FormVisitor school = new FormVisitor(mvc, people.schoolLead("900017"));
        assertThat(school.open("/marf/new?phone").getStatus()).isEqualTo(403);
        assertThat(school.post("/marf/new?phone", "danger", "no", "about", "child")
                        .getStatus())
                .isEqualTo(403);
    }

    private static String call(FormVisitor taker) throws Exception {
        return String.valueOf(
                taker.post("/marf/new?phone", "danger", "no", "about", "child").getRedirectedUrl());
    }

    private static void write(FormVisitor taker, String draft) throws Exception {
        taker.fill(draft + "/referrer", "unnamed", "yes", "source", "9");
        taker.tellTheWorry(draft);
        taker.onward(draft + "/level", "/consent", "level", "4", "why", "Harm is likely.");
        taker.onward(draft + "/consent", "/check", "parentInformed", "yes", "sharing", "not-sought", "childView", "no");
    }

    private boolean running(FormVisitor visitor, String draft) {
        UUID id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
        return visitor.person()
                .actor()
                .call(() -> Boolean.TRUE.equals(transactions.execute(status -> clocks.of(id).stream()
                        .filter(clock -> clock.rule().equals("C02"))
                        .map(Clock::stoppedAt)
                        .anyMatch(Objects::isNull))));
    }
}
