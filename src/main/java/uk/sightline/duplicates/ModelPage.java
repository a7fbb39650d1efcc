package uk.sightline.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;

/**
 * How well the model in use does, what another would change, and who put which in use.
 *
 * @param inUse its words: "by what is usual"
 * @param drifts what has drifted beyond chance, in sentences
 * @param driftWords what the pictures show altogether, or that too few pairs were judged
 * @param shown the model that is looked at; null when none was made
 * @param version how often one was put in use
 * @param notice what was done just now, or null
 */
record ModelPage(
        String inUse,
        List<String> drifts,
        String driftWords,
        List<Period> periods,
        @Nullable Shown shown,
        List<Link> others,
        List<Line> history,
        boolean waiting,
        int version,
        String why,
        FieldErrors errors,
        @Nullable String notice) {

    /** A time, its bands in a picture and a table. */
    record Period(String label, List<BandRow> bands) {}

    /**
     * A band of chances; "fewer than 5" where fewer were judged, and no picture then.
     *
     * @param shown whether there are enough to show
     * @param found the share that is one person's, 0 to 100
     * @param low where its interval begins, 0 to 100
     * @param said what the model had said, 0 to 100
     */
    record BandRow(
            String label,
            String judged,
            String same,
            String foundWords,
            String saidWords,
            boolean shown,
            double found,
            double low,
            double high,
            double said) {}

    /**
     * A model that is looked at.
     *
     * @param no 0 for what is usual
     * @param restsOn what it was made from, in words; empty for what is usual
     * @param effect what would change, in sentences
     */
    record Shown(
            int no, String title, boolean inUse, List<String> restsOn, List<String> effect, List<Respect> respects) {}

    /** One comparison, and how much it changes at most. */
    record Respect(String label, String most, boolean changes, List<Level> levels) {}

    /** One level: chances now and then, steps now, then and between, and how many pairs it rests on. */
    record Level(
            String label,
            String sameNow,
            String same,
            String otherNow,
            String other,
            String stepsNow,
            String steps,
            String difference,
            String restsOn) {}

    /** Another model to look at. */
    record Link(String text, String href) {}

    /** Who put which in use. */
    record Line(String what, String why, String who, String when) {}
}
