package uk.sightline.platform;

import java.util.Locale;

/**
 * How many there are, counted no further than anybody would read. Each row that is counted is held against the access rules:
 * of a team's tens of thousands that would take longer than the page.
 *
 * @param rows as far as they were counted
 * @param whole whether these are all
 */
public record Counted(long rows, boolean whole) {

    /** What a statement reads at most: one more than is said in figures. */
    public static final int LIMIT = 1_001;

    public static final Counted NONE = new Counted(0, true);

    /** Of a statement that reads no more than {@link #LIMIT} rows. */
    public static Counted upToLimit(long rows) {
        return new Counted(rows, rows < LIMIT);
    }

    /** How many of these are of some kind: at least so many, when not all were read. */
    public Counted ofThese(long part) {
        return new Counted(part, whole);
    }

    /** "37", "37 or more", "more than 1,000" */
    public String words() {
        return rows >= LIMIT ? "more than 1,000" : String.format(Locale.UK, whole ? "%,d" : "%,d or more", rows);
    }
}
