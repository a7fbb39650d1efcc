package uk.sightline.worklist;

import java.util.List;
import java.util.UUID;
import uk.sightline.clocks.Clock;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.platform.London;

/**
 * A page that asks for words about a clock: why it was late, or why the work cannot be taken.
 *
 * @param reading how late it is
 * @param reasons to choose from; empty where only words are asked for
 * @param reason chosen before
 * @param words typed before
 */
record SayPage(Clock clock, String reading, List<RadioItem> reasons, String reason, String words, FieldErrors errors) {

    UUID id() {
        return clock.id();
    }

    String due() {
        return London.dayAndTime(clock.dueAt());
    }
}
