package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Somebody at a browser, who does what people do: opens an address, reads, follows a link, fills a field by its label,
 * presses a button. Wherever they arrive, axe finds nothing and the console is quiet.
 */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 360;
    private static final int NARROW_WIDTH = 320;

    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();
    private static final String PARTS = """
            [...new Set([...document.querySelectorAll('body *')].map(e => `${e.tagName} ${e.className} ${e.getAttribute('role')}`))]
              .sort().join()""";

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();
    private final Hand hand;
    private int arrivals;
    private int presses;

    private Visitor(String address, BrowserContext context, boolean scripts, Function<Page, Hand> hands) {
        this.address = address;
        this.scripts = scripts;
        this.context = context;
        this.page = context.newPage();
        this.hand = hands.apply(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDOMContentLoaded(arrived -> arrivals++);
    }

    private static Visitor of(int port, boolean scripts, Function<Page, Hand> hands) {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(DESK_WIDTH, DESK_HEIGHT)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visitor("http://localhost:" + port, context, scripts, hands);
    }

    /** The same person, in another window of the same browser. */
    Visitor anotherWindow() {
        return new Visitor(address, context, scripts, ignored -> hand);
    }

    /** Somebody with an ordinary browser. */
    static Visitor at(int port) {
        return of(port, true, page -> Hand.mouse());
    }

    /** Somebody who uses no mouse. */
    static Visitor byKeyboard(int port) {
        return of(port, true, Hand::keyboard);
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScripts(int port) {
        return of(port, false, page -> Hand.mouse());
    }

    /** Signs in, by the chooser of the demonstration, as the first who has this name or post. */
    Visitor signInAs(String who) {
        open("/sign-in");
        return chooses(who);
    }

    /** Chooses who to be, on the page for signing in. */
    Visitor chooses(String who) {
        return goes(page.locator("tr", new Page.LocatorOptions().setHasText(who))
                .first()
                .getByRole(AriaRole.BUTTON));
    }

    Visitor open(String path) {
        page.navigate(path.startsWith("http") ? path : address + path);
        return looked();
    }

    Visitor press(String button) {
        return goes(button(button));
    }

    Visitor follow(String link) {
        return goes(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    /** For a link whose words are part of another's. */
    Visitor followExactly(String link) {
        return goes(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)));
    }

    /** Presses what leads to another page, or to this one again, and looks at it. */
    private Visitor goes(Locator control) {
        int before = arrivals;
        presses++;
        hand.press(control);
        page.waitForCondition(() -> arrivals > before);
        return looked();
    }

    /** Fills the field of this name. */
    Visitor type(String name, String text) {
        hand.type(field(name), text);
        return this;
    }

    /** Ticks or chooses the answer with this value to the question of this name. */
    Visitor pick(String name, String value) {
        presses++;
        hand.pick(page.locator("input[name='" + name + "'][value='" + value + "']"));
        return this;
    }

    /** Chooses from the list of this name. */
    Visitor from(String name, String value) {
        presses++;
        hand.choose(page.locator("select[name='" + name + "']"), value);
        return this;
    }

    Locator field(String name) {
        return page.locator("main [name='" + name + "']:not([type=hidden])").first();
    }

    /** Pages seen, and buttons, links and answers pressed, so far. */
    Effort effort() {
        return new Effort(arrivals, presses);
    }

    record Effort(int pages, int presses) {
        Effort since(Effort before) {
            return new Effort(pages - before.pages, presses - before.presses);
        }
    }

    Visitor sees(String text) {
        assertThat(page.locator("body").innerText()).contains(text);
        return this;
    }

    Visitor doesNotSee(String text) {
        assertThat(page.content()).doesNotContain(text);
        return this;
    }

    Visitor isAt(String path) {
        assertThat(page.url().substring(address.length())).startsWith(path);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** The page itself, for what the words here do not say. */
    Page page() {
        return page;
    }

    String path() {
        return page.url().substring(address.length());
    }

    String heading() {
        return page.locator("h1").first().innerText();
    }

    Visitor forgetSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("sightline"));
        return this;
    }

    /** At 320 px nothing scrolls sideways (WCAG 1.4.10), save tables in a frame of their own. */
    Visitor fitsANarrowScreen() {
        page.setViewportSize(NARROW_WIDTH, DESK_HEIGHT);
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("sideways scroll at 320 px of %s", page.url()).isZero();
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        return this;
    }

    /** Keeps a picture of the page, at a desk and on a phone, when somebody wants to look. */
    Visitor picture(String name) {
        String folder = System.getProperty("journeys.pictures");
        if (folder != null) {
            shoot(Path.of(folder, name + ".png"));
            page.setViewportSize(PHONE_WIDTH, DESK_HEIGHT);
            shoot(Path.of(folder, name + "-phone.png"));
            page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        }
        return this;
    }

    private void shoot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Axe, which is a script, looks only where scripts run, and once at a page of the same kind made of the same parts. */
    private Visitor looked() {
        if (scripts && LOOKED_AT.add(Crawl.kind(path()) + " " + page.evaluate(PARTS))) {
            looksAtRules();
        }
        assertThat(complaints).as("the browser's console").isEmpty();
        return this;
    }

    private void looksAtRules() {
        // In one pass within the page: what is otherwise opened beside it is for frames, of which there are none.
        var violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList())
                .as("axe at %s", page.url())
                .isEmpty();
    }

    /** Closes this window, and with the last of them the browser. */
    @Override
    public void close() {
        page.close();
        if (context.pages().isEmpty()) {
            context.close();
        }
    }
}
