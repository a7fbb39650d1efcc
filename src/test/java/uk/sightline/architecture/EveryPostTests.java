package uk.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.sightline.Hostile;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.SuperUser;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Referrals;
import uk.sightline.referrals.SampleForms;

/**
 * Every address that takes a form, found from the product itself, is sent nonsense by somebody who may do nearly
 * everything: under every field name that stands on any page. None breaks, and what is refused has stored nothing.
 */
@SightlineTest
class EveryPostTests {

    private static final Pattern FIELD = Pattern.compile("name ?= ?\"([a-zA-Z][\\w.-]*)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");
    private static final String NUMBER_OF_A_SUBJECT = "no";

    /** Of a request and not of a record: written whatever comes of it. */
    private static final Pattern MAY_GROW =
            Pattern.compile("(audit|migrations)\\..*|platform\\.session.*|access\\.sign_in_try");

    /** Emergency access is asked for what is hidden, so its page is there; {@code EmergencyAccessTests} sees to seals. */
    private static final String BREAK_GLASS = "/access/break-glass/{record}";

    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename)
            from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople testPeople;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ApplicationContext product;

    private TestPerson somebody;
    /** Of each table how many rows there are, and which transactions wrote them: a row that is changed shows, too. */
    private String counts = "";

    private List<String> rows = List.of();
    private JdbcClient superuser;

    @BeforeEach
    void somebodyWithManyPosts() {
        somebody = testPeople.frontDoorManager();
        for (String post : List.of("front-door-worker", "information-governance-officer", "administrator")) {
            testPeople.alsoHolds(somebody, post, "front-door");
        }
        testPeople.alsoHolds(somebody, "school-safeguarding-lead", "school:900001");
        superuser = SuperUser.of(product);
        counts = superuser.sql(TABLES).query(String.class).list().stream()
                .filter(table -> !MAY_GROW.matcher(table).matches())
                .map(table -> "select '%s ' || count(*) || ' ' || coalesce(sum(t.xmin::text::bigint), 0) from %s t"
                        .formatted(table, table))
                .reduce("", (all, one) -> all.isEmpty() ? one : all + " union all " + one);
    }

    @Test
    void nonsenseBreaksNothingAndWhatIsRefusedStoresNothing() throws Exception {
        List<String> posts = posts();
        assertThat(posts).hasSizeGreaterThan(60);
        Records real = records();
        rows = rows();
        List<String> faults = new ArrayList<>();
        for (String route : posts) {
            for (String typed :
                    Stream.concat(Hostile.TYPED.stream(), Hostile.JUNK.stream()).toList()) {
                faults.addAll(faults(route, real.fill(route), typed));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Whether a record is not there or only hidden, the answer is the same, word by word. */
    @Test
    void aForgedIdAndAHiddenRecordAnswerAlike() throws Exception {
        Records hidden = hidden();
        for (String route : posts()) {
            if (VARIABLE.matcher(route).find() && !route.equals(BREAK_GLASS)) {
                Answer forged = post(Records.NOWHERE.fill(route), "x");
                Answer secret = post(hidden.fill(route), "x");
                assertThat(secret).as(route).isEqualTo(forged);
            }
        }
    }

    private List<String> faults(String route, String path, String typed) throws Exception {
        List<String> before = rows;
        Answer answer = post(path, typed);
        rows = rows();
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            faults.add("%s broke on %s: %s".formatted(route, typed, answer.text()));
        }
        if (answer.status() >= 400 && !rows.equals(before)) {
            List<String> stored = new ArrayList<>(rows);
            stored.removeAll(before);
            faults.add("%s refused %s and yet stored something: %s".formatted(route, typed, stored));
        }
        if (!answer.injected().isEmpty()) {
            faults.add("%s made markup of %s: %s".formatted(route, typed, answer.injected()));
        }
        return faults;
    }

    /** What somebody sees of an answer; nonces and references differ every time. */
    private record Answer(int status, String text, String injected) {
        static Answer of(MockHttpServletResponse response) throws IOException {
            var page = Jsoup.parse(response.getContentAsString());
            return new Answer(
                    response.getStatus(),
                    page.select("main").text(),
                    page.select(Hostile.INJECTED).outerHtml());
        }
    }

    private Answer post(String path, String typed) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .with(somebody.signedIn())
                .with(csrf())
                .with(from -> {
                    from.setRemoteAddr("192.0.2." + (1 + Math.floorMod(typed.hashCode(), 250)));
                    return from;
                });
        for (String field : fields()) {
            request.param(field, typed);
        }
        return Answer.of(mvc.perform(request).andReturn().getResponse());
    }

    /** Every name that a field has on any page. */
    private static Set<String> fields() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                FIELD.matcher(Files.readString(template)).results().forEach(found -> fields.add(found.group(1)));
            }
        }
        return fields;
    }

    private List<String> posts() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("uk.sightline."))
                .map(java.util.Map.Entry::getKey)
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> rows() {
        // PostgreSQL may answer the parts of a union in any order.
        return superuser.sql(counts).query(String.class).list().stream()
                .sorted()
                .toList();
    }

    private Records records() throws Exception {
        UUID person = somebody.actor().call(() -> people.create(child()));
        UUID referral = somebody.actor()
                .call(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PORTAL))
                .id();
        return new Records(
                person, referral, draft(somebody), testPeople.socialWorker().id());
    }

    /** Of an adult, whom posts for children do not see; and a draft of somebody else's. */
    private Records hidden() throws Exception {
        UUID adult = testPeople
                .adultWorker()
                .actor()
                .call(() -> people.create(
                        NewPerson.named("Wilhelmina", "Outofsight", BirthDate.on(LocalDate.of(1971, 5, 6)), "Test")));
        return new Records(adult, adult, draft(testPeople.schoolLead("900018")), UUID.randomUUID());
    }

    private static NewPerson child() {
        return NewPerson.named("Ignatius", "Formpost", BirthDate.on(LocalDate.of(2012, 5, 6)), "Test");
    }

    private UUID draft(TestPerson owner) throws Exception {
        String to = String.valueOf(mvc.perform(MockMvcRequestBuilders.post("/marf/new")
                        .param("danger", "no")
                        .param("about", "child")
                        .with(owner.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        return UUID.fromString(to.substring("/marf/".length()));
    }

    /** Which record an address means, by what it begins with. */
    private record Records(UUID person, UUID referral, UUID draft, UUID account) {

        static final Records NOWHERE =
                new Records(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        String fill(String route) {
            UUID id = route.startsWith("/marf")
                    ? draft
                    : route.startsWith("/administer")
                            ? account
                            : route.startsWith("/front-door") || route.startsWith("/referrals") ? referral : person;
            return VARIABLE.matcher(route).replaceAll(variable -> value(variable.group(1), id));
        }

        private static String value(String variable, UUID id) {
            return switch (variable) {
                case NUMBER_OF_A_SUBJECT -> "1";
                case "section" -> "people";
                case "kind" -> "name";
                default -> id.toString();
            };
        }
    }
}
