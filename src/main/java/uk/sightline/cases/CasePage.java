package uk.sightline.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Glass;
import uk.sightline.govuk.SummaryRow;

/**
 * The partnership's work with one person.
 *
 * @param overall the highest level in words, or null when no level has been decided
 * @param strands with a picture each, the highest first
 * @param changes every decision, the latest first
 * @param workers the two roles, also when one is empty
 * @param former who had one of them
 * @param mayAssign whether the reader's post includes giving the person to workers
 * @param mayDecide whether it includes opening and closing
 */
record CasePage(
        UUID person,
        String name,
        List<SummaryRow> facts,
        boolean open,
        @Nullable String overall,
        List<Strand> strands,
        List<Change> changes,
        List<SummaryRow> workers,
        List<Former> former,
        List<Period> periods,
        boolean mayAssign,
        boolean mayDecide,
        @Nullable Glass glass,
        @Nullable String notice) {

    /** How a strand stands or stood. */
    record Strand(String label, String sentence, LevelGraph graph) {}

    /**
     * A decision.
     *
     * @param trend how the level moved, in words
     * @param proposed what the tool had proposed where that differs, or null
     * @param sourceHref page of what decided it, or null
     * @param countersigned by whom, or null
     */
    record Change(
            String when,
            String strand,
            String level,
            String trend,
            @Nullable String proposed,
            String why,
            String who,
            String source,
            @Nullable String sourceHref,
            @Nullable String countersigned) {}

    /** Somebody who had a role. */
    record Former(String who, String role, String from, String until, String why) {}

    /** A period of work; the last three are null while it goes on. */
    record Period(
            String opened,
            String openedBy,
            String why,
            @Nullable String closed,
            @Nullable String closedBy,
            @Nullable String closedWhy) {}
}
