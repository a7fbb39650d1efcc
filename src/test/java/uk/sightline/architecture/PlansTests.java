package uk.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
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
 * No statement that somebody waits for goes through a whole table that grows with the district. PostgreSQL is told that the
 * tables are large and that going through one is the last resort; what it does so even then has no index to use. Read are
 * the plans of all statements, as the run-time role under row security, and of what the database's functions and policies
 * run inside.
 */
@SightlineTest
class PlansTests {

    /**
     * Nobody waits for these: jobs and verbs, loads, the work of imports, and the proof that nothing is lost, which goes
     * through everything by its nature.
     */
    private static final Pattern NO_REQUEST = Pattern.compile("(bench|district|linking)\\..*"
            + "|platform\\.SetAside\\..*"
            + "|audit\\.(SealingStore|StoredLog)\\..*"
            + "|access\\.(AccessAgreement|BrowsingWatch|FirstAdministrator|PackSync)\\..*"
            + "|clocks\\.(Escalations|Tellings)\\..*"
            + "|duplicates\\.JudgedPairs\\.(JUDGED|FOUND|LISTED|COUNT_AGAIN|COUNT)"
            + "|imports\\.Import(Effects|Origins|RowStore|Seen)\\..*"
            + "|people\\.(Bulk\\w+|Comparing|ModelLearning|Recognition|KeyCounts)\\..*"
            + "|worklist\\.ProofQueries\\..*");

    /** Never run as they stand: other statements begin so and go on with what they look for. */
    private static final Set<String> BEGINNINGS = Set.of("marf.DraftStore.COLUMNS", "referrals.PassedQueries.ITEM");

    /**
     * Do not grow with people, referrals or the log: what the pack and the organisation have, one row for each column that
     * follows a merge, one for each file that was brought, one model a week, and notes of a single row or a few.
     */
    private static final Set<String> SMALL = Set.of(
            "access.account",
            "access.agency",
            "access.holding",
            "access.post",
            "access.post_line",
            "access.post_may",
            "access.team",
            "duplicates.drift",
            "duplicates.progress",
            "imports.batch",
            "people.counted",
            "people.model",
            "people.model_use",
            "platform.following");

    /** Hold what waits for somebody and nothing that is done: to go through them is to go through the work. */
    private static final Set<String> WHAT_WAITS = Set.of(
            "break_glass_open",
            "correction_told",
            "draft_phone",
            "involvement_open",
            "mail_unsent",
            "referral_open",
            "unseal_open",
            "worker_account",
            "worker_live");

    private static final List<String> FUNCTIONS = List.of(
            "select access.my_posts(), access.my_related(), access.my_reach()",
            "select access.my_records('identity'), access.my_records('referral')",
            "select access.my_exclusions(), access.my_closed('identity'), access.my_unsealed(), access.my_holders()",
            "select access.my_sight('identity'), access.my_sight('referral')",
            "select people.alike(array['w:nobody', 'x:NHS_NUMBER:1'], array[3, 9], array[50, 50], 20)",
            "select people.pointer(array['w:nobody', 'x:NHS_NUMBER:1'], array[]::uuid[])",
            "select people.find('P-1234567', 'x:NHS_NUMBER:1')",
            "select referrals.sent_by(platform.me(), array[gen_random_uuid()])");

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ApplicationContext product;

    @Test
    void noStatementOfARequestGoesThroughATableThatGrows() throws Exception {
        Map<String, Set<Scan>> found = new TreeMap<>();
        try (Plans plans = Plans.as(SuperUser.connection(product), someRecords())) {
            for (var each : Statements.all().entrySet()) {
                if (!NO_REQUEST.matcher(each.getKey()).matches() && !BEGINNINGS.contains(each.getKey())) {
                    found.put(each.getKey(), large(plans.of(each.getValue())));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(250);
        found.values().removeIf(Set::isEmpty);
        assertThat(found).isEmpty();
    }

    /** What looks for people is asked as it is asked by a search, so that all of it runs. */
    @Test
    void neitherDoesASearchNorWhatTheFunctionsOfTheDatabaseRun() throws Exception {
        someRecords();
        for (TestPerson somebody : List.of(
                colleagues.frontDoorWorker(),
                colleagues.adultWorker(),
                colleagues.socialWorker(),
                colleagues.schoolLead("900018"))) {
            try (Plans plans = Plans.as(SuperUser.connection(product), somebody.id())) {
                for (String asked : FUNCTIONS) {
                    assertThat(large(plans.inside(asked))).as(asked).isEmpty();
                }
            }
        }
    }

    @Test
    void aStatementWhoseIndexIsGoneIsFound() throws Exception {
        String asked = "select t.id from referrals.routing t where t.referral_id = :referral";
        try (Plans plans = Plans.as(SuperUser.connection(product), someRecords())) {
            assertThat(large(plans.of(asked))).isEmpty();
            plans.after("drop index referrals.routing_referral");
            assertThat(large(plans.of(asked))).extracting(Scan::table).containsOnly("referrals.routing");
        }
    }

    @Test
    void aFunctionWhoseIndexIsGoneIsFound() throws Exception {
        String asked = "select people.pointer(array['w:nobody'], array[]::uuid[])";
        try (Plans plans = Plans.as(SuperUser.connection(product), someRecords())) {
            assertThat(large(plans.inside(asked))).isEmpty();
            plans.after("alter table people.search_key drop constraint search_key_pkey");
            assertThat(large(plans.inside(asked))).extracting(Scan::table).contains("people.search_key");
        }
    }

    private static Set<Scan> large(Set<Scan> scans) {
        return scans.stream()
                .filter(scan -> !SMALL.contains(scan.table()))
                .filter(scan -> !WHAT_WAITS.contains(scan.index()))
                .collect(Collectors.toSet());
    }

    private UUID someRecords() {
        var worker = colleagues.frontDoorWorker();
        worker.actor().run(() -> people.create(NewPerson.named("Planned", "Reading", BirthDate.unknown(), "Test")));
        worker.actor().run(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PHONE));
        return worker.id();
    }
}
