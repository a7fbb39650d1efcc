package uk.sightline.duplicates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.people.Comparing.Alike;
import uk.sightline.people.SideBySide;

/**
 * Two records side by side, and what to say of them.
 *
 * @param again what was said before and has since been overtaken, or null
 * @param merge of the two, or null
 * @param others records that look like one of the two
 * @param said earlier verdicts, the latest first
 * @param next address of the next pair of the list, or null
 * @param notice what was done just now, or null
 * @param undo address of the pair that it was done to, or null
 */
record PairPage(
        UUID id,
        SideBySide table,
        Alike alike,
        @Nullable String again,
        @Nullable MergeLink merge,
        List<Other> others,
        List<Line> said,
        VerdictForm form,
        FieldErrors errors,
        List<Reasons> reasons,
        @Nullable String next,
        @Nullable String previous,
        @Nullable String notice,
        @Nullable String undo) {

    /** Where the two are merged, or where that is proposed. */
    record MergeLink(String text, String href) {}

    /** A further record that is like one of the two. */
    record Other(String text, String like, String strength, String href) {}

    /** Something said before. */
    record Line(String verdict, String why, String who, String when, String weight) {}

    /** The usual reasons for a verdict. */
    record Reasons(Verdict verdict, List<RadioItem> items) {}

    SideBySide.Person one() {
        return table.one();
    }

    SideBySide.Person other() {
        return table.other();
    }

    String same() {
        return one().name() + " and " + other().name();
    }
}
