package uk.sightline.reference;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BradfordToolsTests {

    @TempDir
    private Path folder;

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final PracticePack pack = PracticePacks.load("classpath:packs/bradford");
    private final Tool child = pack.tool("ceat-1", "1.0");
    private final Tool adult = pack.tool("aest-1", "1.0");

    @Test
    void bothToolsAreInUseAsLocalProposals() {
        assertThat(pack.tools(DAY)).extracting(Tool::name).containsExactly("CEAT-1", "AEST-1");
        assertThat(pack.tools())
                .allSatisfy(tool -> assertThat(tool.standing().status()).isEqualTo(Standing.Status.LOCAL));
        assertThat(child.disclaimer())
                .contains("not validated for criminal exploitation or for boys", "a named person decides");
    }

    /** One more than the table of PRACTICE in D14: thoughts of suicide are a line there with two weights. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "D1, 7", "D2, 7", "D3, 8", "D4, 7", "D5, 4", "D6, 5", "D7, 8", "D8, 6", "D9, 4", "D10, 5", "D11, 6", "D12, 5",
        "D13, 5", "D14, 7", "D15, 5", "D16, 9"
    })
    void everyIndicatorOfTheChildsTableIsThere(String domain, int indicators) {
        assertNumbered(child, domain, indicators);
        assertThat(child.domains()).hasSize(16);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"A1, 9", "A2, 6", "A3, 6", "A4, 6", "A5, 5", "A6, 13", "A7, 7"})
    void everyIndicatorOfTheAdultsTableIsThere(String domain, int indicators) {
        assertNumbered(adult, domain, indicators);
        assertThat(adult.domains()).hasSize(7);
    }

    private static void assertNumbered(Tool tool, String domain, int indicators) {
        assertThat(tool.domain(domain).orElseThrow().indicators())
                .extracting(Indicator::code)
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(indicators)
                        .map(number -> "%s.%02d".formatted(domain, number))
                        .toList());
    }

    @Test
    void theCriticalIndicatorsAreThoseOfTheTables() {
        assertThat(codes(child, "X")).containsExactly("D3.06", "D12.04", "D13.04", "D13.05", "D16.09");
        assertThat(codes(adult, "X")).containsExactly("A2.03", "A2.06", "A4.02", "A5.04", "A6.07", "A7.01");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"ceat-1, V, 22", "ceat-1, M, 33", "ceat-1, S, 36", "ceat-1, P, 1", "aest-1, M, 12", "aest-1, S, 34"})
    void classesAreSpreadAsInTheTables(String tool, String answerClass, int indicators) {
        assertThat(codes(pack.tool(tool, "1.0"), answerClass)).hasSize(indicators);
    }

    private static List<String> codes(Tool tool, String answerClass) {
        return tool.indicators()
                .filter(each -> answerClass.equals(each.answerClass()))
                .map(Indicator::code)
                .toList();
    }

    @Test
    void everyStrongAndCriticalIndicatorHasHelp() {
        assertThat(Stream.of(child, adult).flatMap(Tool::indicators))
                .filteredOn(each -> Set.of("S", "X").contains(String.valueOf(each.answerClass())))
                .allSatisfy(each -> assertThat(each.help()).as(each.code()).isNotBlank());
    }

    @Test
    void everySideOfAChildsLifeCanSpeakForSafety() {
        assertThat(child.domains())
                .allSatisfy(each -> assertThat(each.protective()).as(each.key()).hasSizeBetween(2, 4));
    }

    @Test
    void aPromptAboutOthersAddsNothingToTheChildsPoints() {
        var racism = child.indicator("D16.04").orElseThrow();

        assertThat(child.answerClass(String.valueOf(racism.answerClass())).current())
                .isZero();
    }

    @Test
    void everyAdultsIndicatorSaysOfWhichKindItIs() {
        assertThat(adult.indicators())
                .allSatisfy(each -> assertThat(each.tags()).as(each.code()).isNotEmpty());
    }

    @Test
    void nothingPutsTheBlameOnThePersonHarmed() {
        var phrases = Stream.concat(
                        pack.codes("marf-phrase").codes().stream().map(Code::label),
                        Stream.of(
                                "puts herself",
                                "puts himself",
                                "puts themselves",
                                "lifestyle",
                                "promiscu",
                                "prostitut",
                                "risk-taking",
                                "risk taking",
                                "attention",
                                "fails to",
                                "refuses to",
                                "challenging"))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();

        assertThat(texts())
                .hasSizeGreaterThan(300)
                .allSatisfy(text -> assertThat(phrases)
                        .filteredOn(text.toLowerCase(Locale.ROOT)::contains)
                        .as(text)
                        .isEmpty());
    }

    private Stream<String> texts() {
        var tools = Stream.of(child, adult)
                .flatMap(tool -> Stream.of(
                                tool.indicators().flatMap(each -> Stream.of(each.text(), each.help())),
                                tool.domains().stream().flatMap(each -> Stream.of(each.label(), each.help())),
                                tool.domains().stream()
                                        .flatMap(each -> each.protective().stream())
                                        .map(ToolDomain.Protective::text),
                                tool.prompts().stream()
                                        .flatMap(each -> each.questions().stream())
                                        .flatMap(each -> Stream.of(each.text(), each.help())),
                                Stream.concat(tool.rules().stream(), tool.floors().stream())
                                        .map(LevelRule::because),
                                tool.proposals().stream().map(Tool.Proposal::because))
                        .flatMap(each -> each));
        var codes = Stream.of("assessment-action", "adult-screening-level", "care-need", "level-variance")
                .flatMap(set -> pack.codes(set).codes().stream())
                .flatMap(each -> Stream.of(each.label(), each.help()));
        return Stream.concat(tools, codes).filter(Objects::nonNull);
    }

    @Test
    void everyIndicatorIsOneStatementAboutThePerson() {
        assertThat(child.indicators())
                .allSatisfy(each ->
                        assertThat(each.text()).as(each.code()).endsWith(".").containsIgnoringCase("the child"));
        assertThat(adult.indicators())
                .allSatisfy(each ->
                        assertThat(each.text()).as(each.code()).endsWith(".").containsIgnoringCase("the adult"));
    }

    @Test
    void everyServiceThatIsOfferedIsATeamThatTakesIt() {
        var services = pack.codes("assessment-action").codes().stream()
                .filter(code -> code.fact("service") != null)
                .collect(toMap(Code::code, code -> String.valueOf(code.fact("service"))));

        assertThat(services)
                .containsOnlyKeys(
                        "early-help-offer", "turnaround", "trusted-relationships", "breaking-the-cycle", "wyfeat");
        assertThat(services.values())
                .allSatisfy(team -> assertThat(pack.team(team).receives()).containsAnyOf("service", "financial"));
    }

    @Test
    void everythingThatCanFollowDoesFollowFromATool() {
        var named = Stream.of(child, adult)
                .flatMap(tool -> Stream.of(
                                tool.rules().stream().flatMap(rule -> rule.then().stream()),
                                tool.floors().stream().flatMap(rule -> rule.then().stream()),
                                tool.proposals().stream().map(Tool.Proposal::action))
                        .flatMap(each -> each));

        assertThat(pack.codes("assessment-action").codes())
                .extracting(Code::code)
                .containsExactlyInAnyOrderElementsOf(named.distinct().toList());
    }

    @Test
    void trustedRelationshipsIsForTenToFourteen() {
        assertThat(child.proposals())
                .filteredOn(each -> each.action().equals("trusted-relationships"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.from()).isEqualTo(10);
                    assertThat(each.to()).isEqualTo(14);
                });
    }

    @Test
    void everyNeedThatAppearsIsEnoughForAConcern() {
        assertThat(adult.rules())
                .filteredOn(rule -> rule.level().equals("CONCERN"))
                .extracting(rule -> rule.when().fact())
                .containsExactlyInAnyOrder("needs", "care-need");
        assertThat(pack.codes("care-need").codes())
                .filteredOn(code -> code.fact("excludes") != null)
                .extracting(Code::code)
                .containsExactly("none");
    }

    @Test
    void theQuestionsAboutDisabilityAreNeededWhenThereIsOne() {
        var disability = child.prompts().getFirst();

        assertThat(disability.requiredWhen()).isEqualTo("disability");
        assertThat(disability.questions())
                .filteredOn(each -> !each.optional())
                .extracting(Prompt.Question::key)
                .contains("disabilities", "suspected", "understanding", "communication", "adjustments", "misread");
        assertThat(disability.questions())
                .filteredOn(each -> each.fact() != null)
                .extracting(Prompt.Question::fact)
                .containsExactly("disability", "learning-disability-register");
    }

    @Test
    void anotherPartnershipJudgesByItsOwnFourteenHeadings() {
        var theirs = PracticePacks.load(PackFolder.source());
        var tool = theirs.tool("saltmarsh-14", "3");

        assertThat(theirs.tools(DAY)).containsExactly(tool);
        assertThat(tool.scale()).isEqualTo(Tool.Scale.JUDGEMENT);
        assertThat(tool.indicators()).hasSize(14).allMatch(each -> each.answerClass() == null);
        assertThat(tool.classes().stream().collect(toMap(Tool.AnswerClass::key, Tool.AnswerClass::current)))
                .isEqualTo(Map.of("N", 0, "L", 1, "M", 2, "H", 3));
        assertThat(new Levels(theirs.codes(tool.levels())).all())
                .extracting(Code::code)
                .containsExactly("GREEN", "AMBER", "RED");
    }

    @ParameterizedTest(name = "{0} → {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            classes: [H], least: 3 | classes: [Z], least: 3 | key: saltmarsh-14 | rule 'Three headings are high' names the class 'Z', which this tool does not have
            H3.01, tags: [s] | H3.01, tags: [z] | key: saltmarsh-14 | indicator 'H3.01' names the tag 'z', which this tool does not have
            at-most: AMBER, tag: s | at-most: AMBER, tag: z | - {action: offer-samphire | no tag 'z' in this tool
            {level: RED, when: {classes: [H], l | {level: GREEN, when: {classes: [H], l | - {level: GREEN, when | rules go from the highest level to the lowest: the first that holds counts
            code: H2.01 | code: H1.01 | - key: H1\\n | 'H1.01' is here twice
            key: H2\\n | key: H1\\n | - key: H1\\n | 'H1' is here twice
            {level: GREEN, because | {level: GREEN, when: {points: 1}, because | - {level: RED, when: {classes | the last rule must always hold: it has no 'when'
            when: {classes: [M, H], least: 5}, because | because | - {level: RED, when: {classes | only the last rule may have no 'when'
            then: [take-to-round] | then: [fly] | - {action: offer-samphire | 'fly' is not a code of 'assessment-action'
            action: offer-samphire | action: fly | - {action: fly | 'fly' is not a code of 'assessment-action'
            {level: AMBER, when: {classes: [H]} | {level: PINK, when: {classes: [H]} | - {level: RED, when: {classes | 'PINK' is not a code of 'traffic-light'
            at-most: AMBER | at-most: PINK | - {action: offer-samphire | 'PINK' is not a code of 'traffic-light'
            levels: traffic-light | levels: rainbow | rainbow | the pack has no code set 'rainbow'
            facts: {order: "2"} | facts: {order: "3"} | traffic-light\\n    disclaimer | the codes of 'traffic-light' need the fact 'order': 0, 1, 2 … each once
            strands: {s: CSE} | strands: {s: XYZ} | s: XYZ | 'XYZ' is not a code of 'strand'
            code: H4.01, | code: H4.01, class: H, | - key: H1\\n | indicator 'H4.01' has a 'class', but the answer is one
            scale: judgement | scale: certainty | - key: H1\\n | indicator 'H1.01' needs a 'class' of this tool
            recent-months: 6 | recent-months: 2 | 2\\n    basis | 'recent-months' must not be less than 'current-months'
            form: yes-no, text: Did | form: codes, set: colour, text: Did | - key: about | the pack has no code set 'colour'
            form: yes-no, text: Did | form: codes, text: Did | key: took-part | a question answered by codes names its 'set', and no other does
            least: 5 | lest: 5 | 5}, because: Five | unknown field 'lest'; known here: points, classes, least
            """)
    void aBrokenToolIsRefusedWithItsLine(String right, String wrong, String at, String reason) {
        var broken = PackFolder.copyInto(folder).replace("everything.yaml", lines(right), lines(wrong));

        assertThat(broken.complaints())
                .anySatisfy(
                        each -> assertThat(each).startsWith(broken.place("everything.yaml", lines(at)) + " " + reason));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
