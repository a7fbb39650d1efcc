package uk.sightline.platform;

import java.util.Locale;

/**
 * How many there are, counted no further than anybody would read. Each row that is counted is held against the access rules:
 * of a team's tens of thousands that would take longer than the page.
 *
 * @param rows as far as they were counted
 */
public record Counted(long rows) {

    /** What a statement takes at most: one more than is said in figures. */
    public static final int LIMIT = 1_001;

    public static final Counted NONE = new Counted(0);

    public boolean isMore() {
        return rows >= LIMIT;
    }

    /** "37", "more than 1,000" */
    public String words() {
        return isMore() ? "more than 1,000" : String.format(Locale.UK, "%,d", rows);
    }
}
