package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.identity.BirthDate;
import uk.sightline.messages.Mail;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;

/** A front-door worker's morning over HTTP, on parsed HTML. */
@SightlineTest
class FrontDoorTests {

    private static final String REASON = "Debt and travel out of the district; the hub should look at it together.";
    private static final String LONG_REASON =
            REASON + " The school sees two new phones, and the child is afraid of somebody who waits outside.";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople testPeople;

    @Autowired
    private Referrals referrals;

    @Autowired
    private People people;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Mail mail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TestTime.Settable time;

    private TestPerson lead;
    private TestPerson worker;
    private TestPerson manager;

    @BeforeEach
    void peopleAtWork() {
        lead = testPeople.schoolLead("900001");
        worker = testPeople.frontDoorWorker();
        manager = testPeople.frontDoorManager();
    }

    @AfterEach
    void timeStandsAgain() {
        time.set(TestTime.START);
    }

    @Test
    void aReferralIsMatchedDecidedAnsweredAndFinished() throws Exception {
        String name = unusual();
        UUID known = person(name, LocalDate.of(2012, 3, 4));
        Receipt receipt = submit(name, LocalDate.of(2012, 3, 4));

        Document triage = page(worker, "/front-door/" + receipt.id());
        assertThat(triage.select("main").text())
                .contains("I owe them, I can't stop.", "The worry, if nothing is done", "Strong match");
        assertThat(triage.select("form[action$=/same] input[value=" + known + "]"))
                .isNotEmpty();
        assertThat(triage.text()).contains("Say who each person is first");

        follow(worker, receipt, "/claim");
        follow(worker, receipt, "/subjects/1/same", "person", known.toString());
        Document tell = decide(receipt, "dram", "3", REASON);
        assertThat(tell.select("textarea[name=answer]").text()).contains(receipt.reference());
        tell(receipt, "dram", "3", REASON, "portal");

        Document tracked = page(lead, "/referrals/" + receipt.id());
        assertThat(tracked.select("main").text())
                .contains("Answered", "daily meeting")
                .doesNotContain(REASON);
        assertThat(mails(receipt)).isEqualTo(1);
        assertThat(running(receipt)).containsExactly("C04");

        TestPerson hub = testPeople.with("hub-team-manager", "exploitation-hub");
        Document list = page(hub, "/referrals/passed");
        String item = list.select("a:contains(" + receipt.reference() + ")").attr("href");
        assertThat(post(hub, item + "/take", "version", "0").getStatus()).isEqualTo(302);
        MockHttpServletResponse early = post(hub, item + "/finish", "version", "1", "evidence", "Plan agreed.");
        assertThat(early.getContentAsString()).contains("Choose what the meeting decided");
        assertThat(post(hub, item + "/finish", "version", "1", "evidence", "Plan agreed by all.", "outcome", "DRAM-3")
                        .getStatus())
                .isEqualTo(302);
        assertThat(running(receipt)).isEmpty();
        assertThat(page(worker, "/front-door/" + receipt.id()).text()).contains("Closed");
    }

    @Test
    void siblingsAreEachIdentifiedBeforeTheDecision() throws Exception {
        ReferralForm form = SampleForms.form(
                "child",
                null,
                List.of(
                        SampleForms.subject(unusual(), LocalDate.of(2012, 3, 4), null),
                        SampleForms.subject(unusual(), null, 9)));
        Receipt receipt = lead.actor().call(() -> referrals.submit(form, Channel.PORTAL));
        assertThat(page(worker, "/front-door/" + receipt.id()).text()).contains("2 people are on this form");

        Document create = page(worker, "/front-door/" + receipt.id() + "/subjects/1/new");
        assertThat(create.select("input[name=birth]").val()).isEqualTo("2012-03-04");
        follow(worker, receipt, "/subjects/1/new", "given", "Amina", "family", "Testerson", "birth", "4/3/2012");
        MockHttpServletResponse early = decideRaw(receipt, "advice", "3", REASON);
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString()).contains("Say who each person is first");
        follow(worker, receipt, "/subjects/2/not-identifiable", "why", "Only a first name, and no address is known.");
        tell(receipt, "advice", "3", REASON, "portal");
        assertThat(page(worker, "/front-door/" + receipt.id()).text())
                .contains("Closed", "Not identifiable", "New record");
    }

    @Test
    void bothLevelsAreKeptAndADifferenceAsksForMoreReason() throws Exception {
        Receipt receipt = settled();
        MockHttpServletResponse shortReason = decideRaw(receipt, "advice", "4", "Not enough said here.");
        assertThat(shortReason.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(shortReason.getContentAsString())
                        .select(".govuk-error-summary")
                        .text())
                .contains("Our level is not the referrer's");
        tell(receipt, "advice", "4", LONG_REASON, "portal");
        assertThat(page(worker, "/front-door/" + receipt.id()).text()).contains("Ours 4, theirs 3");
    }

    @Test
    void aRevisedDecisionKeepsTheOldOneAndSaysWhy() throws Exception {
        Receipt receipt = settled();
        tell(receipt, "dram", "3", REASON, "portal");
        assertThat(decideRaw(receipt, "advice", "3", REASON).getStatus()).isEqualTo(422);
        tell(receipt, "advice", "3", REASON, "portal", "revisedWhy", "New information shows that nobody is at risk.");
        Document triage = page(worker, "/front-door/" + receipt.id());
        assertThat(triage.text()).contains("Daily risk assessment meeting (revised)", "Information and advice");
        assertThat(running(receipt)).isEmpty();
    }

    @Test
    void aLetterWaitsForAManager() throws Exception {
        Receipt receipt = settled();
        tell(receipt, "advice", "3", REASON, "letter");
        assertThat(running(receipt)).containsExactly("C03");
        assertThat(post(worker, path(receipt) + "/approve-letter", "version", version(receipt))
                        .getStatus())
                .isEqualTo(403);
        assertThat(post(manager, path(receipt) + "/approve-letter", "version", version(receipt))
                        .getStatus())
                .isEqualTo(302);
        Document triage = page(worker, path(receipt));
        String letter = triage.select("a[href^=/documents/]").attr("href");
        MockHttpServletResponse pdf = get(worker, letter);
        assertThat(pdf.getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(running(receipt)).isEmpty();
    }

    @Test
    void aLateAnswerAsksWhy() throws Exception {
        Receipt receipt = settled();
        time.advance(java.time.Duration.ofDays(3));
        MockHttpServletResponse refused = decideRaw(receipt, "advice", "3", REASON);
        assertThat(refused.getContentAsString()).contains("Choose why the answer is late");
        tell(receipt, "advice", "3", REASON, "portal", "breachReason", "volume", "breachWords", "Forty came at once.");
        assertThat(running(receipt)).isEmpty();
    }

    @Test
    void aStaleFormIsRefusedAndForgedIdsAreNotThere() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        assertThat(post(
                                worker,
                                path(receipt) + "/subjects/1/same",
                                "version",
                                "7",
                                "person",
                                UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(409);
        assertThat(post(
                                worker,
                                path(receipt) + "/subjects/1/same",
                                "version",
                                "0",
                                "person",
                                UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(get(worker, "/front-door/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        assertThat(get(worker, "/front-door/not-an-id").getStatus()).isEqualTo(404);
        assertThat(get(testPeople.schoolLead("900002"), "/referrals/" + receipt.id())
                        .getStatus())
                .isEqualTo(404);
        assertThat(get(lead, path(receipt)).getStatus()).isEqualTo(403);
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        String hostile = "<script>alert(1)</script> '; drop table referrals.referral; --";
        Receipt receipt = submit(hostile, null);
        Document triage = page(worker, path(receipt));
        assertThat(triage.select("#subject-1").text()).contains("<script>alert(1)</script>");
        follow(worker, receipt, "/notes", "kind", "correction", "body", "\0=1+1" + hostile);
        assertThat(page(worker, path(receipt)).select(".moj-timeline").text()).contains("=1+1<script>");
    }

    @Test
    void workIsNotGivenToSomebodyWhoMayNotSeeIt() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        TestPerson stranger = testPeople.socialWorker();
        MockHttpServletResponse refused = post(
                manager,
                path(receipt) + "/assign",
                "version",
                "0",
                "owner",
                stranger.id().toString());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("They cannot take this referral");
        assertThat(post(
                                manager,
                                path(receipt) + "/assign",
                                "version",
                                "0",
                                "owner",
                                worker.id().toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(manager, path(receipt)).text()).contains(worker.name());
    }

    @Test
    void aTeamInWhichNobodyMayDecideIsRefused() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        Document triage = page(worker, path(receipt));
        String city = triage.select("select[name=team] option:contains(Social Work Team City)")
                .val();
        MockHttpServletResponse refused = post(
                worker, path(receipt) + "/hand-over", "version", "0", "team", city, "why", "They know the family.");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("may decide this referral");
        assertThat(page(worker, path(receipt)).text()).contains("Integrated Front Door");
    }

    @Test
    void countsAreTheRowsAndFiltersStayInTheAddress() throws Exception {
        submit(unusual(), LocalDate.of(2016, 3, 4));
        Document list = page(worker, "/front-door?age=under-13&strand=CCE&level=3&channel=portal");
        int rows = list.select("table[data-queue=front-door] tbody tr").size();
        assertThat(list.select("caption").text()).startsWith(rows + " referral");
        assertThat(list.select(".moj-sub-navigation__link").eachText().getFirst())
                .isEqualTo("All (" + rows + ")");
        assertThat(list.select(".moj-sub-navigation__link").eachAttr("href").getFirst())
                .contains("strand=CCE", "age=under-13");
        assertThat(rows).isPositive();
    }

    @Test
    void claimingIsAllOrNothing() throws Exception {
        Receipt free = submit(unusual(), LocalDate.of(2012, 3, 4));
        Receipt taken = submit(unusual(), LocalDate.of(2012, 3, 4));
        follow(manager, taken, "/claim");
        MockHttpServletResponse refused = post(
                worker,
                "/front-door/claim",
                "referral",
                free.id().toString(),
                "referral",
                taken.id().toString());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(worker, path(free)).text()).contains("Nobody yet");
        assertThat(post(worker, "/front-door/claim", "referral", free.id().toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(worker, "/front-door?who=mine").text()).contains(free.reference());
    }

    @Test
    void theSpreadsheetHoldsWhatIsShownAndNoFormula() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        MockHttpServletResponse file = get(worker, "/front-door/list.xlsx");
        String text = unzipped(file.getContentAsByteArray());
        assertThat(text).contains(receipt.reference(), "OFFICIAL-SENSITIVE").doesNotContain("<f>");
        assertThat(QueueExport.neutral("=1+1")).isEqualTo("'=1+1");
        assertThat(QueueExport.neutral("West Yorkshire Police")).isEqualTo("West Yorkshire Police");
    }

    /** In the list, its counts, its export, on the page and at its owner's: nowhere. */
    @Test
    void aReferralAboutSomebodySealedIsSilentEverywhere() throws Exception {
        String name = unusual();
        UUID person = person(name, LocalDate.of(2012, 3, 4));
        Receipt receipt = submit(name, LocalDate.of(2012, 3, 4));
        follow(worker, receipt, "/claim");
        follow(worker, receipt, "/subjects/1/same", "person", person.toString());
        int before = listed(worker);
        String[] why = {"level", "sealed", "reason", "Family of a councillor", "ask", "Ring the manager"};
        assertThat(post(manager, "/access/seals/" + person, why).getStatus()).isEqualTo(302);

        assertThat(listed(worker)).isEqualTo(before - 1);
        assertThat(page(worker, "/front-door?who=mine").text()).doesNotContain(receipt.reference());
        assertThat(page(worker, "/work").text()).doesNotContain(receipt.reference());
        assertThat(unzipped(get(worker, "/front-door/list.xlsx").getContentAsByteArray()))
                .doesNotContain(receipt.reference());
        assertThat(get(worker, path(receipt)).getStatus()).isEqualTo(404);
        assertThat(page(manager, path(receipt)).text()).contains(name);
    }

    @Test
    void whoeverHasDoneTheirPartNeedsNoRelationshipAnyMoreAndRevisingGivesItBack() throws Exception {
        Receipt receipt = settled();
        follow(worker, receipt, "/claim");
        assertThat(openEnded(receipt)).containsExactlyInAnyOrder("referrer", "referrer", "team", "owner");
        tell(receipt, "early-help", "3", REASON, "portal");
        assertThat(openEnded(receipt)).containsExactlyInAnyOrder("referrer", "referrer", "team");
        assertThat(page(worker, path(receipt)).text()).contains("Early help");

        TestPerson helper = testPeople.with("partner", "early-help-gateway");
        String item = page(helper, "/referrals/passed")
                .select("a:contains(" + receipt.reference() + ")")
                .attr("href");
        post(helper, item + "/take", "version", "0");
        assertThat(post(helper, item + "/finish", "version", "1", "evidence", "They met the family.")
                        .getStatus())
                .isEqualTo(302);
        assertThat(openEnded(receipt)).containsExactlyInAnyOrder("referrer", "referrer");
        assertThat(page(helper, item).text()).contains(receipt.reference());
        time.advance(Duration.ofDays(91));
        assertThat(get(helper, item).getStatus()).isEqualTo(404);

        tell(receipt, "advice", "2", REASON, "phone", "told", "The school", "revisedWhy", "More was learnt about it.");
        assertThat(page(worker, path(receipt)).text()).contains("Information and advice");
    }

    @Test
    void aRevisedDecisionIsTheirWorkAgainUntilTheReferrerIsTold() throws Exception {
        Receipt receipt = settled();
        follow(worker, receipt, "/claim");
        tell(receipt, "advice", "3", REASON, "portal");
        assertThat(openEnded(receipt)).containsExactlyInAnyOrder("referrer", "referrer");
        tell(receipt, "advice", "2", REASON, "letter", "revisedWhy", "More was learnt about it since.");
        assertThat(openEnded(receipt)).containsExactlyInAnyOrder("referrer", "referrer", "team", "owner");
    }

    /** By what relationships the referral is open to somebody with no end in sight. */
    private List<String> openEnded(Receipt receipt) {
        return Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check")
                .call(() -> transactions.execute(status -> sql.sql("""
                        select r.via from access.relationship r
                        where r.subject_id = :id and r.until_at is null
                        """)
                        .param("id", receipt.id())
                        .query(String.class)
                        .list()));
    }

    private int listed(TestPerson person) throws Exception {
        String all = page(person, "/front-door")
                .select(".moj-sub-navigation__link")
                .eachText()
                .getFirst();
        return Integer.parseInt(all.replaceAll("\\D", ""));
    }

    @Test
    void informationAddedByTheReferrerReachesTheOwner() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        follow(worker, receipt, "/claim");
        assertThat(post(lead, "/referrals/" + receipt.id() + "/add", "body", "Seen at the station again.")
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(worker, path(receipt)).text()).contains("Added by the referrer", "Seen at the station again.");
        assertThat(mails(receipt)).isEqualTo(1);
    }

    private Receipt submit(String name, @org.jspecify.annotations.Nullable LocalDate born) {
        ReferralForm form = SampleForms.form("child", null, List.of(SampleForms.subject(name, born, null)));
        return lead.actor().call(() -> referrals.submit(form, Channel.PORTAL));
    }

    private Receipt settled() throws Exception {
        Receipt receipt = submit(unusual(), LocalDate.of(2012, 3, 4));
        follow(
                worker,
                receipt,
                "/subjects/1/not-identifiable",
                "why",
                "The name is not their own and nobody knows it.");
        return receipt;
    }

    private UUID person(String name, LocalDate born) {
        String[] parts = name.split(" ", 2);
        return worker.actor()
                .call(() -> people.create(NewPerson.named(parts[0], parts[1], BirthDate.on(born), "Test")));
    }

    /** A name that no other test uses. */
    private static String unusual() {
        return "Zelda Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "son";
    }

    private Document decide(Receipt receipt, String outcome, String level, String reason) throws Exception {
        MockHttpServletResponse response = decideRaw(receipt, outcome, level, reason);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse decideRaw(Receipt receipt, String outcome, String level, String reason)
            throws Exception {
        return post(
                worker,
                path(receipt) + "/decide",
                "version",
                version(receipt),
                "outcome",
                outcome,
                "level",
                level,
                "reason",
                reason);
    }

    private void tell(Receipt receipt, String outcome, String level, String reason, String how, String... more)
            throws Exception {
        String[] fields = {
            "outcome",
            outcome,
            "level",
            level,
            "reason",
            reason,
            "how",
            how,
            "answer",
            "Thank you. We will talk about it at the daily meeting and agree who does what."
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        follow(worker, receipt, "/tell", all);
    }

    private void follow(TestPerson person, Receipt receipt, String act, String... fields) throws Exception {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("version", version(receipt)), java.util.Arrays.stream(fields))
                .toArray(String[]::new);
        MockHttpServletResponse response = post(person, path(receipt) + act, all);
        assertThat(response.getStatus())
                .as(Jsoup.parse(response.getContentAsString())
                        .select(".govuk-error-summary, h1")
                        .text())
                .isEqualTo(302);
    }

    private String version(Receipt receipt) throws Exception {
        Document triage = page(worker, path(receipt));
        String version = triage.select("input[name=version]").val();
        return version.isEmpty() ? "0" : version;
    }

    private List<String> running(Receipt receipt) {
        return worker.actor()
                .call(() -> transactions.execute(status -> clocks.of(receipt.id()).stream()
                        .filter(Clock::running)
                        .map(Clock::rule)
                        .toList()));
    }

    private int mails(Receipt receipt) {
        return worker.actor().call(() -> mail.about(receipt.reference())).size();
    }

    private static String path(Receipt receipt) {
        return "/front-door/" + receipt.id();
    }

    private Document page(TestPerson person, String path) throws Exception {
        MockHttpServletResponse response = get(person, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse get(TestPerson person, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(person.signedIn()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(TestPerson person, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(person.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String unzipped(byte[] file) throws IOException {
        Path kept = Files.createTempFile("front-door", ".xlsx");
        Files.write(kept, file);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(kept);
        return text.toString();
    }
}
