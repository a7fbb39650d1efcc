package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;

/** What a draft keeps, and from whom. */
@SightlineTest
class DraftTests {

    private static final String SCRIPT = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    private static final String SQL = "'; drop table marf.draft; -- \\ ${7*7} @Model {{7*7}}";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    FormVisitor school;
    String draft;

    @BeforeEach
    void aDraft() throws Exception {
        school = new FormVisitor(mvc, people.schoolLead("900017"));
        draft = school.begin("child");
    }

    @Test
    void typingIsSavedWhateverIsMissingAndComesBack() throws Exception {
        MockHttpServletResponse saved = school.autosave(draft + "/happened", "version", "0", "facts", "Half a sen");
        assertThat(saved.getContentAsString()).contains("\"saved\":\"", "\"version\":1");
        assertThat(school.page(draft + "/happened").select("#facts").val()).isEqualTo("Half a sen");
        assertThat(school.page(draft)
                        .select("a.govuk-button:contains(Carry on)")
                        .attr("href"))
                .isEqualTo(draft + "/happened");
    }

    @Test
    void leavingAnUnfinishedPageSavesItAndSaysWhatIsMissing() throws Exception {
        MockHttpServletResponse answer = school.fill(draft + "/happened", "facts", "Something");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Say where it happened", "Something");
        assertThat(school.page(draft + "/happened").select("#facts").val()).isEqualTo("Something");
    }

    @Test
    void comingBackLaterSavesWithoutAsking() throws Exception {
        assertThat(school.fill(draft + "/happened", "facts", "Something", "then", "later")
                        .getRedirectedUrl())
                .isEqualTo(draft);
        assertThat(school.page(draft + "/happened").select("#facts").val()).isEqualTo("Something");
    }

    @Test
    void twoWindowsSeeBothTextsAndLoseNone() throws Exception {
        school.autosave(draft + "/happened", "version", "0", "facts", "From the first window");
        MockHttpServletResponse answer =
                school.post(draft + "/happened", "version", "0", "facts", "From the second window");
        assertThat(answer.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("table").text()).contains("From the first window", "From the second window");
        assertThat(page.select("#facts").val()).isEqualTo("From the second window");
        assertThat(page.select("input[name=version]").val()).isEqualTo("1");
        assertThat(school.page(draft + "/happened").select("#facts").val()).isEqualTo("From the first window");
        assertThat(school.autosave(draft + "/happened", "version", "0", "facts", "x")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void nobodyIsToldOfAnotherWindowBecauseOfASaveOfTheirOwn() throws Exception {
        String window = UUID.randomUUID().toString();
        school.autosave(draft + "/worry", "version", "0", "window", window, "worry", "Half a sen");
        assertThat(school.post(draft + "/worry", "version", "0", "window", window, "worry", "Half a sentence.")
                        .getStatus())
                .isEqualTo(302);
        assertThat(school.page(draft + "/worry").select("#worry").val()).isEqualTo("Half a sentence.");
    }

    @Test
    void aSaveWhoseAnswerWasLostGoesOnFromThereAndOneThatComesLateChangesNothing() throws Exception {
        String window = UUID.randomUUID().toString();
        school.autosave(draft + "/worry", "version", "0", "window", window, "worry", "One");
        MockHttpServletResponse behind =
                school.autosave(draft + "/worry", "version", "0", "window", window, "worry", "One, two");
        assertThat(behind.getStatus()).isEqualTo(409);
        assertThat(behind.getContentAsString()).isEqualTo("{\"version\":1}");
        school.post(draft + "/worry", "version", "1", "window", window, "worry", "One, two, three");
        school.autosave(draft + "/worry", "version", "1", "window", window, "worry", "One, two");
        assertThat(school.page(draft + "/worry").select("#worry").val()).isEqualTo("One, two, three");
    }

    @Test
    void theSameWordsFromTwoWindowsAreNoConflict() throws Exception {
        school.autosave(draft + "/worry", "version", "0", "worry", "The same");
        assertThat(school.post(draft + "/worry", "version", "0", "worry", "The same")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void twoPagesOfOneDraftDoNotDisturbEachOther() throws Exception {
        school.autosave(draft + "/happened", "version", "0", "facts", "One");
        assertThat(school.autosave(draft + "/worry", "version", "0", "worry", "Two")
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, SQL, "محمد علی", "\u202Egpj.exe", "a\u0000b", "=1+1", "../../etc/passwd"})
    void whateverIsTypedIsTextAndNothingElse(String typed) throws Exception {
        school.autosave(draft + "/happened", "version", "0", "facts", typed, "where", typed, "ownWords", typed);
        MockHttpServletResponse answer = school.open(draft + "/happened");
        assertThat(answer.getContentAsString()).doesNotContain("<script>alert", "<img src=x");
        assertThat(Jsoup.parse(answer.getContentAsString()).select("#facts").val())
                .isEqualTo(Answers.cleaned(typed));
        assertThat(school.open(draft + "/check").getContentAsString()).doesNotContain("<script>alert", "<img src=x");
        assertThat(school.open(draft + "/copy").getContentAsString()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void aMegabyteIsKeptAndSaidToBeTooLong() throws Exception {
        String paste = "word ".repeat(200_000);
        MockHttpServletResponse answer = school.fill(draft + "/happened", "facts", paste, "where", "x", "when", "x");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("and may have 20,000");
        assertThat(school.page(draft + "/happened").select("#facts").val())
                .hasSize(paste.strip().length());
    }

    @Test
    void anImpossibleDayIsSaidAndShownAgain() throws Exception {
        MockHttpServletResponse answer =
                school.fill(draft + "/happened", "on.day", "31", "on.month", "2", "on.year", "2026");
        assertThat(answer.getContentAsString()).contains("The day it happened must be a real date", "value=\"31\"");
    }

    @Test
    void anothersDraftIsNotThereEvenForThoseWithDraftsOfTheirOwn() throws Exception {
        FormVisitor other = new FormVisitor(mvc, people.schoolLead("900018"));
        FormVisitor frontDoor = new FormVisitor(mvc, people.frontDoorWorker());
        other.begin("child");
        frontDoor.begin("child");
        for (FormVisitor visitor : List.of(other, frontDoor)) {
            for (String page : List.of("", "/happened", "/people", "/check", "/copy", "/files", "/stop", "/receipt")) {
                MockHttpServletResponse answer = visitor.open(draft + page);
                assertThat(answer.getStatus())
                        .as(page + " as " + visitor.person().name() + ": " + answer.getForwardedUrl()
                                + answer.getContentAsString())
                        .isEqualTo(404);
            }
            assertThat(visitor.autosave(draft + "/happened", "version", "0", "facts", "x")
                            .getStatus())
                    .isEqualTo(404);
            assertThat(visitor.post(draft + "/discard").getStatus()).isEqualTo(404);
            assertThat(visitor.page("/marf").select("a[href='" + draft + "']")).isEmpty();
        }
    }

    @Test
    void forgedAddressesLookLikeNothing() throws Exception {
        assertThat(school.open("/marf/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        assertThat(school.open("/marf/not-an-id").getStatus()).isEqualTo(404);
        assertThat(school.open(draft + "/people/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
        assertThat(school.open(draft + "/nonsense").getStatus()).isEqualTo(404);
        assertThat(school.open(draft + "/danger").getStatus()).isEqualTo(404);
        assertThat(school.post(draft + "/people/" + UUID.randomUUID(), "version", "0", "name", "x")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void wordsOfBlameAreAskedAboutAfterwardsAndNeverInTheWay() throws Exception {
        MockHttpServletResponse answer = school.fill(draft + "/worry", "worry", "That her lifestyle choice goes on.");
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(school.page(String.valueOf(answer.getRedirectedUrl())).text())
                .contains("A thought about words", "lifestyle choice");
        assertThat(school.page(draft + "/check").text()).contains("A thought about words");
    }

    @Test
    void itIsThrownAwayForGood() throws Exception {
        assertThat(school.page("/marf").select("a[href='" + draft + "']")).hasSize(1);
        assertThat(school.post(draft + "/discard").getRedirectedUrl()).isEqualTo("/marf");
        assertThat(school.open(draft).getStatus()).isEqualTo(404);
        assertThat(school.page("/marf").select("a[href='" + draft + "']")).isEmpty();
    }

    @Test
    void everyPageOpensAndAsksOnlyWhatTheDraftKeeps() throws Exception {
        Filling child = Fill.about("child");
        for (Section section : Sections.ALL) {
            if (section.repeated() || !section.asked(child)) {
                continue;
            }
            assertThat(FormVisitor.fields(school.page(draft + "/" + section.key()))
                            .keySet())
                    .as(section.key())
                    .isSubsetOf(allowed(section, child));
        }
    }

    private static List<String> allowed(Section section, Filling filling) {
        List<String> names = new ArrayList<>(Field.names(section.fields(filling)));
        names.addAll(List.of("version", "window"));
        return names;
    }
}
