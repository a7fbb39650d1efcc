package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String address, boolean scripts) {
        this.address = address;
        this.scripts = scripts;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(DESK_WIDTH, DESK_HEIGHT)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody with an ordinary browser. */
    static Visitor at(int port) {
        return new Visitor("http://localhost:" + port, true);
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScripts(int port) {
        return new Visitor("http://localhost:" + port, false);
    }

    /** Signs in, by the chooser of the demonstration, as the first person who holds this post. */
    Visitor signInAs(String post) {
        open("/sign-in");
        page.locator("tr", new Page.LocatorOptions().setHasText(post))
                .first()
                .getByRole(AriaRole.BUTTON)
                .click();
        return arrived();
    }

    Visitor open(String path) {
        page.navigate(path.startsWith("http") ? path : address + path);
        return arrived();
    }

    Visitor press(String button) {
        String before = page.evaluate("performance.timeOrigin").toString();
        button(button).click();
        page.waitForFunction("before => performance.timeOrigin.toString() !== before", before);
        return arrived();
    }

    Visitor follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return arrived();
    }

    Visitor fill(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    /** Fills the field of this name. */
    Visitor type(String name, String text) {
        page.locator("[name='" + name + "']:not([type=hidden])").first().fill(text);
        return this;
    }

    /** Ticks or chooses the answer with this value to the question of this name. */
    Visitor pick(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
        return this;
    }

    /** Chooses from the list of this name. */
    Visitor from(String name, String value) {
        page.locator("select[name='" + name + "']").selectOption(value);
        return this;
    }

    Visitor choose(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    Visitor select(String label, String option) {
        page.getByLabel(label).first().selectOption(option);
        return this;
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

    Visitor arrived() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        if (!scripts) {
            return this;
        }
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList())
                .as("axe at %s", page.url())
                .isEmpty();
        assertThat(complaints).as("the browser's console").isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
