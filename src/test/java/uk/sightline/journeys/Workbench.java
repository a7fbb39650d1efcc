package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** The pairs of records that may be one person's, worked by keys alone. */
final class Workbench {

    private static final int MOST_TABS = 120;
    private static final double PATIENCE_MILLIS = 120_000;

    private final Visitor clerk;
    private final Page page;

    Workbench(Visitor clerk) {
        this.clerk = clerk;
        this.page = clerk.page();
    }

    /** Everybody who was put on record before is compared in the background; the page says how far that is. */
    Workbench openWhenCompared() {
        page.waitForCondition(
                () -> {
                    open("");
                    return page.locator("#progress").innerText().startsWith("Everybody") && rows() > 0;
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
        return this;
    }

    Workbench open(String query) {
        clerk.open("/duplicates" + query);
        return this;
    }

    /** The addresses of the pairs on this page of the list. */
    List<String> pairs() {
        return page.locator("table[data-queue] tbody a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    int rows() {
        return page.locator("table[data-queue] tbody tr").count();
    }

    Workbench openTheFirstByKeys() {
        tabTo("[data-queue-keys]");
        page.keyboard().press("Space");
        page.keyboard().press("j");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        clerk.sees("Same person?");
        return this;
    }

    Workbench keysDoNothingWhileSwitchedOff() {
        page.keyboard().press("s");
        assertThat(page.locator("[name=verdict]:checked").count()).isZero();
        return this;
    }

    Workbench switchKeysOn() {
        tabTo("#keys");
        page.keyboard().press("Space");
        return this;
    }

    /** The address of the pair that is shown. */
    String pair() {
        return clerk.path().replaceAll("\\?.*", "");
    }

    /** One key for the verdict, one for the reason, Enter: and the next pair, or the list, is there. */
    Workbench say(String verdict, String reason, String saved) {
        page.keyboard().press(verdict);
        if (!reason.isEmpty()) {
            page.keyboard().press(reason);
        }
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        clerk.sees(saved);
        return this;
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS && !isFocused(selector); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(selector)).as("%s is reached by Tab", selector).isTrue();
    }

    private boolean isFocused(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
