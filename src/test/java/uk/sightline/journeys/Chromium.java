package uk.sightline.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import uk.sightline.TestBrowser;

/** One browser for all journeys of a JVM; each visitor has cookies of their own. */
final class Chromium {

    private static final Browser BROWSER = TestBrowser.launch(Playwright.create());

    private Chromium() {}

    static Browser browser() {
        return BROWSER;
    }
}
