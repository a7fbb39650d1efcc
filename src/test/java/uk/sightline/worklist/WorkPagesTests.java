package uk.sightline.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.clocks.Clocks;
import uk.sightline.clocks.TestClocks;

@SightlineTest
@Import(TestClocks.class)
class WorkPagesTests {

    private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-11T10:00:00Z");

    /** Whose manager is told of nothing by other tests: the page shows the last things only. */
    private static final String QUIET_TEAM = "front-door-business-support";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestClocks test;

    @Autowired
    Clocks clocks;

    @Autowired
    TestTime.Settable time;

    @BeforeEach
    void tuesdayAtTen() {
        time.set(TestTime.START);
    }

    @Test
    void everySortOfTimeHasItsGroupAndCountsEqualRows() throws Exception {
        var worker = people.frontDoorWorker();
        var today = mine("C02", worker, TestTime.START.minus(Duration.ofHours(23)));
        var tomorrow = mine("C03", worker, TestTime.START);
        var late = mine("C02", worker, TestTime.START.minus(Duration.ofHours(30)));
        var nextWeek = mine("C07", worker, TestTime.START);

        var page = page(worker, "/work");

        assertThat(groups(page)).containsExactly("Due now (1)", "Due today (1)", "Due this week (1)", "Later (1)");
        assertThat(page.select("tbody tr th").eachText())
                .containsExactly(
                        TestClocks.reference(late),
                        TestClocks.reference(today),
                        TestClocks.reference(tomorrow),
                        TestClocks.reference(nextWeek));
        assertThat(page.select("tbody tr").get(0).text())
                .contains("Overdue")
                .contains("overdue by 6 h")
                .contains("Say why");
    }

    @Test
    void thereIsNothingForSomebodyWithoutWork() throws Exception {
        assertThat(page(people.socialWorker(), "/work").text()).contains("Nothing is waiting for you.");
    }

    @Test
    void whatOneOwnsIsNotShownOnceOneMayNotSeeIt() throws Exception {
        var worker = people.socialWorker();
        var referral = test.childReferral();
        test.asJob(() -> records.relate(worker.id(), referral, "owner", "It was given to you.", null));
        test.start("C03", referral, "locality-city", worker);
        assertThat(page(worker, "/work").text()).contains(TestClocks.reference(referral));

        test.asJob(() -> records.end(worker.id(), referral, "owner"));

        assertThat(page(worker, "/work").text()).doesNotContain(TestClocks.reference(referral));
    }

    @Autowired
    uk.sightline.access.Records records;

    @Test
    void theTeamsListIsForItsPeopleAndShowsOnlyWhatTheyMaySee() throws Exception {
        var frontDoor = test.team("front-door");
        var child = test.childReferral();
        var adult = test.adultReferral();
        test.start("C03", child, "front-door", null);
        test.start("C03", adult, "front-door", null);

        var page = page(people.frontDoorWorker(), "/work/team/" + frontDoor);

        assertThat(page.text()).contains(TestClocks.reference(child)).doesNotContain(TestClocks.reference(adult));
        mvc.perform(get("/work/team/" + frontDoor).with(people.socialWorker().signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/work/team/" + UUID.randomUUID())
                        .with(people.frontDoorManager().signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theTeamsFiltersCountWhatTheyList() throws Exception {
        var team = test.team("emergency-duty");
        var manager = people.frontDoorManager();
        var owner = people.frontDoorWorker();
        for (int i = 0; i < 3; i++) {
            test.start("C03", test.childReferral(), "emergency-duty", i == 0 ? owner : null);
        }
        test.start("C02", test.childReferral(), "emergency-duty", owner, TestTime.START.minus(Duration.ofHours(30)));

        for (var filter : TeamFilter.values()) {
            var page = page(manager, "/work/team/" + team + "?show=" + filter.code());
            var caption = page.select("caption").text();
            assertThat(caption)
                    .isEqualTo(filter.label() + " (" + page.select("tbody tr").size() + ")");
        }
        assertThat(page(manager, "/work/team/" + team).text())
                .contains(owner.name())
                .contains("Nobody yet");
    }

    @Test
    void aLongListIsReadPageByPageWithoutLosingARow() throws Exception {
        var team = test.team("locality-east");
        var manager = people.frontDoorManager();
        for (int i = 0; i < 103; i++) {
            test.start("C03", test.childReferral(), "locality-east", null);
        }

        var first = page(manager, "/work/team/" + team);
        var second = page(manager, first.select(".govuk-pagination__next a").attr("href"));

        assertThat(first.select("tbody tr")).hasSize(100);
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(second.select("tbody th").eachText())
                .doesNotContainAnyElementsOf(first.select("tbody th").eachText());
        assertThat(second.select("caption").text()).isEqualTo("All (103)");
    }

    @Test
    void theBrowserLooksAgainAndGetsTheListOnlyWhenItHasChanged() throws Exception {
        var worker = people.frontDoorWorker();
        mine("C03", worker, TestTime.START);
        var mark = page(worker, "/work").select("[data-fresh]").attr("data-fresh-mark");

        mvc.perform(get("/work/list")
                        .header("If-None-Match", "\"" + mark + "\"")
                        .with(worker.signedIn()))
                .andExpect(status().isNoContent())
                .andExpect(header().string("ETag", "\"" + mark + "\""));

        var added = mine("C03", worker, TestTime.START);
        var changed = mvc.perform(get("/work/list")
                        .header("If-None-Match", "\"" + mark + "\"")
                        .with(worker.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(changed.getContentAsString())
                .contains(TestClocks.reference(added))
                .doesNotContain("<html");
    }

    @Test
    void whatIsNewIsTakenOrRefusedWithAReason() throws Exception {
        var worker = people.with("front-door-worker", QUIET_TEAM);
        var manager = people.with("front-door-manager", QUIET_TEAM);
        var taken = test.childReferral();
        var refused = test.childReferral();
        test.start("C03", taken, QUIET_TEAM, worker);
        test.start("C03", refused, QUIET_TEAM, worker);
        assertThat(page(worker, "/work").text()).contains("New to you (2)");

        mvc.perform(post("/work/accept")
                        .param("record", taken.toString())
                        .with(csrf())
                        .with(worker.signedIn()))
                .andExpect(redirectedUrl("/work"));
        var decline = "/work/decline/" + clock(refused);
        mvc.perform(post(decline).param("words", "No").with(csrf()).with(worker.signedIn()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(decline)
                        .param("words", "I am on leave from tomorrow.")
                        .with(csrf())
                        .with(worker.signedIn()))
                .andExpect(redirectedUrl("/work"));

        assertThat(page(worker, "/work").text()).contains("New to you (1)").contains("You said why you cannot take it");
        assertThat(page(manager, "/work").text())
                .contains(TestClocks.reference(refused))
                .contains("the owner says they cannot take this");
        assertThat(test.asJob(() -> clocks.of(refused)).getFirst().owner()).isEqualTo(worker.id());
    }

    @Test
    void nobodyAnswersForSomebodyElsesWork() throws Exception {
        var referral = mine("C03", people.frontDoorWorker(), TestTime.START);
        var colleague = people.frontDoorWorker();

        mvc.perform(post("/work/accept")
                        .param("record", referral.toString())
                        .with(csrf())
                        .with(colleague.signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/work/why/" + clock(referral))
                        .with(people.adultWorker().signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whyItWasLateIsAskedSavedAndAskedNoMore() throws Exception {
        var worker = people.frontDoorWorker();
        var referral = mine("C03", worker, TestTime.START);
        time.set(WEDNESDAY_AT_TEN.plus(Duration.ofHours(1)));
        var why = page(worker, "/work").select("a:contains(Say why)").attr("href");

        var refused = mvc.perform(post(why)
                        .param("words", "Too many at once that day.")
                        .with(csrf())
                        .with(worker.signedIn()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(refused).select("textarea").text()).isEqualTo("Too many at once that day.");

        mvc.perform(post(why)
                        .param("breachReason", "volume")
                        .param("words", "Too many at once that day.")
                        .with(csrf())
                        .with(worker.signedIn()))
                .andExpect(redirectedUrl("/work"));

        assertThat(page(worker, "/work").select("a:contains(Say why)")).isEmpty();
        assertThat(test.asJob(() -> clocks.needsBreachReason(referral, "C03"))).isFalse();
    }

    @Test
    void aRowLeadsToThePageThatItsReaderWorksWith() throws Exception {
        var referral = test.childReferral();

        mvc.perform(get("/work/open/referral/" + referral)
                        .with(people.frontDoorWorker().signedIn()))
                .andExpect(redirectedUrl("/front-door/" + referral));
        mvc.perform(get("/work/open/referral/" + referral)
                        .with(people.socialWorker().signedIn()))
                .andExpect(redirectedUrl("/referrals/" + referral));
        mvc.perform(get("/work/open/draft/" + referral)
                        .with(people.frontDoorWorker().signedIn()))
                .andExpect(redirectedUrl("/marf/" + referral));
        mvc.perform(get("/work/open/nonsense/" + referral)
                        .with(people.socialWorker().signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theSheetHoldsTheRowsAndSaysWhoTookItOut() throws Exception {
        var worker = people.frontDoorWorker();
        var referral = mine("C03", worker, TestTime.START);

        var sheet = mvc.perform(get("/work/list.xlsx").with(worker.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(text(sheet))
                .contains(TestClocks.reference(referral))
                .contains("OFFICIAL-SENSITIVE. My work, taken out by " + worker.name());
    }

    private UUID mine(String rule, TestPerson owner, Instant started) {
        var referral = test.childReferral();
        test.start(rule, referral, "front-door", owner, started);
        return referral;
    }

    private UUID clock(UUID referral) {
        return test.asJob(() -> clocks.of(referral)).getFirst().id();
    }

    private Document page(TestPerson person, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(person.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static List<String> groups(Document page) {
        return page.select("caption").eachText();
    }

    private static String text(byte[] sheet) throws Exception {
        var file = Files.createTempFile("work-list", ".xlsx");
        Files.write(file, sheet);
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
