package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.sightline.journeys.HttpUser.Answer;

/**
 * The delivered product, killed with -9 in the middle of people's work: whatever it had said it saved is there after the
 * next start, nothing is half there, and the log still proves itself. A row altered behind its back is named.
 */
@Tag("journey")
class KilledTests {

    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{7}");
    private static final Pattern DRAFT = Pattern.compile("(/marf/[0-9a-f-]{36}).*");
    private static final int PEOPLE_AT_WORK = 6;
    private static final int SECONDS_OF_WORK = 8;

    /** What the product acknowledged: receipt numbers by who sent them, and the last text saved of each draft. */
    private final Map<String, Integer> receipts = new ConcurrentHashMap<>();

    private final Map<String, Saved> drafts = new ConcurrentHashMap<>();

    private record Saved(int place, String text) {}

    @Test
    void everythingAcknowledgedSurvivesAndAnAlteredLogIsNamed(@TempDir Path folder) throws Exception {
        try (Product product = new Product(folder, null).start()) {
            workUntilKilled(product);
            assertThat(receipts).as("referrals acknowledged before the kill").isNotEmpty();
            product.start();
            for (Map.Entry<String, Integer> receipt : receipts.entrySet()) {
                HttpUser user = new HttpUser(product.port()).signInAs("School safeguarding lead", receipt.getValue());
                assertThat(user.get("/referrals").text()).contains(receipt.getKey());
            }
            for (Map.Entry<String, Saved> draft : drafts.entrySet()) {
                HttpUser user = new HttpUser(product.port())
                        .signInAs("School safeguarding lead", draft.getValue().place());
                Answer page = user.get(draft.getKey() + "/worry");
                if (page.status() == 200 && page.path().endsWith("/worry")) {
                    assertThat(number(page))
                            .isGreaterThanOrEqualTo(
                                    Integer.parseInt(draft.getValue().text()));
                }
            }
            Product.Verb check = product.run("check");
            assertThat(check.exit()).as(check.said()).isZero();
            TimeUnit.SECONDS.sleep(3);
            Product.Verb log = product.run("verify-audit");
            assertThat(log.exit()).as(log.said()).isZero();
            long entry = alterOneEntry(folder);
            Product.Verb altered = product.run("verify-audit");
            assertThat(altered.exit()).as(altered.said()).isEqualTo(1);
            assertThat(altered.said()).contains(Long.toString(entry));
        }
    }

    private void workUntilKilled(Product product) throws InterruptedException {
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_WORK)) {
            for (int place = 0; place < PEOPLE_AT_WORK; place++) {
                int mine = place % 2;
                int seed = place;
                people.submit(() -> work(product.port(), mine, new Random(seed)));
            }
            TimeUnit.SECONDS.sleep(SECONDS_OF_WORK);
            product.kill();
        }
    }

    /** Works until the product no longer answers. */
    private void work(int port, int place, Random random) {
        try {
            HttpUser user = new HttpUser(port).signInAs("School safeguarding lead", place);
            while (true) {
                oneReferral(user, place, random);
            }
        } catch (IOException killed) {
            // the product is gone, as it should be by now
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void oneReferral(HttpUser user, int place, Random random) throws IOException, InterruptedException {
        Answer begin = user.get("/marf/new");
        Answer begun = user.post(begin.page(), "/marf/new", Map.of("danger", "no", "about", "child"));
        Matcher at = DRAFT.matcher(begun.path());
        if (!at.matches()) {
            throw new IOException("No draft: " + begun.path() + " " + begun.text());
        }
        String draft = at.group(1);
        for (int i = 0; i < random.nextInt(5); i++) {
            save(user, draft, "worry", Map.of("worry", Integer.toString(i)));
            drafts.put(draft, new Saved(place, Integer.toString(i)));
        }
        fill(user, draft);
        Answer check = user.get(draft + "/check");
        Answer sent = user.post(
                check.page(), draft + "/check", Map.of("accurate", "yes", "notice", "yes", "feedback", "portal"));
        Matcher receipt = RECEIPT.matcher(sent.text());
        if (receipt.find()) {
            receipts.put(receipt.group(), place);
        }
    }

    private static void fill(HttpUser user, String draft) throws IOException, InterruptedException {
        save(user, draft, "referrer", Map.of("source", "2A"));
        String person = user.get(draft + "/people").path();
        save(
                user,
                person.substring(0, person.indexOf("/people")),
                person.substring(person.indexOf("people")),
                Map.of(
                        "name",
                        "Ottoline Marchbanks",
                        "birth",
                        "about 15",
                        "sex",
                        "2",
                        "ethnicity",
                        "NOBT",
                        "noAddress",
                        "yes",
                        "disabilities",
                        "NONE",
                        "school",
                        "not known"));
        save(
                user,
                draft,
                "happened",
                Map.of(
                        "facts",
                        "New telephone, and afraid of a man who waits.",
                        "when",
                        "this week",
                        "where",
                        "not known",
                        "source",
                        "told-by-child",
                        "noWords",
                        "yes"));
        save(user, draft, "exploitation", Map.of("strands", "CCE"));
        save(user, draft, "worry", Map.of("worry", "99"));
        save(user, draft, "level", Map.of("level", "4", "why", "Threats to her and her family."));
        save(
                user,
                draft,
                "consent",
                Map.of(
                        "parentInformed",
                        "yes",
                        "sharing",
                        "given",
                        "givenBy",
                        "Mother",
                        "covers",
                        "All",
                        "childView",
                        "yes"));
    }

    private static void save(HttpUser user, String draft, String section, Map<String, String> values)
            throws IOException, InterruptedException {
        String path = draft + "/" + section;
        user.post(user.get(path).page(), path, values);
    }

    private static int number(Answer page) {
        var text = page.page().selectFirst("textarea[name=worry]");
        return text == null || text.wholeText().isBlank()
                ? -1
                : Integer.parseInt(text.wholeText().strip());
    }

    /** As the database's superuser, past every rule of the product. */
    private static long alterOneEntry(Path folder) throws SQLException, IOException {
        Path data = folder.resolve("data");
        String password = java.nio.file.Files.readString(data.resolve("keys").resolve("database-password"));
        List<String> pid =
                java.nio.file.Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://localhost:" + pid.get(3).strip() + "/postgres";
        try (Connection superuser = DriverManager.getConnection(url, "postgres", password);
                Statement statement = superuser.createStatement()) {
            try (var row = statement.executeQuery(
                    "update audit.entry set action = 'something else' where id = (select entry_id from audit.leaf"
                            + " order by no desc limit 1) returning id")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
