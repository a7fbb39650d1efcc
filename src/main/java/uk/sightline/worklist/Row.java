package uk.sightline.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.sightline.clocks.Measures;
import uk.sightline.clocks.Rag;
import uk.sightline.clocks.Reading;
import uk.sightline.platform.London;

/**
 * A row of a work list.
 *
 * @param ownerName null where nobody owns it yet
 */
record Row(
        Item item,
        Reading reading,
        DueGroup group,
        @Nullable String ownerName) {

    static Row of(Item item, Measures measures, Instant now, @Nullable String ownerName) {
        var stopped = item.stoppedAt();
        var reading = measures.read(
                item.rule(), item.startedAt(), item.dueAt(), item.pausedAt(), stopped == null ? now : stopped);
        return new Row(item, reading, group(item, reading, now), ownerName);
    }

    private static DueGroup group(Item item, Reading reading, Instant now) {
        if (item.stoppedAt() != null || (reading.broken() && item.pausedAt() == null)) {
            return DueGroup.NOW;
        }
        return item.pausedAt() != null ? DueGroup.PAUSED : DueGroup.of(item.dueAt(), now);
    }

    String href() {
        return Destination.link(item.kind(), item.subject());
    }

    String reference() {
        return item.reference();
    }

    boolean declined() {
        return item.answer() == Item.Answer.DECLINED;
    }

    /** Where somebody says why it is late; null when there is nothing to say or it was said. */
    @Nullable String whyHref() {
        return group == DueGroup.NOW && !item.explained() ? "/work/why/" + item.clock() : null;
    }

    /** What is left, or by how much it was late when it was done. */
    String left() {
        return item.stoppedAt() == null ? reading.words() : "done, " + reading.words();
    }

    String due() {
        return London.weekdayAndTime(item.dueAt());
    }

    String tagClasses() {
        return switch (reading.rag()) {
            case GREEN -> "govuk-tag--green";
            case AMBER -> "govuk-tag--yellow";
            case RED -> "govuk-tag--red";
        };
    }

    /** The word on the tag: a paused clock says so, whatever its colour. */
    String tagWord() {
        return item.pausedAt() != null && reading.rag() != Rag.RED ? "Paused" : reading.ragWord();
    }

    /** What a reader of the list would see change. */
    String mark() {
        return item.clock() + group.name() + reading.words() + item.owner() + item.answer() + item.explained();
    }
}
