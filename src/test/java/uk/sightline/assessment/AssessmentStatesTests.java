package uk.sightline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.sightline.platform.RuleBroken;

class AssessmentStatesTests {

    private static final Path DOCUMENT = Path.of("docs", "assessment-states.md");

    /** Walks every state and action; writes the document anew when asked with -Dwrite.docs=true. */
    @Test
    void theDocumentShowsEveryStateAndAction() throws IOException {
        String table = table();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCUMENT, table);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(table);
    }

    @Test
    void everyStateIsReachedFromTheFirstAndEndsReplacedOrWithdrawn() {
        assertThat(reachable(AssessmentState.DRAFT)).containsExactlyInAnyOrder(AssessmentState.values());
        for (AssessmentState state : AssessmentState.values()) {
            assertThat(reachable(state)).containsAnyOf(AssessmentState.SUPERSEDED, AssessmentState.WITHDRAWN);
        }
    }

    @Test
    void whatIsDecidedTakesNoMoreAnswers() {
        for (AssessmentState state : EnumSet.complementOf(EnumSet.of(AssessmentState.DRAFT))) {
            assertThat(state.allows(AssessmentAction.ANSWER)).as(state.label()).isFalse();
            assertThatThrownBy(() -> state.step(AssessmentAction.ANSWER))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessageContaining("Begin a new one");
        }
    }

    private static Set<AssessmentState> reachable(AssessmentState from) {
        Set<AssessmentState> seen = EnumSet.of(from);
        boolean more = true;
        while (more) {
            more = seen.addAll(seen.stream()
                    .flatMap(state ->
                            Arrays.stream(AssessmentAction.values()).flatMap(action -> state.after(action).stream()))
                    .collect(Collectors.toSet()));
        }
        return seen;
    }

    private static String table() {
        StringBuilder out = new StringBuilder("""
                # States of an assessment

                What may happen to an assessment in each state, and the state it leads to (PRACTICE §2.6). Approved and active are
                one moment; under review is an active one while the next is being answered. Printed by `AssessmentStatesTests` from
                the code that is run.

                | action |""");
        for (AssessmentState state : AssessmentState.values()) {
            out.append(' ').append(state.label()).append(" |");
        }
        out.append("\n|---|").repeat("---|", AssessmentState.values().length).append('\n');
        for (AssessmentAction action : AssessmentAction.values()) {
            out.append("| ").append(action.label()).append(" |");
            for (AssessmentState state : AssessmentState.values()) {
                out.append(' ')
                        .append(state.after(action).map(AssessmentState::label).orElse("–"))
                        .append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }
}
