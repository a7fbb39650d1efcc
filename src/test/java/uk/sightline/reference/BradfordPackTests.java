package uk.sightline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BradfordPackTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final PracticePack pack = PracticePacks.load("classpath:packs/bradford");

    @Test
    void everyPostOfTheAccessTableIsThere() {
        assertThat(pack.posts())
                .extracting(Post::label)
                .contains(
                        "Front-door worker",
                        "Hub practitioner",
                        "Statutory social worker",
                        "Police missing coordinator",
                        "Intelligence unit officer (IMU)",
                        "Emergency department safeguarding nurse",
                        "Independent scrutineer",
                        "Information governance officer",
                        "System actor")
                .hasSize(33);
    }

    @ParameterizedTest(name = "{0} sees {1} in {2}")
    @CsvSource({
        "front-door-worker, referral, district:children",
        "adult-mash-practitioner, adult, district:adults",
        "hub-practitioner, assessment, cohort",
        "statutory-social-worker, plan, own",
        "school-safeguarding-lead, referral, own",
        "service-practitioner, identity, service",
        "information-governance-officer, audit, none",
        "police-missing-coordinator, missing, district",
    })
    void aPostSeesAKindInItsReach(String post, String kind, String reach) {
        assertThat(pack.post(post).reachesOf(kind(kind)))
                .extracting(Reach::code)
                .contains(reach);
    }

    @ParameterizedTest(name = "{0} never sees {1} whole")
    @CsvSource({
        "front-door-worker, chronology",
        "front-door-worker, adult",
        "school-safeguarding-lead, chronology",
        "school-safeguarding-lead, identity",
        "police-control-room, identity",
        "partner, identity",
        "disruption-officer, identity",
        "analyst, identity",
        "administrator, identity",
        "board-member, referral",
        "hub-practitioner, intelligence:sanitised",
        "intelligence-unit-officer, identity",
    })
    void aPostDoesNotSeeWhatIsNotItsBusiness(String post, String kind) {
        assertThat(pack.post(post).reachesOf(kind(kind))).isEmpty();
    }

    @Test
    void theFrontDoorLearnsOfAdultsOnlyWhomToRing() {
        assertThat(pack.post("front-door-worker").lines())
                .filteredOn(line -> line.reach() == Reach.DISTRICT_ADULTS)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.sees()).isEmpty();
                    assertThat(line.pointer()).contains(RecordKind.ADULT);
                });
    }

    @Test
    void intelligenceIsSeenOnlyWithClearance() {
        for (var post : pack.posts()) {
            if (!post.reachesOf(RecordKind.INTELLIGENCE_RESTRICTED).isEmpty()) {
                assertThat(post.clearance()).as(post.key()).isEqualTo(Clearance.RESTRICTED);
            }
            if (!post.reachesOf(RecordKind.INTELLIGENCE_SANITISED).isEmpty()) {
                assertThat(post.clearance().covers(Clearance.SANITISED))
                        .as(post.key())
                        .isTrue();
            }
        }
    }

    @Test
    void nobodyMergesUnsealsOrErasesAlone() {
        for (var post : pack.posts()) {
            Stream.of(Action.MERGE, Action.UNSEAL, Action.ERASE)
                    .filter(action -> post.may(action, "person"))
                    .forEach(action -> assertThat(post.needsSecondPerson(action, "person"))
                            .as("%s %s", post.key(), action)
                            .isTrue());
        }
        assertThat(pack.post("administrator").needsSecondPerson(Action.ADMINISTER, "policy"))
                .isTrue();
        assertThat(pack.post("administrator").needsSecondPerson(Action.ADMINISTER, "users"))
                .isFalse();
    }

    @Test
    void aLimitedActionIsNotAGeneralOne() {
        assertThat(pack.post("front-door-worker").may(Action.DECIDE, "referral"))
                .isTrue();
        assertThat(pack.post("front-door-worker").may(Action.DECIDE, "s42")).isFalse();
        assertThat(pack.post("partner").may(Action.ADD, "referral")).isTrue();
        assertThat(pack.post("partner").may(Action.ADD, "person")).isFalse();
        assertThat(pack.post("front-door-manager").may(Action.REVIEW_BREAK_GLASS, ""))
                .isTrue();
    }

    @Test
    void everyPostCanBeHeldSomewhere() {
        var held = pack.teams().stream().flatMap(team -> team.posts().stream()).toList();

        assertThat(pack.posts()).extracting(Post::key).allMatch(held::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "front-door-children",
                "front-door-adults",
                "public-worry",
                "dram",
                "early-help",
                "allocated-worker",
                "strategy",
                "adult-concern",
                "other-authority",
                "duplicate",
                "intelligence"
            })
    void everyRouteHasATeam(String route) {
        assertThat(pack.teamsReceiving(route)).isNotEmpty();
    }

    @Test
    void theStrategyListProposesSocialCareAndOffersThePolice() {
        assertThat(pack.teamsReceiving("strategy"))
                .extracting(Team::key)
                .containsExactly("strategy-discussions", "joint-investigation");
    }

    @Test
    void everyTelephoneNumberIsFromTheRangeKeptForFiction() {
        var numbers = Stream.concat(
                pack.agencies().stream().flatMap(a -> Stream.ofNullable(a.phone())),
                pack.teams().stream().map(Team::phone));

        assertThat(numbers).allMatch(number -> number.matches("01632 960\\d{3}"));
        assertThat(pack.agencies())
                .extracting(Agency::outOfHours)
                .allMatch(n -> n == null || n.matches("01632 960\\d{3}"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "C03, CHECK",
        "C02, LOCAL",
        "C06, CHECK",
        "C12, CHECK",
        "C09, CHECK",
        "C14A, LOCAL",
        "C29, LAW",
        "C31, CHECK"
    })
    void whatWasNotReadAtTheSourceIsNotCalledLaw(String clock, Standing.Status status) {
        assertThat(pack.clock(clock, DAY).standing().status()).isEqualTo(status);
    }

    @Test
    void noProposalPassesForLaw() {
        assertThat(pack.clocks())
                .filteredOn(rule -> rule.standing().isLaw())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.standing().basis()).doesNotContain("proposal", "ocal"));
        assertThat(pack.codeSets()).noneMatch(set -> set.standing().isLaw());
        assertThat(pack.thresholds()).noneMatch(each -> each.standing().isLaw());
    }

    @Test
    void everyClockOfTheMasterTableIsThere() {
        var ids = pack.clocks().stream().map(rule -> rule.id().substring(0, 3)).toList();

        for (var number = 1; number <= 35; number++) {
            assertThat(ids).contains("C%02d".formatted(number));
        }
    }

    @Test
    void holidaysAreKnownForElevenYears() {
        assertThat(pack.holidayDates())
                .contains(LocalDate.of(2022, 9, 19), LocalDate.of(2020, 5, 8), LocalDate.of(2027, 12, 28))
                .doesNotContain(LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));
        for (var year = 2020; year <= 2030; year++) {
            var from = LocalDate.of(year, 1, 1);
            assertThat(pack.holidayDates().subSet(from, from.plusYears(1)))
                    .as("%d", year)
                    .hasSize(year == 2022 ? 10 : year == 2023 ? 9 : 8)
                    .allMatch(day -> day.getDayOfWeek().getValue() < 6);
        }
    }

    @Test
    void schoolsHaveInventedNumbers() {
        assertThat(pack.schools()).hasSize(40).allSatisfy(school -> {
            assertThat(school.urn()).startsWith("9000");
            assertThat(school.laestab()).startsWith("3809");
        });
    }

    @Test
    void ethnicityIsOneStoredCodeWithItsEquivalents() {
        var ethnicity = pack.codes("ethnicity");

        assertThat(ethnicity.codes())
                .extracting(Code::code)
                .contains("WBRI", "APKN", "WROM", "REFU", "NOBT")
                .hasSize(20);
        assertThat(ethnicity.codes()).allMatch(code -> code.in("nhs-ethnicity") != null);
        assertThat(ethnicity.find("CHNE").map(code -> code.in("annex-a-ethnicity")))
                .contains("q");
    }

    @Test
    void everyFlagHasATimeForReview() {
        assertThat(pack.codes("person-flag").codes()).allMatch(flag -> flag.fact("review-months") != null);
    }

    @Test
    void everyRelationshipHasItsOtherSide() {
        var kinds = pack.codes("relationship-kind");

        assertThat(kinds.codes())
                .allMatch(
                        kind -> kinds.find(String.valueOf(kind.fact("inverse"))).isPresent());
    }

    @Test
    void levelsOfNeedCarryTheDistrictsNames() {
        assertThat(pack.codes("level-of-need").codes())
                .extracting(Code::label)
                .isEqualTo(List.of(
                        "Universal", "Universal Partnership Plus", "Targeted Support", "Statutory or Specialist"));
    }

    @Test
    void decisionsKeepTheirReturnCodes() {
        var decisions = pack.codes("referral-decision");

        assertThat(decisions.find("early-help").map(code -> code.in("contact-outcome")))
                .contains("EH");
        assertThat(decisions.find("strategy").map(code -> code.fact("clock"))).contains("C05");
        assertThat(Set.of("nfa", "advice"))
                .allMatch(code -> decisions.find(code).orElseThrow().in("route") == null);
    }

    private static RecordKind kind(String code) {
        return Stream.of(RecordKind.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
