package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Somebody who follows every link there is, nearest first, and looks at each page as a reader with a narrow screen, a
 * screen reader or a printer would. Pages of one kind (the same address with other ids) are opened at most twice.
 */
final class Crawl {

    private static final int OF_A_KIND = 2;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");
    private static final Pattern NUMBER = Pattern.compile("/\\d+(?=/|$)");
    private static final Pattern FACT = Pattern.compile("/(add|change)/[a-z]+(?=/|$)");
    private static final Pattern FILE = Pattern.compile("\\.(xlsx|csv|pdf)$|^/documents/\\{id}$");
    private static final Pattern LEAK = Pattern.compile(
            "\\bnull\\b|\\bundefined\\b|\\bNaN\\b|\\$\\{|[{}]|Optional\\[|uk\\.sightline|java\\.|\\b[a-z]+\\.[a-z-]+\\.label\\b");

    /** All at once: each question to the browser takes as long as the answer. */
    private static final String READ = """
            () => [
              [...document.querySelectorAll('h1')].map(each => each.innerText),
              document.title,
              document.body.innerText,
              [...document.querySelectorAll('a[href^="/"]:not([download])')].map(a => a.getAttribute('href'))]
            """;

    private static final int HEADINGS = 0;
    private static final int TITLE = 1;
    private static final int WORDS = 2;
    private static final int LINKS = 3;

    private static final String SHOWN_NAVIGATION = """
            () => [...document.querySelectorAll('nav, .govuk-skip-link, .govuk-back-link, button')]
                .filter(each => each.getClientRects().length > 0).map(each => each.outerHTML.slice(0, 120))
            """;

    private final Visitor visitor;
    private final Page page;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int status;

    Crawl(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        page.onResponse(this::arrives);
    }

    private void arrives(Response response) {
        if (response.request().isNavigationRequest()) {
            status = response.status();
        }
    }

    /** Follows every link from here on. */
    Crawl from(String... starts) {
        List.of(starts).forEach(this::meet);
        while (!waiting.isEmpty()) {
            visit(waiting.poll());
        }
        return this;
    }

    /** The kinds of page there were. */
    Set<String> kinds() {
        return kinds.keySet();
    }

    /** What was wrong, page by page. */
    List<String> faults() {
        return faults;
    }

    /** An address without what differs from record to record. */
    static String kind(String href) {
        String path = ID.matcher(href.replaceFirst("#.*", "")).replaceAll("{id}");
        path = FACT.matcher(path).replaceAll("/$1/{fact}");
        return VALUE.matcher(NUMBER.matcher(path).replaceAll("/{no}")).replaceAll("");
    }

    private void meet(String href) {
        if (met.add(href) && !FILE.matcher(kind(href).replaceFirst("\\?.*", "")).find()) {
            waiting.add(href);
        }
    }

    private void visit(String href) {
        String kind = kind(href);
        if (kinds.getOrDefault(kind, 0) >= OF_A_KIND) {
            return;
        }
        kinds.merge(kind, 1, Integer::sum);
        notes(() -> visitor.open(href));
        notes(() -> assertThat(status).as("status").isEqualTo(200));
        notes(visitor::fitsANarrowScreen);
        List<?> read = (List<?>) page.evaluate(READ);
        notes(() -> hasOneHeading((List<?>) read.get(HEADINGS)));
        notes(() -> hasATitleOfItsOwn((String) read.get(TITLE)));
        notes(() -> leaksNothing((String) read.get(WORDS)));
        notes(this::printsWithoutNavigation);
        ((List<?>) read.get(LINKS)).forEach(link -> meet(link.toString()));
    }

    /** One fault does not hide the next. */
    private void notes(Runnable check) {
        try {
            check.run();
        } catch (AssertionError fault) {
            faults.add(page.url() + ": " + fault.getMessage());
        }
    }

    private static void hasOneHeading(List<?> headings) {
        assertThat(headings)
                .as("headings")
                .hasSize(1)
                .allMatch(text -> !text.toString().isBlank());
    }

    private void hasATitleOfItsOwn(String title) {
        String kind = kind(visitor.path()).replaceFirst("\\?.*", "");
        String other = titles.putIfAbsent(title, kind);
        assertThat(other == null ? kind : other)
                .as("kind of page with the title %s", title)
                .isEqualTo(kind);
    }

    private static void leaksNothing(String words) {
        assertThat(words).as("words").doesNotContainPattern(LEAK);
    }

    private void printsWithoutNavigation() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        List<?> shown = (List<?>) page.evaluate(SHOWN_NAVIGATION);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(shown).as("navigation on paper").isEmpty();
    }
}
