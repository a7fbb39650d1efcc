package uk.sightline.govuk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.sightline.TestBrowser;

/** With {@code -Dsamples.pictures=FOLDER} each page is also kept as a picture, to look at. */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserTests {

    private static final FieldErrors ERRORS = FieldErrors.builder()
            .add("phone", "Enter a phone number")
            .add("born", "Date of birth must include a month", "born-month")
            .build();

    @SuppressWarnings("NullAway.Init")
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private SampleServer server;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    private final List<String> complaints = new ArrayList<>();
    private FieldErrors errors = FieldErrors.none();
    private Chrome chrome = Samples.SIGNED_IN;

    @BeforeAll
    void startBrowser() {
        playwright = Playwright.create();
        browser = TestBrowser.launch(playwright);
    }

    @BeforeEach
    void open() throws IOException {
        errors = FieldErrors.none();
        chrome = Samples.SIGNED_IN;
        complaints.clear();
        server = new SampleServer(this::sample);
        page = browser.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @AfterAll
    void stopBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void aPageHasNoFaultThatAxeFindsAndNothingIsRefused() {
        for (var found : List.of(FieldErrors.none(), ERRORS)) {
            errors = found;
            page.navigate(server.url());
            assertThat(page.locator("#phone")).isVisible();
            var violations = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations();
            assertThat(violations).isEmpty();
            picture("desktop" + (found.isEmpty() ? "" : "-errors"));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void nothingRunsOffAPhone() {
        for (int width : new int[] {320, 360}) {
            page.setViewportSize(width, 740);
            page.navigate(server.url());
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            picture("phone-" + width);
        }
    }

    @Test
    void whatIsTypedIsSavedOnLeavingTheFieldAndTheVersionFollows() {
        page.navigate(server.url());
        page.locator("#phone").fill("01274 496000");
        page.locator("#words").focus();
        assertThat(page.locator("#sample [data-saved]")).hasText("Saved 14:02");
        assertThat(page.locator("#sample input[name=version]")).hasValue("2");
        assertThat(server.saved).singleElement().asString().startsWith("1 _csrf=token-1&version=1&phone=01274+496000");
        page.locator("#phone").focus();
        page.locator("#words").focus();
        assertThat(server.saved).hasSize(1);
    }

    @Test
    void aConflictAndASignOutAreSaidInPlainWords() {
        server.tellsVersion = false;
        saving(
                409,
                "This page was changed in another window, or by a colleague. Nothing is lost: save it here, and you will see both.");
        saving(
                410,
                "This was sent from another window. What you have typed here since is not in it: save this page, and you can add it to what was sent.");
        saving(401, "You have been signed out. Sign in in a new tab, then come back: your text is kept here.");
        saving(500, "Not saved: the connection failed. Trying again. Nothing is saved yet.");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aSaveWhoseAnswerWasLostIsMadeAgainFromTheVersionTheServerHas() {
        server.saveStatus = 409;
        page.navigate(server.url());
        page.locator("#phone").fill("01274 496000");
        page.locator("#words").focus();
        page.waitForCondition(() -> server.saved.size() > 1);
        server.saveStatus = 200;
        assertThat(page.locator("#sample [data-saved]")).hasText("Saved 14:02");
        assertThat(server.saved.get(1)).contains("version=2&phone=01274+496000");
    }

    @Test
    void theFormWaitsForTheSaveUnderWayAndIsSentOnceHoweverOftenItIsPressed() {
        page.navigate(server.url());
        server.holdSaves();
        page.locator("#phone").fill("01274 496000");
        page.locator("#words").focus();
        page.waitForCondition(() -> server.saved.size() == 1);
        page.evaluate("for (let i = 0; i < 3; i++) document.querySelector('#sample').requestSubmit()");
        assertThat(server.sent).isEmpty();
        server.letSavesGo();
        page.waitForCondition(() -> !server.sent.isEmpty());
        assertThat(server.sent).singleElement().asString().contains("version=2&phone=01274+496000");
    }

    private void saving(int status, String words) {
        server.saveStatus = status;
        page.navigate(server.url());
        page.locator("#phone").fill("01274 496000");
        page.locator("#words").focus();
        assertThat(page.locator("#sample [data-saved]")).hasText(words);
        assertThat(page.locator("#phone")).hasValue("01274 496000");
    }

    @Test
    void theEndOfTheSessionIsToldTwoMinutesBeforeAndCanBePutOff() {
        page.clock().install();
        page.navigate(server.url());
        page.clock().fastForward("12:50");
        assertThat(page.locator("dialog")).isHidden();
        page.clock().fastForward("00:15");
        assertThat(page.locator("dialog")).isVisible();
        picture("timeout");
        page.getByText("Stay signed in").click();
        assertThat(page.locator("dialog")).isHidden();
        page.clock().fastForward("13:05");
        page.clock().fastForward("02:05");
        assertThat(page.locator("dialog")).containsText("You have been signed out");
        page.getByText("Close this message").click();
        assertThat(page.locator("dialog")).isHidden();
    }

    @Test
    void theKeysWalkTheListOnlyWhenSwitchedOn() {
        page.navigate(server.url());
        page.keyboard().press("j");
        assertThat(page.locator("tr[aria-current]")).hasCount(0);
        page.getByText("Keys: j next").click();
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("tr[aria-current=true] a")).hasText("R-4F2L");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(server.url() + "#R-4F2L");
        page.locator("#phone").pressSequentially("jk");
        assertThat(page.locator("tr[aria-current=true] a")).hasText("R-4F2L");
    }

    @Test
    void theSkipLinkComesFirstAndLeadsToTheContent() {
        page.navigate(server.url());
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#main-content")).isFocused();
    }

    @Test
    void paperCarriesTheMarkingAndWhoPrintedIt() {
        page.navigate(server.url());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header .sightline-marking")).containsText("printed by Sam Carter at 14:02");
        assertThat(page.locator("header .sightline-print-only")).isVisible();
        for (var screenOnly :
                List.of(".govuk-service-navigation", ".govuk-back-link", ".sightline-keys", "main .govuk-button"))
            assertThat(page.locator(screenOnly)).isHidden();
        var folder = System.getProperty("samples.pictures");
        if (folder != null)
            page.pdf(new Page.PdfOptions().setPath(Path.of(folder, "paper.pdf")).setPreferCSSPageSize(true));
    }

    @Test
    void publicPagesCanBeLeftAtOnce() {
        chrome = Samples.PUBLIC;
        page.setViewportSize(360, 740);
        page.navigate(server.url());
        assertThat(page.locator(".govuk-exit-this-page a")).isVisible();
        picture("public-360");
    }

    @Test
    void aFirstVisitIsLight() throws IOException {
        long bytes = 0;
        for (var file : List.of(
                "sightline.css",
                "sightline.js",
                "govuk-frontend.js",
                "htmx.js",
                "autosave.js",
                "timeout.js",
                "queue.js")) bytes += zipped(Assets.url(file));
        assertThat(bytes).isLessThan(100_000);
    }

    private static long zipped(String url) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var in = Assets.class.getResourceAsStream("/static" + url);
                var zip = new java.util.zip.GZIPOutputStream(out)) {
            assertThat(in).as(url).isNotNull();
            java.util.Objects.requireNonNull(in).transferTo(zip);
        }
        return out.size();
    }

    private String sample() {
        var content = Samples.all(
                Samples.heading("Referral R-4F2K"), Samples.person(), Samples.queue(), Samples.form(errors));
        var aside = Samples.tag("insetText", Map.of("text", "Who is this? Three people may match."));
        Map<String, @Nullable Object> options = Map.of(
                "title",
                "Referral R-4F2K",
                "content",
                content,
                "errors",
                errors,
                "aside",
                aside,
                "wide",
                true,
                "backLink",
                "/",
                "exitThisPage",
                chrome.signedIn() == null);
        return Samples.page(chrome, options);
    }

    private void picture(String name) {
        var folder = System.getProperty("samples.pictures");
        if (folder != null)
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
    }
}
