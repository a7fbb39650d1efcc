package uk.sightline.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.sightline.reference.Levels;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;
import uk.sightline.reference.Tool;

/**
 * Cases worked by hand from PRACTICE, each with its paragraph. An answer is code, certainty (E evidenced, S suspected) and how
 * many months ago it was seen last; + says that it was seen in the months before as well, no number that nobody knows when.
 */
class HandWorkedLevelsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final PracticePack PACK = PracticePacks.load("classpath:packs/bradford");

    @ParameterizedTest(name = "{0}: {1} aged {2} is {4}, {5} points")
    @CsvSource(nullValues = "-", textBlock = """
            # paragraph, answers, age, facts, level, points
            2.3 (6),           -,                                            15, -, NONE, 0
            2.3 (6),           D1.01E0,                                      15, -, NONE, 1
            2.3 (6),           D1.01E0 D5.01E2 D6.01E5 D9.03E1 D12.05E3,     15, -, NONE, 5
            2.3 (6),           D9.01E0,                                      15, -, LOW, 5
            2.2 suspected,     D9.01S0,                                      15, -, LOW, 3
            2.2 suspected,     D1.01S0,                                      15, -, NONE, 1
            2.2 window,        D9.01E7,                                      15, -, NONE, 1
            2.2 window,        D9.01E13,                                     15, -, NONE, 0
            2.2 both,          D9.01E1+,                                     15, -, LOW, 6
            2.2 both suspected, D9.01S1+,                                    15, -, LOW, 3
            2.2 no date,       D9.01E,                                       15, -, LOW, 5
            2.2 lifetime,      D7.01E30 D7.02E40,                            15, -, NONE, 2
            2.3 (5),           D9.01E0 D1.01E0,                              15, -, LOW, 6
            2.3 (5),           D9.01E0 D10.02E1,                             15, -, LOW, 10
            2.3 (4),           D9.01E0 D10.02E1 D1.01E0,                     15, -, MODERATE, 11
            2.3 (4),           D9.01E0 D10.02E1 D1.05E2,                     15, -, MODERATE, 15
            2.3 (2),           D9.01E0 D10.02E1 D1.05E2 D1.01E0,             15, -, HIGH, 16
            2.3 (3),           D9.01E0 D9.02E0 D9.04E0 D1.01E0,              15, -, SIGNIFICANT, 16
            2.3 (3),           D9.01E0 D9.02E0 D1.01E0 D5.01E0 D6.01E0 D6.02E0 D6.04E0 D7.03E0, 15, -, SIGNIFICANT, 16
            2.3 (1),           D16.09E30,                                    15, -, HIGH, 0
            2.3 (1) suspected, D16.09S0,                                     15, -, SIGNIFICANT, 0
            2.2 D14 welfare,   D14.07E0,                                     15, -, NONE, 0
            2.2 D16 prompt,    D16.04E0,                                     15, -, NONE, 0
            2.3 floor age,     D13.01E0,                                     12, -, SIGNIFICANT, 1
            2.3 floor age,     D13.01E0,                                     13, -, NONE, 1
            2.3 floor age,     D11.02E0,                                     12, -, LOW, 5
            2.3 floor learning, D13.01E0,                                    15, disability-LD, MODERATE, 1
            2.3 floor learning, D1.01E0,                                     15, disability-LD, NONE, 1
            2.3 floor weapon and debt, D11.01E0 D3.04E0,                     15, -, SIGNIFICANT, 10
            2.3 floor weapon and debt, D11.01E0 D3.04E8,                     15, -, LOW, 6
            """)
    void aChildsAnswersComeTo(
            String paragraph, @Nullable String answers, int age, @Nullable String facts, String level, int points) {
        Weighing weighing = weigh("ceat-1", answers, around(age, facts, 0));

        assertThat(weighing.level()).as(paragraph).isEqualTo(level);
        assertThat(weighing.points()).as(paragraph).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0}: {1} with {2} is {3}")
    @CsvSource(nullValues = "-", textBlock = """
            # paragraph, answers, facts, outcome
            2.7,              -,                            -,          NONE
            2.7 M under 3,    A1.01E0 A1.06E0,              -,          NONE
            2.7 M 3,          A1.01E0 A1.06E0 A1.07E0,      -,          ADVICE
            2.7 S no needs,   A1.02E0,                      -,          MEETING
            2.7 S with needs, A1.02E0,                      needs,      CONCERN
            2.7 S with needs, A1.02S0,                      care-need,  CONCERN
            2.7 gate B,       -,                            danger,     URGENT
            2.7 X,            A4.02E0,                      -,          URGENT
            """)
    void anAdultsAnswersComeTo(String paragraph, @Nullable String answers, @Nullable String facts, String outcome) {
        assertThat(weigh("aest-1", answers, around(40, facts, 0)).level())
                .as(paragraph)
                .isEqualTo(outcome);
    }

    /** §2.3, floors: three missing episodes in 30 days and any strong indicator. */
    @Test
    void threeMissingEpisodesAndAStrongIndicatorAreAtLeastSignificant() {
        assertThat(weigh("ceat-1", "D9.01E0", around(15, null, 3)).level()).isEqualTo("SIGNIFICANT");
        assertThat(weigh("ceat-1", "D9.01E0", around(15, null, 2)).level()).isEqualTo("LOW");
        assertThat(weigh("ceat-1", "D1.01E0", around(15, null, 9)).level()).isEqualTo("NONE");
    }

    /** §2.3: five unknown domains make it provisional; one answer, yes or no, makes a domain known. */
    @Test
    void fiveUnknownDomainsMakeItProvisional() {
        Map<String, Answer> twelve = new HashMap<>();
        for (int domain = 1; domain <= 12; domain++) {
            twelve.put("D%d.01".formatted(domain), Answer.of(Said.NO));
        }
        Weighing known = rules("ceat-1").weigh(twelve, around(15, null, 0));
        assertThat(known.unknownDomains()).containsExactly("D13", "D14", "D15", "D16");
        assertThat(known.provisional()).isFalse();

        twelve.put("D12.01", Answer.of(Said.UNKNOWN));
        assertThat(rules("ceat-1").weigh(twelve, around(15, null, 0)).provisional())
                .isTrue();
    }

    /** §2.3 (1) and §2.2: a suspected critical indicator and a plan for suicide ask for somebody the same day. */
    @Test
    void whatCannotWaitAsksForSomebodyToday() {
        assertThat(weigh("ceat-1", "D16.09S0", around(15, null, 0)).then()).contains("manager-today");
        assertThat(weigh("ceat-1", "D14.07S0", around(15, null, 0)).then())
                .containsExactlyInAnyOrder("mental-health-today", "manager-today");
        assertThat(weigh("ceat-1", "D13.01E0", around(12, null, 0)).then()).contains("social-care");
        assertThat(weigh("aest-1", "A4.02E0", around(40, null, 0)).then()).contains("police-today", "s42-today");
    }

    /** §2.4: who is offered what. */
    @Test
    void theDecidedLevelProposesByStrandAndAge() {
        Weighing sexual = weigh("ceat-1", "D3.01E0 D13.01E0", around(13, null, 0));
        Tool tool = tool("ceat-1");
        assertThat(actions(sexual, "MODERATE", 13))
                .contains("safety-plan", "turnaround", "trusted-relationships")
                .doesNotContain("breaking-the-cycle", "joint-investigation");
        assertThat(actions(sexual, "MODERATE", 15)).contains("turnaround").doesNotContain("trusted-relationships");
        assertThat(actions(sexual, "HIGH", 15)).contains("joint-investigation", "strategy-discussion", "nrm-decision");
        Weighing criminal = weigh("ceat-1", "D3.04E0", around(15, null, 0));
        assertThat(actions(criminal, "SIGNIFICANT", 15))
                .contains("breaking-the-cycle", "disruption", "strategy-consider")
                .doesNotContain("turnaround");
        assertThat(actions(criminal, "LOW", 15))
                .contains("early-help-offer", "weekly-cohort")
                .doesNotContain("safety-plan");
        assertThat(actions(criminal, "NONE", 15)).isEmpty();
        assertThat(tool.proposals())
                .allSatisfy(each -> assertThat(each.because()).isNotBlank());
    }

    /** §2.2: harm that has happened stands apart from what makes it likelier. */
    @Test
    void harmIsToldApartFromVulnerability() {
        Weighing weighing = weigh("ceat-1", "D3.04E0 D7.01E0", around(15, null, 0));

        assertThat(weighing.harm()).extracting(each -> each.indicator().code()).containsExactly("D3.04");
    }

    private static Set<String> actions(Weighing weighing, String level, int age) {
        return rules("ceat-1").proposals(weighing, level, age).stream()
                .map(Tool.Proposal::action)
                .collect(Collectors.toSet());
    }

    private static Circumstances around(int age, @Nullable String facts, int missing) {
        return new Circumstances(DAY, age, facts == null ? Set.of() : Set.of(facts.split(" ")), missing);
    }

    private static Weighing weigh(String tool, @Nullable String answers, Circumstances around) {
        Map<String, Answer> read = new HashMap<>();
        Arrays.stream(answers == null ? new String[0] : answers.split(" ")).forEach(each -> {
            String[] parts = each.split("(?=[ES]\\d*\\+?$)");
            String months = parts[1].substring(1).replace("+", "");
            read.put(
                    parts[0],
                    new Answer(
                            parts[1].startsWith("E") ? Said.EVIDENCED : Said.SUSPECTED,
                            null,
                            months.isEmpty() ? null : DAY.minusMonths(Integer.parseInt(months)),
                            each.endsWith("+")));
        });
        return rules(tool).weigh(read, around);
    }

    private static LevelRules rules(String key) {
        return new LevelRules(tool(key), new Levels(PACK.codes(tool(key).levels())));
    }

    private static Tool tool(String key) {
        return PACK.tools(DAY).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
