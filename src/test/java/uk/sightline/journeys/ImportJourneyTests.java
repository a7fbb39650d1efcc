package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;

/** A file of people comes in by the page, is worked with, and is taken back as far as nobody has used it. */
@JourneyTest
class ImportJourneyTests {

    private static final String FILE = """
            Pupil ID,First name,Surnmae,Date of birth,Post code
            1,Araminta,Fothergale,14/03/2012,BD3 9CK
            2,Lysander,Fothergale,02/11/2014,BD3 9CK
            3,Octavia,Pemberwick,31/02/2013,BD5 0AA
            4,Casimir,Pemberwick,09/07/2011,BD5 0AA
            """;

    private static final int MANY = 12_000;
    private static final WaitForOptions PATIENTLY = new WaitForOptions().setTimeout(180_000);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Test
    void aFileIsMappedCheckedImportedUsedAndUndone() throws IOException {
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager");
            take(manager);
            manager.sees("What the columns hold").picture("import-columns").fitsANarrowScreen();
            assertThat(manager.page().locator("[name=column-1]").inputValue()).isEqualTo("given-name");
            assertThat(manager.page().locator("[name=column-2]").inputValue()).isEqualTo("ignore");
            assertThat(manager.page().locator("[name=column-3]").inputValue()).isEqualTo("date-of-birth");

            check(manager);
            assertThat(count(manager, "New people")).isEqualTo("3");
            assertThat(count(manager, "Rejected")).isEqualTo("1");
            manager.sees("Rejected rows")
                    .sees("3 new, 0 changed, 0 with nothing new and 1 rejected are the 4 read")
                    .picture("import-check")
                    .fitsANarrowScreen();
            assertThat(rejectedRows(manager))
                    .contains("Octavia", "31/02/2013", "Why rejected")
                    .doesNotContain("Araminta");

            manager.press("Import these people");
            becomes(manager, "Import finished").picture("import-done").fitsANarrowScreen();
            assertThat(count(manager, "New people")).isEqualTo("3");
            String batch = manager.path();

            theSameFileChangesNothing(manager);
            aReferralFindsAraminta();

            manager.open(batch).press("Undo this import");
            becomes(manager, "Import undone").picture("import-undone").fitsANarrowScreen();
            assertThat(count(manager, "Records taken away")).isEqualTo("2");
            assertThat(count(manager, "Records that stay")).isEqualTo("1");
            manager.follow("Find a person").type("q", "Casimir Pemberwick").press("Search");
            assertThat(manager.page().locator(".sightline-hit").allInnerTexts())
                    .noneMatch(hit -> hit.contains("Casimir Pemberwick"));
        }
    }

    /** A large file: the work is paused by its maker, stands still, and goes on to its end where it was. */
    @Test
    void aLargeImportIsPausedAndGoesOnWhereItWas() {
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").follow("Find a person").follow("Import people from a file");
            choose(manager, manyPupils());
            manager.type("source", "Large census").press("Continue").sees("The file has 12,000 rows");
            manager.press("Check the rows");
            becomes(manager, "Check before importing");
            assertThat(count(manager, "New people")).isEqualTo("12,000");
            manager.sees("1 January").picture("import-large-check").fitsANarrowScreen();

            manager.press("Import these people").sees("Time left");
            manager.page().locator("progress:not([value='0'])").waitFor(PATIENTLY);
            manager.picture("import-running");
            manager.press("Pause")
                    .sees("Somebody paused this")
                    .picture("import-paused")
                    .fitsANarrowScreen();
            String stands = manager.page().locator("progress").getAttribute("value");
            manager.open(manager.path());
            assertThat(manager.page().locator("progress").getAttribute("value")).isEqualTo(stands);

            manager.press("Go on");
            becomes(manager, "Import finished");
            assertThat(count(manager, "New people")).isEqualTo("12,000");
            manager.press("Undo this import");
            becomes(manager, "Import undone").picture("import-large-undone");
            assertThat(count(manager, "Records taken away")).isEqualTo("12,000");
        }
    }

    private static String manyPupils() {
        StringBuilder file = new StringBuilder("Pupil ID,First name,Surname,Date of birth,Post code\n");
        for (int i = 0; i < MANY; i++) {
            String name = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676 % 26);
            String born = i % 3 == 0 ? "01/01/2010" : "14/03/2010";
            file.append("L%d,Perpetua,Lengthy%s,%s,%s%n".formatted(i, name, born, i % 5 == 0 ? "4011" : "BD3 9CK"));
        }
        return file.toString();
    }

    private static void choose(Visitor manager, String file) {
        manager.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("pupils.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static void take(Visitor manager) {
        manager.follow("Find a person").follow("Import people from a file").picture("import");
        manager.press("Continue").sees("Choose a CSV file");
        choose(manager, FILE);
        manager.type("source", "School census").press("Continue");
    }

    private static void check(Visitor manager) {
        manager.from("column-2", "family-name").press("Check the rows");
        becomes(manager, "Check before importing").sees("Nothing has been changed yet");
    }

    /** The page of the work follows it by itself. */
    private static Visitor becomes(Visitor manager, String heading) {
        manager.page().locator("h1:has-text('" + heading + "')").waitFor(PATIENTLY);
        return manager.open(manager.path());
    }

    private static String count(Visitor manager, String label) {
        return manager.page()
                .locator(".govuk-summary-list__row:has(dt:text-is('" + label + "')) dd")
                .innerText();
    }

    private static String rejectedRows(Visitor manager) throws IOException {
        Download file = manager.page()
                .waitForDownload(
                        () -> manager.page().locator("a[href$='/rejects.csv']").click());
        return Files.readString(file.path());
    }

    private static void theSameFileChangesNothing(Visitor manager) {
        take(manager);
        check(manager);
        manager.press("Import these people");
        becomes(manager, "Import finished");
        assertThat(count(manager, "New people")).isEqualTo("0");
        assertThat(count(manager, "Changed")).isEqualTo("0");
        assertThat(count(manager, "Nothing new")).isEqualTo("3");
    }

    private void aReferralFindsAraminta() {
        String reference =
                new Beforehand(port, people, referrals).sent("Aramynta Fothergail", LocalDate.of(2012, 3, 14));
        try (Visitor worker = Visitor.at(port)) {
            Triaging triage = new Triaging(worker.signInAs(Beforehand.WORKER)).open(reference);
            worker.sees("Araminta Fothergale").sees("same birth date").picture("import-triage");
            triage.isTheFirst();
            worker.sees("Araminta Fothergale").sees("Found");
            triage.decide("dram").tell("Thank you. The daily meeting looks at it tomorrow.");
        }
        try (Visitor lead = Visitor.at(port)) {
            lead.signInAs(Beforehand.LEAD).follow("Referrals").follow(reference).sees("Answered");
        }
    }
}
