package uk.sightline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.bench.Browser.Page;

/** One signed-in person at work: opens the queue, a referral, a person, what there is to do; searches; writes. */
final class Visitor {

    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern REFERRAL = Pattern.compile("/front-door/(" + UUID_TEXT + ")\"");
    private static final Pattern PERSON = Pattern.compile("/people/(" + UUID_TEXT + ")\"");
    private static final Pattern TEAM = Pattern.compile("/work/team/(" + UUID_TEXT + ")\"");
    private static final Pattern DRAFT = Pattern.compile("/marf/(" + UUID_TEXT + ")");
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");

    private static final List<String> WANTED = List.of(
            "Mohammed Khan",
            "Aisha Hussain",
            "Smith",
            "Begum",
            "Nowak",
            "Jonathon Taylor",
            "Balog",
            "Fatima Ali",
            "Kaur",
            "Singh 2011",
            "Ahmed Malik",
            "Popescu",
            "Grace Walker",
            "Mohamed Hussein");

    private final Browser browser;
    private final RandomGenerator chance;
    private final List<String> referrals = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> teams = new ArrayList<>();
    private @Nullable String draft;
    private int version;

    Visitor(Browser browser, RandomGenerator chance) {
        this.browser = browser;
        this.chance = chance;
    }

    /** Signs in by the chooser of the demonstration. */
    void signIn(UUID account) throws IOException, InterruptedException {
        expect(browser.get("/sign-in").isFine(), "There is no sign-in page");
        Page answer = browser.post("/sign-in/as", Map.of("account", account.toString()));
        expect(answer.goesOn(), "Nobody can be chosen to sign in as: is this a demonstration?");
        found(TEAM, browser.get("/work").body(), teams);
        expect(!teams.isEmpty(), "Whoever signed in is of no team");
    }

    /** Signs in as somebody of the front door, and finds work to do. */
    void comeToWork(UUID account) throws IOException, InterruptedException {
        signIn(account);
        found(REFERRAL, browser.get("/front-door").body(), referrals);
        for (String wanted : WANTED.subList(0, 4)) {
            found(PERSON, browser.post("/people", Map.of("q", wanted)).body(), people);
        }
        expect(!referrals.isEmpty() && !people.isEmpty(), "There is nothing in the queue or on the index");
        begin();
    }

    private void begin() throws IOException, InterruptedException {
        browser.get("/marf/new?phone=1");
        Page begun = browser.post("/marf/new?phone=1", Map.of("danger", "no", "about", "child"));
        Matcher id = DRAFT.matcher(begun.location());
        expect(id.find(), "No draft was begun");
        draft = id.group(1);
        expect(browser.get("/marf/" + draft + "/happened").isFine(), "The draft cannot be opened");
    }

    /** The draft that this visitor has begun. */
    UUID draft() {
        expect(draft != null, "No draft was begun");
        return UUID.fromString(String.valueOf(draft));
    }

    /** Does one thing. True when the page is the one that was asked for. */
    boolean does(Operation operation) throws IOException, InterruptedException {
        return switch (operation) {
            case QUEUE -> browser.get("/front-door").isFine();
            case TRIAGE -> browser.get("/front-door/" + one(referrals)).isFine();
            case PERSON -> browser.get("/people/" + one(people)).isFine();
            case SEARCH -> browser.post("/people", Map.of("q", one(WANTED))).isFine();
            case SAVE -> save();
            case WORK -> browser.get("/work").isFine();
            case TEAM -> browser.get("/work/team/" + teams.getFirst()).isFine();
        };
    }

    private boolean save() throws IOException, InterruptedException {
        Page saved = browser.autosave(
                "/marf/" + draft + "/happened",
                Map.of("version", Integer.toString(version), "facts", "Seen again on day " + chance.nextInt(1_000)));
        Matcher next = VERSION.matcher(saved.body());
        if (saved.isFine() && next.find()) {
            version = Integer.parseInt(next.group(1));
            return true;
        }
        return false;
    }

    Operation next() {
        int at = chance.nextInt(100);
        if (at < 22) {
            return Operation.QUEUE;
        }
        if (at < 42) {
            return Operation.TRIAGE;
        }
        if (at < 62) {
            return Operation.PERSON;
        }
        if (at < 77) {
            return Operation.SEARCH;
        }
        if (at < 90) {
            return Operation.SAVE;
        }
        return at < 96 ? Operation.WORK : Operation.TEAM;
    }

    void think(Duration most) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(chance.nextLong(most.toMillis() + 1)));
    }

    private <T> T one(List<T> several) {
        return several.get(chance.nextInt(several.size()));
    }

    private static void found(Pattern pattern, String page, List<String> into) {
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            if (!into.contains(matcher.group(1))) {
                into.add(matcher.group(1));
            }
        }
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalStateException(otherwise);
        }
    }
}
