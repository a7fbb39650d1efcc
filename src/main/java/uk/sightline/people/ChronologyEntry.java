package uk.sightline.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the chronology.
 *
 * @param on the day it happened or began
 * @param type a short word to filter by: "School", "Referral"
 * @param what a plain sentence, safe to paste into a report
 * @param source who says so
 * @param href where to read more, or null
 * @param struckBecause why it is no longer believed, or null when it is
 */
public record ChronologyEntry(
        LocalDate on,
        String type,
        String what,
        String source,
        @Nullable String href,
        @Nullable String struckBecause) {}
