package uk.sightline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.sightline.platform.London;

/**
 * A strand's level over time as a step line: levels are rows, the highest on top, time runs to the right. All strands of a
 * person share one span, so that their pictures stand one below the other.
 *
 * @param path of the line, in the language of SVG; a gap where nothing was open
 * @param marks one for each decision
 */
record LevelGraph(List<Row> rows, List<Column> columns, String path, List<Mark> marks) {

    private static final int LEFT = 8;
    private static final int RIGHT = 328;
    private static final int ROW = 30;
    private static final int TOP = 24;
    private static final int COLUMNS = 3;

    /** A level and where its row is. */
    record Row(String label, int y) {}

    /** A day and where it is. */
    record Column(String label, int x, String anchor) {}

    record Mark(int x, int y) {}

    /**
     * Part of the line.
     *
     * @param order of the level; 0 is the lowest
     */
    record Step(int order, Instant from, Instant until) {}

    /** What a picture shows at most. */
    record Span(Instant from, Instant until) {

        /** A day at least: what began a moment ago has a width, too. */
        static Span of(Instant from, Instant now) {
            Instant dayAgo = now.minus(Duration.ofDays(1));
            return new Span(from.isBefore(dayAgo) ? from : dayAgo, now);
        }

        private int x(Instant at) {
            double part = (double) Duration.between(from, at).toSeconds()
                    / Duration.between(from, until).toSeconds();
            return LEFT + (int) Math.round(Math.clamp(part, 0, 1) * (RIGHT - LEFT));
        }

        private Instant at(int column) {
            return from.plus(Duration.between(from, until).multipliedBy(column).dividedBy(COLUMNS - 1));
        }
    }

    /** @param labels of the levels, the lowest first */
    static LevelGraph of(List<String> labels, List<Step> steps, Span span) {
        int highest = labels.size() - 1;
        List<Row> rows = IntStream.rangeClosed(0, highest)
                .mapToObj(i -> new Row(labels.get(highest - i), TOP + i * ROW))
                .toList();
        StringBuilder path = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Step step : steps) {
            int x = span.x(step.from());
            int y = TOP + (highest - step.order()) * ROW;
            path.append(step.from().equals(end) ? "V %d ".formatted(y) : "M %d %d ".formatted(x, y));
            path.append("H %d ".formatted(span.x(step.until())));
            marks.add(new Mark(x, y));
            end = step.until();
        }
        return new LevelGraph(rows, columns(span), path.toString().strip(), marks);
    }

    private static List<Column> columns(Span span) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(i -> new Column(
                        London.shortDay(London.date(span.at(i))),
                        span.x(span.at(i)),
                        i == COLUMNS - 1 ? "end" : i == 0 ? "start" : "middle"))
                .toList();
    }

    /** Below the lowest row, where the days stand. */
    int bottom() {
        return TOP + (rows.size() - 1) * ROW + 8;
    }
}
