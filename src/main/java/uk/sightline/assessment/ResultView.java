package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule made of the answers, with every point and every reason.
 *
 * @param thresholds the points at which a rule gives a level, for the picture
 * @param last when and how the assessment before was decided, or null
 * @param changes since the one before
 * @param unknown domains of which nothing is known
 */
public record ResultView(
        String level,
        int points,
        boolean provisional,
        List<Because> because,
        List<StrandLine> strands,
        List<CountedLine> counted,
        List<CountedLine> harm,
        List<Threshold> thresholds,
        @Nullable String last,
        List<String> changes,
        List<String> unknown,
        int open,
        List<String> then,
        String disclaimer,
        String standing) {

    /** A rule or floor that holds. */
    public record Because(String level, String words, boolean floor, boolean raises) {}

    public record StrandLine(String strand, String level, int points) {}

    /** What one answer adds. */
    public record CountedLine(String code, String text, String kind, String when, String certainty, int points) {}

    /** From so many points on, this level. */
    public record Threshold(int points, String level) {}

    /** How wide the picture is, in points. */
    public int width() {
        int most = thresholds.stream().mapToInt(Threshold::points).max().orElse(0);
        return Math.max(most * 3 / 2, points) + 1;
    }
}
