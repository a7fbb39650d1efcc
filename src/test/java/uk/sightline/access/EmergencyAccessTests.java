package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;

@SightlineTest
class EmergencyAccessTests {

    private static final String WHY = "Police ring: she is at the station now";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestRecords testRecords;

    @Autowired
    private TestSignIns signingIn;

    @Autowired
    private Seals seals;

    @Autowired
    private Unseals unseals;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private Openings openings;

    @Autowired
    private BrowsingWatch watch;

    @Autowired
    private Access access;

    @Autowired
    private TestTime.Settable time;

    private TestPeople.TestPerson worker;
    private TestPeople.TestPerson manager;
    private UUID adult;

    @BeforeEach
    void aWorkerWhoDoesNotSeeAnAdult() {
        worker = people.frontDoorWorker();
        signingIn.equip(worker);
        manager = people.frontDoorManager();
        adult = testRecords.adult();
    }

    @AfterEach
    void timeStandsAgain() {
        time.set(TestTime.START);
    }

    @Test
    void itOpensForFourHoursWithABannerAndThenCloses() throws Exception {
        assertThat(sees(worker, adult)).isFalse();
        assertThat(breakGlass(worker, adult, signingIn.code(0)).getRedirectedUrl())
                .isEqualTo("/access/why/" + adult);
        assertThat(sees(worker, adult)).isTrue();
        Document why = open("/access/why/" + adult, worker, 200);
        assertThat(why.text()).contains("Emergency access B-", "until 14:00", WHY);
        time.advance(Duration.ofHours(4));
        assertThat(sees(worker, adult)).isFalse();
        open("/access/why/" + adult, worker, 404);
    }

    @Test
    void itAsksAgainWhoSomebodyIs() throws Exception {
        assertThat(breakGlass(worker, adult, "000000").getStatus()).isEqualTo(422);
        assertThat(breakGlass(worker, adult, "").getStatus()).isEqualTo(422);
        assertThat(sees(worker, adult)).isFalse();
        assertThat(breakGlass(worker, adult, TestSignIns.PASSWORD).getStatus()).isEqualTo(302);
    }

    @Test
    void itNeedsAReasonInWords() throws Exception {
        MockHttpServletResponse answer = send(
                post("/access/break-glass/" + adult)
                        .param("code", "missing-now")
                        .param("reason", "now")
                        .param("proof", signingIn.code(0)),
                worker);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Say what has happened");
    }

    @Test
    void aSealedRecordAnExcludedOneAndOneThatIsNotThereAreRefusedAlike() throws Exception {
        TestPeople.TestPerson adultManager = people.with("adult-mash-manager", "adult-mash");
        UUID sealed = testRecords.adult();
        adultManager.actor().run(() -> seals.close(sealed, "sealed", "Witness protection", "Ring the head of service"));
        UUID excluded = testRecords.adult();
        adultManager.actor().run(() -> conflicts.keepAway(excluded, worker.email(), "They are neighbours"));
        String nothing = body(breakGlass(worker, UUID.randomUUID(), signingIn.code(0)));
        assertThat(body(breakGlass(worker, sealed, signingIn.code(0)))).isEqualTo(nothing);
        assertThat(body(breakGlass(worker, excluded, signingIn.code(0)))).isEqualTo(nothing);
        assertThat(sees(worker, sealed)).isFalse();
        assertThat(nothing).contains("There is nothing at this address");
    }

    @Test
    void aRestrictedRecordOpensForTheTime() throws Exception {
        TestPeople.TestPerson adultManager = people.with("adult-mash-manager", "adult-mash");
        adultManager.actor().run(() -> seals.close(adult, "restricted", "Family of a colleague", "Ring the manager"));
        assertThat(sees(people.adultWorker(), adult)).isFalse();
        assertThat(breakGlass(worker, adult, signingIn.code(0)).getStatus()).isEqualTo(302);
        assertThat(sees(worker, adult)).isTrue();
        time.advance(Duration.ofHours(4));
        assertThat(sees(worker, adult)).isFalse();
    }

    @Test
    void itIsReviewedBySomebodyElse() throws Exception {
        breakGlass(worker, adult, signingIn.code(0));
        Document queue = open("/access/reviews", manager, 200);
        assertThat(queue.text()).contains(worker.name(), WHY, "12 November 2026 at 10:00");
        open("/access/reviews", worker, 403);
        TestPeople.TestPerson elsewhere = people.with("adult-mash-manager", "adult-mash");
        assertThat(open("/access/reviews", elsewhere, 200).text()).doesNotContain(worker.name());
        assertThat(open("/access/reviews", people.informationGovernance(), 200).text())
                .contains(worker.name());
        String action = reviewOf(queue, worker.name());
        assertThat(send(
                                post(action)
                                        .param("version", "0")
                                        .param("outcome", "justified")
                                        .param("note", "x"),
                                manager)
                        .getStatus())
                .isEqualTo(422);
        MockHttpServletRequestBuilder review =
                post(action).param("version", "0").param("outcome", "justified").param("note", "Police confirm it");
        assertThat(send(review, elsewhere).getStatus()).isEqualTo(409);
        assertThat(send(
                                post(action)
                                        .param("version", "0")
                                        .param("outcome", "justified")
                                        .param("note", "Police confirm it"),
                                manager)
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(
                                post(action)
                                        .param("version", "0")
                                        .param("outcome", "justified")
                                        .param("note", "Police confirm it"),
                                manager)
                        .getStatus())
                .isEqualTo(409);
        assertThat(open("/access/reviews", manager, 200).select("section").text())
                .doesNotContain(worker.name());
    }

    @Test
    void nobodyReviewsTheirOwn() throws Exception {
        signingIn.equip(manager);
        breakGlass(manager, adult, signingIn.code(0));
        assertThat(open("/access/reviews", manager, 200).select("section").text())
                .doesNotContain(manager.name());
        assertThat(open("/access/reviews", people.frontDoorManager(), 200).text())
                .contains(manager.name());
    }

    @Test
    void aReviewIsDueInTwoWorkingDays() {
        Set<LocalDate> christmas = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
        assertThat(ReviewDue.of(Instant.parse("2026-11-10T10:00:00Z"), christmas))
                .isEqualTo("2026-11-12T10:00:00Z");
        assertThat(ReviewDue.of(Instant.parse("2026-12-24T15:00:00Z"), christmas))
                .isEqualTo("2026-12-30T15:00:00Z");
        assertThat(ReviewDue.of(Instant.parse("2026-11-14T23:00:00Z"), christmas))
                .isEqualTo("2026-11-18T09:00:00Z");
    }

    @Test
    void accessByNameOpensForSomebodyElseUntilItEnds() throws Exception {
        UUID child = testRecords.child();
        TestPeople.TestPerson colleague = people.socialWorker();
        assertThat(grant(child, manager.email())).contains("Nobody gives access to themselves");
        manager.actor()
                .run(() -> openings.open(
                        child, colleague.email(), true, "Covers for a colleague", LocalDate.of(2026, 11, 11)));
        assertThat(sees(colleague, child)).isTrue();
        time.set(Instant.parse("2026-11-11T23:59:59Z"));
        assertThat(sees(colleague, child)).isTrue();
        time.set(Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(sees(colleague, child)).isFalse();
        time.set(TestTime.START);
        UUID id = manager.actor().call(() -> openings.of(child)).getFirst().id();
        manager.actor().run(() -> openings.close(child, id));
        assertThat(sees(colleague, child)).isFalse();
        manager.actor().run(() -> conflicts.keepAway(child, colleague.email(), "They are neighbours"));
        assertThat(grant(child, colleague.email())).contains("conflict of interest");
    }

    @Test
    void aConflictOfInterestIsSilentToTheColleague() throws Exception {
        UUID child = testRecords.child();
        assertThat(sees(worker, child)).isTrue();
        worker.actor().run(() -> conflicts.declare(child, false, "She is my niece"));
        assertThat(sees(worker, child)).isFalse();
        open("/access/why/" + child, worker, 404);
        assertThat(open("/access/exclusions/" + child, manager, 200).text()).contains(worker.name(), "She is my niece");
    }

    @Test
    void openingASealedRecordAgainTakesTwoPeople() throws Exception {
        UUID child = testRecords.child();
        TestPeople.TestPerson other = people.frontDoorManager();
        manager.actor().run(() -> seals.close(child, "sealed", "Family of a councillor", "Ring the director"));
        assertThat(sees(worker, child)).isFalse();
        assertThat(sees(other, child)).isFalse();
        assertThat(sees(manager, child)).isTrue();
        manager.actor().run(() -> seals.add(child, other.email()));
        assertThat(sees(other, child)).isTrue();
        assertThat(open("/access/seals/" + child, other, 200).text()).contains("Family of a councillor");
        manager.actor().run(() -> unseals.propose(child, "The councillor has left"));
        Unseals.Proposal own = proposal(manager);
        assertThat(own.own()).isTrue();
        assertThat(decide(own, manager)).isEqualTo(409);
        assertThat(sees(worker, child)).isFalse();
        assertThat(decide(own, worker)).isEqualTo(403);
        assertThat(decide(own, other)).isEqualTo(302);
        assertThat(sees(worker, child)).isTrue();
    }

    @Test
    void whoLookedIsToldToThoseWhoSee() throws Exception {
        UUID child = testRecords.child();
        open("/access/why/" + child, worker, 200);
        Document looked = open("/access/looked/" + child, manager, 200);
        assertThat(looked.select("tbody").text())
                .contains(worker.name(), "Front-door worker", "asked why they can see it");
        open("/access/looked/" + child, people.socialWorker(), 404);
    }

    @Test
    void browsingRaisesOneAlarmThatSomebodyElseLooksInto() throws Exception {
        for (int each = 0; each < 41; each++) {
            view(testRecords.child());
        }
        watch.actor().run(watch::run);
        watch.actor().run(watch::run);
        TestPeople.TestPerson governance = people.informationGovernance();
        Document alarms = open("/access/alarms", governance, 200);
        assertThat(alarms.select("h2").eachText())
                .filteredOn(title -> title.contains(worker.name()))
                .hasSize(1);
        assertThat(alarms.text()).contains("41 records in an hour");
        open("/access/alarms", worker, 403);
    }

    @Test
    void lookingAtOnesOwnRecordRaisesAnAlarm() throws Exception {
        UUID child = testRecords.child();
        worker.actor().run(() -> conflicts.declare(child, true, "This is my own record"));
        open("/access/why/" + child, worker, 404);
        watch.actor().run(watch::run);
        Document alarms = open("/access/alarms", people.informationGovernance(), 200);
        assertThat(alarms.select("h2").eachText()).anyMatch(title -> title.contains(worker.name()));
        assertThat(alarms.text()).contains("a record about themselves");
    }

    private void view(UUID record) {
        worker.actor().run(() -> testRecords.view(record));
    }

    private Unseals.Proposal proposal(TestPeople.TestPerson person) {
        return person.actor().call(() -> unseals.open()).stream()
                .filter(each -> each.proposedBy().equals(manager.name()))
                .findFirst()
                .orElseThrow();
    }

    private int decide(Unseals.Proposal proposal, TestPeople.TestPerson person) throws Exception {
        return send(
                        post("/access/unseals/" + proposal.id())
                                .param("version", "0")
                                .param("outcome", "confirm")
                                .param("note", "I agree with that"),
                        person)
                .getStatus();
    }

    private String grant(UUID child, String email) throws Exception {
        MockHttpServletResponse answer = send(
                post("/access/grants/" + child)
                        .param("email", email)
                        .param("reason", "Covers for a colleague")
                        .param("until.day", "12")
                        .param("until.month", "11")
                        .param("until.year", "2026"),
                manager);
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }

    private static String reviewOf(Document queue, String name) {
        return queue.select("section").stream()
                .filter(section -> section.text().contains(name))
                .findFirst()
                .orElseThrow()
                .select("form")
                .attr("action");
    }

    private MockHttpServletResponse breakGlass(TestPeople.TestPerson person, UUID record, String proof)
            throws Exception {
        return send(
                post("/access/break-glass/" + record)
                        .param("code", "missing-now")
                        .param("reason", WHY)
                        .param("proof", proof),
                person);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, TestPeople.TestPerson person)
            throws Exception {
        return mvc.perform(request.with(csrf()).with(person.signedIn()))
                .andReturn()
                .getResponse();
    }

    private Document open(String path, TestPeople.TestPerson person, int status) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(person.signedIn())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(404);
        return Jsoup.parse(answer.getContentAsString()).select("main").text();
    }

    private boolean sees(TestPeople.TestPerson person, UUID record) {
        return person.actor().call(() -> access.decide(Action.VIEW, record).allowed());
    }
}
