package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.SuperUser;
import uk.sightline.referrals.Referrals;

/**
 * Somebody wants to know whether there is a record of a child, and brings a file with everything that they know of it. What
 * they and the front door are shown then is, to the letter, what they are shown for a child whom nobody knows.
 */
@JourneyTest
class PlantedJourneyTests {

    private static final WaitForOptions PATIENTLY = new WaitForOptions().setTimeout(60_000);
    private static final Page.WaitForConditionOptions WHILE_COMPARED =
            new Page.WaitForConditionOptions().setTimeout(120_000);
    private static final LocalDate BORN =
            LocalDate.now(ZoneId.of("Europe/London")).minusYears(13).minusDays(100);

    /** What is another's in every answer: ids, references, times of day, and what keeps a form from being sent by others. */
    private static final Pattern OF_THIS_ANSWER = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                    + "|\\b[A-Z]-[0-9A-Z]{7}\\b|\\b\\d\\d?:\\d\\d\\b|(?<=name=\"_csrf\" value=\")[^\"]*|(?<=<option value=\")[0-9a-f]{8}");

    private static final String RECORD = """
            select concat(
              (select jsonb_agg(to_jsonb(t)) from access.record t where t.id = :id),
              (select jsonb_agg(to_jsonb(t)) from people.person t where t.id = :id),
              (select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from people.fact t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t)) from people.card t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t) order by t.key) from people.search_key t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t)) from imports.origin t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t)) from imports.possible t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t)) from imports.effect t where t.person_id = :id),
              (select jsonb_agg(to_jsonb(t) order by t.id) from audit.entry t where t.record = :id and t.action <> 'view'))
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ApplicationContext product;

    private final Map<String, String> seen = new LinkedHashMap<>();

    /** A child of a file; the numbers are verified, and of the test range where the fictional district has none. */
    private record Child(String given, String family, LocalDate born, String nhs, String upn) {

        String name() {
            return given + " " + family;
        }

        NewPerson person() {
            return NewPerson.named(given, family, BirthDate.on(born), "Health register")
                    .with(verified(IdentifierScheme.NHS_NUMBER, nhs))
                    .with(verified(IdentifierScheme.UPN, upn));
        }

        private static PersonIdentifier verified(IdentifierScheme scheme, String value) {
            return PersonIdentifier.typed(scheme, value, IdentifierStatus.VERIFIED);
        }
    }

    /**
     * A file, and what differs from file to file.
     *
     * @param planted whom the file is about
     * @param other whose NHS number stands beside a third name
     */
    private record Planted(String source, Child planted, Child other, String third, String postcode) {

        String file(String now) {
            return """
                    Pupil ID,NHS number,UPN,First name,Surname,Date of birth,Post code
                    1,%s,%s,%s,%s,%s,%s
                    2,%s,,%s,Third,05/06/2011,%s
                    3,,,%s,Third,31/02/2013,%s
                    4,%s,,%s,Fourth,07/08/2010,%s
                    """.formatted(
                            planted.nhs(),
                            planted.upn(),
                            planted.given(),
                            planted.family(),
                            written("dd/MM/yyyy"),
                            now,
                            other.nhs(),
                            third,
                            postcode,
                            third,
                            postcode,
                            planted.nhs(),
                            third,
                            postcode);
        }

        private String written(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(planted.born());
        }

        /** What anybody would be told who brought such a file. */
        String neutral(String text) {
            String neutral = OF_THIS_ANSWER.matcher(text).replaceAll("…");
            for (String pattern : List.of("d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy", "yyyy-MM-dd")) {
                neutral = neutral.replace(written(pattern), "[born]");
            }
            Map<String, String> words = new LinkedHashMap<>();
            words.put(planted.given(), "[given]");
            words.put(planted.family(), "[family]");
            words.put(third, "[third]");
            words.put(source, "[source]");
            words.put(postcode, "[postcode]");
            words.put(spaced(planted.nhs()), "[nhs]");
            words.put(planted.nhs(), "[nhs]");
            words.put(spaced(other.nhs()), "[other nhs]");
            words.put(other.nhs(), "[other nhs]");
            words.put(planted.upn(), "[upn]");
            for (var word : words.entrySet()) {
                neutral = Pattern.compile(Pattern.quote(word.getKey()), Pattern.CASE_INSENSITIVE)
                        .matcher(neutral)
                        .replaceAll(word.getValue());
            }
            return neutral;
        }

        private static String spaced(String nhs) {
            return nhs.substring(0, 3) + " " + nhs.substring(3, 6) + " " + nhs.substring(6);
        }
    }

    @Test
    void aSealedChildIsPlantedInAFileAndNothingBetraysIt() throws IOException {
        Planted sealed = new Planted(
                "Register east",
                new Child("Ysolde", "Quarringford", BORN, "9999890008", "P801200005011"),
                new Child("Ferelith", "Ormathwaite", BORN.minusDays(60), "9999891373", "D801200005012"),
                "Zenobia",
                "BD97 9ZX");
        Planted unknown = new Planted(
                "Register west",
                new Child("Kezia", "Thackwroth", BORN.minusDays(33), "9999892744", "T801200005013"),
                new Child("Nobody", "Atall", BORN, "9999894119", ""),
                "Perdita",
                "BD97 9ZY");
        Beforehand beforehand = new Beforehand(port, people, referrals);
        UUID child = beforehand.known(sealed.planted().person());
        UUID other = beforehand.known(sealed.other().person());
        beforehand.sealed(child);
        beforehand.sealed(other);
        String before = record(child) + record(other);

        Map<String, String> shownOfNobody = walk(unknown, null);
        Map<String, String> shown = walk(sealed, child);

        assertThat(shown.keySet()).contains("the importer opens the record", "the front door opens the record");
        SoftAssertions every = new SoftAssertions();
        shown.forEach((what, text) -> every.assertThat(text).as(what).isEqualTo(shownOfNobody.get(what)));
        every.assertAll();
        assertThat(shownOfNobody.keySet()).isEqualTo(shown.keySet());
        assertThat(record(child) + record(other)).isEqualTo(before);
    }

    /** All that the importer and the front door are shown, from the file to when it is taken back. */
    private Map<String, String> walk(Planted file, @Nullable UUID sealed) throws IOException {
        seen.clear();
        Beforehand beforehand = new Beforehand(port, people, referrals);
        try (Visitor importer = Visitor.at(port);
                Visitor worker = Visitor.at(port)) {
            Locator managers = importer.open("/sign-in").page().locator("tr:has-text('Front-door manager')");
            importer.chooses(managers.nth(1).locator("td").first().innerText());
            worker.signInAs(Beforehand.WORKER);

            String first = brought(importer, file, "first", file.file(file.postcode()));
            compared(importer);
            looks(importer, file, "the importer");
            looks(worker, file, "the front door");
            triages(worker, beforehand, file, "while it is there");
            if (sealed != null) {
                whoeverIsOnTheListSeesWhatCameIn(file, sealed);
                Silence.isKept(importer, "/people/", sealed);
            }
            String again = brought(importer, file, "the same again", file.file(file.postcode()));
            String moved = brought(importer, file, "moved", file.file("BD97 9ZZ"));
            undone(importer, file, "moved", moved);
            undone(importer, file, "the same again", again);
            undone(importer, file, "first", first);
            looks(importer, file, "the importer, afterwards");
            looks(worker, file, "the front door, afterwards");
            triages(worker, beforehand, file, "afterwards");
            importer.open("/people/import");
            seen.put("the list of imports", file.neutral(rows(importer, file.source())));
        }
        return Map.copyOf(seen);
    }

    private String brought(Visitor importer, Planted file, String which, String content) throws IOException {
        importer.open("/people/import")
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("pupils.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        importer.type("source", file.source()).press("Continue");
        keep(importer, file, which + ": columns");
        importer.press("Check the rows");
        becomes(importer, "Check before importing");
        keep(importer, file, which + ": checked");
        downloads(importer, file, which + ": checked");
        importer.press("Import these people");
        becomes(importer, "Import finished");
        keep(importer, file, which + ": done");
        downloads(importer, file, which + ": done");
        return importer.path();
    }

    private void undone(Visitor importer, Planted file, String which, String batch) throws IOException {
        importer.open(batch).press("Undo this import");
        becomes(importer, "Import undone");
        keep(importer, file, which + ": undone");
        downloads(importer, file, which + ": undone");
    }

    private void downloads(Visitor importer, Planted file, String which) throws IOException {
        for (String name : List.of("rejects.csv", "rows.csv")) {
            var download = importer.page()
                    .waitForDownload(() ->
                            importer.page().locator("a[href$='/" + name + "']").click());
            seen.put(which + ": " + name, file.neutral(Files.readString(download.path())));
        }
    }

    /** By each of the things that somebody knows of the child, and behind every hit. */
    private void looks(Visitor reader, Planted file, String who) {
        Child child = file.planted();
        List<String> questions =
                List.of(child.name(), child.name() + " " + file.written("dd/MM/yyyy"), child.nhs(), child.upn());
        for (String question : questions) {
            reader.open("/people").type("q", question).press("Search");
            keep(reader, file, who + " asks for " + file.neutral(question));
        }
        Locator hits = reader.page().locator("[aria-labelledby=found] .sightline-hit a");
        if (hits.count() > 0) {
            reader.open(hits.first().getAttribute("href"));
            String person = reader.path();
            // What came on one day stands in the order of its ids, which are drawn by chance.
            seen.put(
                    who + " opens the record",
                    file.neutral(reader.page().locator("main").innerHTML())
                            .lines()
                            .sorted()
                            .collect(Collectors.joining("\n")));
            for (String page : List.of("/access/why", "/access/looked")) {
                reader.open(person.replace("/people", page));
                keep(reader, file, who + " at " + page);
            }
        }
        reader.open("/duplicates");
        seen.put(who + ", pairs", file.neutral(rows(reader, child.family())));
    }

    private void triages(Visitor worker, Beforehand beforehand, Planted file, String when) {
        String reference = beforehand.sent(file.planted().name(), file.planted().born());
        new Triaging(worker).open(reference);
        List<String> shown =
                worker.page().locator(".sightline-hit, .govuk-inset-text").allInnerTexts();
        seen.put("triage " + when, file.neutral(String.join("\n", shown)));
    }

    private void whoeverIsOnTheListSeesWhatCameIn(Planted file, UUID sealed) {
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager")
                    .open("/people/" + sealed)
                    .sees(file.planted().family());
            manager.open("/people").type("q", file.planted().nhs()).press("Search");
            assertThat(manager.page()
                            .locator("[aria-labelledby=found] .sightline-hit")
                            .count())
                    .isEqualTo(2);
            manager.open("/duplicates");
            assertThat(rows(manager, file.planted().family())).contains("Strong");
        }
    }

    private static void compared(Visitor reader) {
        reader.page()
                .waitForCondition(
                        () -> reader.open("/duplicates")
                                .page()
                                .locator("#progress")
                                .innerText()
                                .startsWith("Everybody"),
                        WHILE_COMPARED);
    }

    private void keep(Visitor reader, Planted file, String what) {
        seen.put(what, file.neutral(reader.page().locator("main").innerHTML()));
    }

    private static String rows(Visitor reader, String with) {
        return String.join(
                "\n", reader.page().locator("tbody tr:has-text('" + with + "')").allInnerTexts());
    }

    private static void becomes(Visitor importer, String heading) {
        importer.page().locator("h1:has-text('" + heading + "')").waitFor(PATIENTLY);
        importer.open(importer.path());
    }

    private String record(UUID person) {
        return SuperUser.of(product)
                .sql(RECORD)
                .param("id", person)
                .query(String.class)
                .single();
    }
}
