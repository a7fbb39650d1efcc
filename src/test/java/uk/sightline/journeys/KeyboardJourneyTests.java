package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;

/** The front door without a mouse. */
@JourneyTest
class KeyboardJourneyTests {

    private static final LocalDate BORN = LocalDate.of(2011, 6, 21);
    private static final int FURTHEST = 120;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Test
    void theListIsWalkedAndARowOpenedByKeys() {
        new Beforehand(port, people, referrals).sent("Imogen Larkspur", BORN);
        new Beforehand(port, people, referrals).sent("Rosalind Larkspur", BORN);
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(Beforehand.WORKER).picture("my-work");
            Page page = worker.open("/front-door").picture("queue").page();
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to main content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(isFocused(page, "main *")).isTrue();

            page.keyboard().press("j");
            assertThat(page.locator("tr[aria-current]").count()).isZero();
            tabTo(page, "[data-queue-keys]");
            page.keyboard().press("Space");
            page.keyboard().press("j");
            String first = focused(page);
            page.keyboard().press("j");
            assertThat(focused(page)).isNotEqualTo(first).startsWith("R-");
            page.keyboard().press("k");
            assertThat(focused(page)).isEqualTo(first);
            assertThat(page.locator("tr[aria-current]").innerText()).contains(first);
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
            worker.sees("Referral " + first);
        }
    }

    @Test
    void aReferralIsDecidedAndToldByKeys() {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        beforehand.known("Ottilie", "Marchbanks", BORN);
        String reference = beforehand.sent("Ottilie Marchbanks", BORN);
        try (Visitor worker = Visitor.at(port)) {
            new Triaging(worker.signInAs(Beforehand.WORKER)).open(reference);
            Page page = worker.page();
            assertThat(page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])")
                            .count())
                    .isZero();
            press(page, "form[action$='/same'] button");
            worker.sees("Saved who this is.");

            tabTo(page, "[name=outcome]");
            page.keyboard().press("Space");
            arrowTo(page, "[name=outcome][value=dram]");
            tabTo(page, "[name=level]");
            page.keyboard().press("Space");
            arrowTo(page, "[name=level][value='3']");
            tabTo(page, "[name=reason]");
            page.keyboard().type("Debt and travel out of the district; the hub should look at it.");
            press(page, "form[action$='/decide'] button");
            worker.sees("Tell the referrer");

            tabTo(page, "[name=how]");
            page.keyboard().press("Space");
            arrowTo(page, "[name=how][value=portal]");
            press(page, "form[action$='/tell'] button");
            worker.sees("The decision is saved.");
        }
    }

    private static void press(Page page, String button) {
        tabTo(page, button);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < FURTHEST && !isFocused(page, selector); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(page, selector))
                .as("%s is reached by Tab", selector)
                .isTrue();
        assertThat((boolean) page.evaluate("document.activeElement.getClientRects().length > 0"))
                .as("%s is seen", selector)
                .isTrue();
    }

    private static void arrowTo(Page page, String selector) {
        for (int i = 0; i < FURTHEST && !isFocused(page, selector); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(isFocused(page, selector + ":checked")).as(selector).isTrue();
    }

    private static boolean isFocused(Page page, String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.innerText").toString().strip();
    }
}
