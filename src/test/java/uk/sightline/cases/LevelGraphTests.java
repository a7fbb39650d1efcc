package uk.sightline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.sightline.cases.LevelGraph.Span;
import uk.sightline.cases.LevelGraph.Step;

class LevelGraphTests {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(40));
    private static final List<String> LEVELS = List.of("None", "Low", "High");

    @Test
    void theHighestLevelIsOnTopAndTimeRunsToTheRight() {
        LevelGraph graph = LevelGraph.of(LEVELS, List.of(step(1, 0, 20), step(2, 20, 40)), Span.of(START, NOW));

        assertThat(graph.rows()).extracting(LevelGraph.Row::label).containsExactly("High", "Low", "None");
        assertThat(graph.path()).isEqualTo("M 8 54 H 168 V 24 H 328");
        assertThat(graph.columns())
                .extracting(LevelGraph.Column::label)
                .containsExactly("1 Nov 2026", "21 Nov 2026", "11 Dec 2026");
    }

    @Test
    void whereNothingWasOpenThereIsNoLine() {
        LevelGraph graph = LevelGraph.of(LEVELS, List.of(step(2, 0, 10), step(2, 30, 40)), Span.of(START, NOW));

        assertThat(graph.path()).isEqualTo("M 8 24 H 88 M 248 24 H 328");
        assertThat(graph.marks()).hasSize(2);
    }

    @Test
    void whatBeganAMomentAgoHasAWidth() {
        LevelGraph graph = LevelGraph.of(LEVELS, List.of(new Step(1, NOW, NOW)), Span.of(NOW, NOW));

        assertThat(graph.path()).isEqualTo("M 328 54 H 328");
    }

    private static Step step(int order, int fromDay, int untilDay) {
        return new Step(order, START.plus(Duration.ofDays(fromDay)), START.plus(Duration.ofDays(untilDay)));
    }
}
