package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelRuleTests {

    @Test
    void exploitationAloneProposesNothing() {
        assertThat(LevelRule.propose(Fill.wholeChild())).isEqualTo(new LevelRule(0, List.of()));
    }

    @Test
    void aStrongSignProposesThreeAndIsTheReason() {
        LevelRule rule = LevelRule.propose(Fill.with(Fill.wholeChild(), SignsSection.KEY, "signs", "D3-04"));
        assertThat(rule.level()).isEqualTo(3);
        assertThat(rule.reasons()).containsExactly("Owes a debt, or is told so");
    }

    @Test
    void aCriticalSignProposesFourWhateverElseIsTicked() {
        LevelRule rule = LevelRule.propose(Fill.with(Fill.wholeChild(), SignsSection.KEY, "signs", "D3-04|D16-09"));
        assertThat(rule.level()).isEqualTo(4);
        assertThat(rule.reasons()).hasSize(1);
    }

    @Test
    void aSignOfAnotherKindOfExploitationDoesNotCount() {
        LevelRule rule = LevelRule.propose(Fill.with(Fill.wholeChild(), SignsSection.KEY, "signs", "D3-06"));
        assertThat(rule.level()).isZero();
    }

    @Test
    void underThirteenWithAWorryAboutSexualExploitationProposesFour() {
        assertThat(sexual("birth", "11 11 2013").level()).isEqualTo(4);
        assertThat(sexual("birth", "10 11 2013").level()).isZero();
    }

    @Test
    void anAgeThatMayBeUnderThirteenCounts() {
        assertThat(sexual("birth", "12").level()).isEqualTo(4);
        assertThat(sexual("birth", "2013").level()).isEqualTo(4);
    }

    @Test
    void aLearningDisabilityWithAWorryAboutSexualExploitationProposesFour() {
        LevelRule rule = sexual("disabilities", "LD|AUT");
        assertThat(rule.level()).isEqualTo(4);
        assertThat(rule.reasons()).singleElement().asString().contains("learning disability");
    }

    @Test
    void theSameChildWithAnotherWorryIsNotProposedFour() {
        Filling filling = Fill.with(Fill.wholeChild(), Fill.ONE, "birth", "11", "disabilities", "LD");
        assertThat(LevelRule.propose(filling).level()).isZero();
    }

    @Test
    void whatTheRuleProposedIsKeptBesideWhatThePersonDecided() {
        Filling filling = Fill.with(Fill.wholeChild(), SignsSection.KEY, "signs", "D3-04");
        filling = Fill.with(filling, LevelSection.KEY, "level", "2", "why", "It has stopped.");
        assertThat(LevelSection.read(filling).level()).isEqualTo(2);
        assertThat(LevelSection.read(filling).why())
                .contains("It has stopped.", "Owes a debt", "The rule proposed level 3");
    }

    private static LevelRule sexual(String name, String value) {
        Filling filling = Fill.with(Fill.wholeChild(), ExploitationSection.KEY, "strands", "CSE");
        return LevelRule.propose(Fill.with(filling, Fill.ONE, name, value));
    }
}
