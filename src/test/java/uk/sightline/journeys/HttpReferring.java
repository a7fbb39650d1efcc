package uk.sightline.journeys;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.sightline.journeys.HttpUser.Answer;

/** A school's referral by HTTP: begun, typed into, filled in and sent. */
final class HttpReferring {

    private static final Pattern DRAFT = Pattern.compile("(/marf/[0-9a-f-]{36}).*");
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{7}");

    private final HttpUser user;
    private final String draft;

    private HttpReferring(HttpUser user, String draft) {
        this.user = user;
        this.draft = draft;
    }

    static HttpReferring begin(HttpUser user) throws IOException, InterruptedException {
        Answer begun = user.post(user.get("/marf/new"), "/marf/new", Map.of("danger", "no", "about", "child"));
        Matcher at = DRAFT.matcher(begun.path());
        if (!at.matches()) {
            throw new AssertionError("No draft: " + begun.path() + " " + begun.text());
        }
        return new HttpReferring(user, at.group(1));
    }

    String draft() {
        return draft;
    }

    void worry(String text) throws IOException, InterruptedException {
        save("worry", Map.of("worry", text));
    }

    /** Fills everything in and sends it; gives the receipt number. */
    String send() throws IOException, InterruptedException {
        person();
        save(
                "happened",
                Map.of(
                        "facts", "New telephone, and afraid of a man who waits.",
                        "when", "this week",
                        "where", "not known",
                        "source", "told-by-child",
                        "noWords", "yes"));
        save("exploitation", Map.of("strands", "CCE"));
        save("assessment", Map.of("partial", "one-side"));
        save("level", Map.of("level", "4", "why", "Threats to her and her family."));
        save("consent", Map.of("parentInformed", "yes", "sharing", "given", "givenBy", "Mother", "childView", "yes"));
        return receipt(user.post(
                user.get(draft + "/check"),
                draft + "/check",
                Map.of("accurate", "yes", "notice", "yes", "feedback", "portal")));
    }

    private void person() throws IOException, InterruptedException {
        String page = user.get(draft)
                .page()
                .select("main a[href^='" + draft + "/people/']")
                .attr("href");
        save(
                page.substring(draft.length() + 1),
                Map.of(
                        "name", "Ottoline Marchbanks",
                        "birth", "about 15",
                        "sex", "2",
                        "ethnicity", "NOBT",
                        "noAddress", "yes",
                        "disabilities", "NONE"));
    }

    private void save(String section, Map<String, String> values) throws IOException, InterruptedException {
        String path = draft + "/" + section;
        Answer left = user.post(user.get(path), path, values);
        if (left.path().equals(path)) {
            throw new AssertionError("Not taken at " + path + ": " + left.text());
        }
    }

    static String receipt(Answer sent) {
        Matcher receipt = RECEIPT.matcher(sent.text());
        if (!receipt.find()) {
            throw new AssertionError("No receipt at " + sent.path() + ": " + sent.text());
        }
        return receipt.group();
    }
}
