package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.sightline.marf.ConsentRule.CLEAR;
import static uk.sightline.marf.ConsentRule.INTELLIGENCE;
import static uk.sightline.marf.ConsentRule.STOPPED;
import static uk.sightline.marf.ConsentRule.WAITING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.sightline.reference.Code;

class ConsentRuleTests {

    /** Every level, with every answer about consent, with every way on: 4 × 3 × 4. */
    static Stream<Arguments> everyCase() {
        List<Arguments> all = new ArrayList<>();
        for (int level = 1; level <= 4; level++) {
            for (String sharing : codes("consent-to-share")) {
                boolean stops = (level == 2 || level == 3) && !sharing.equals("given");
                all.add(Arguments.of(level, sharing, null, stops ? STOPPED : CLEAR));
                all.add(Arguments.of(level, sharing, "get-consent", stops ? WAITING : CLEAR));
                all.add(Arguments.of(level, sharing, "upgrade", stops ? STOPPED : CLEAR));
                all.add(Arguments.of(level, sharing, "intelligence-only", stops ? INTELLIGENCE : CLEAR));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void levelsTwoAndThreeStopWithoutConsent(int level, String sharing, String route, ConsentRule expected) {
        assertThat(ConsentRule.of(level, sharing, route)).isEqualTo(expected);
    }

    @Test
    void theThreeWaysOnAreThoseOfThePack() {
        assertThat(codes("consent-route")).containsExactly("get-consent", "upgrade", "intelligence-only");
        assertThat(codes("consent-to-share")).containsExactly("given", "refused", "not-sought");
    }

    @Test
    void onlyClearAndIntelligenceMayBeSent() {
        assertThat(Stream.of(ConsentRule.values()).filter(ConsentRule::maySend)).containsExactly(CLEAR, INTELLIGENCE);
    }

    @Test
    void anUnansweredConsentQuestionStopsToo() {
        assertThat(ConsentRule.of(2, "", null)).isEqualTo(STOPPED);
    }

    @Test
    void aStoppedFormSaysWhatIsMissing() {
        Filling filling = Fill.with(Fill.wholeChild(), LevelSection.KEY, "level", "3");
        filling = Fill.with(filling, ConsentSection.KEY, "sharing", "refused");
        assertThat(Whole.missing(filling)).extracting(Whole.Missing::where).containsExactly("stop");
    }

    @Test
    void intelligenceOnlyIsKeptAsTheRouteWithConsentAsItIs() {
        Filling filling = Fill.with(Fill.wholeChild(), LevelSection.KEY, "level", "2");
        filling = Fill.with(filling, ConsentSection.KEY, "sharing", "refused", "route", "intelligence-only");
        assertThat(Whole.missing(filling)).isEmpty();
        assertThat(ConsentSection.read(filling.draft()).route()).isEqualTo("intelligence-only");
        assertThat(ConsentSection.read(filling.draft()).sharing()).isEqualTo("refused");
    }

    @Test
    void aRouteThatIsNoLongerNeededIsNotKept() {
        Filling filling = Fill.with(Fill.wholeChild(), ConsentSection.KEY, "route", "intelligence-only");
        assertThat(ConsentSection.read(filling.draft()).route()).isNull();
    }

    @Test
    void aRaisedLevelKeepsItsReason() {
        Filling filling = Fill.with(
                Fill.wholeChild(),
                ConsentSection.KEY,
                "sharing",
                "refused",
                "route",
                "upgrade",
                "routeReason",
                "Threatened with a knife.");
        assertThat(ConsentSection.read(filling.draft()).route()).isEqualTo("upgrade");
        assertThat(ConsentSection.read(filling.draft()).routeReason()).isEqualTo("Threatened with a knife.");
    }

    private static List<String> codes(String set) {
        return Fill.PACK.codes(set).codes().stream().map(Code::code).toList();
    }
}
