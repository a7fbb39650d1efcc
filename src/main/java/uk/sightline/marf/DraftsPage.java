package uk.sightline.marf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;

/** The referrals one has not finished. */
record DraftsPage(List<Line> lines, boolean mayRefer, boolean mayPhone) {

    /** How long before a draft goes its owner is told. */
    static final Duration NOTICE = Duration.ofDays(2);

    /**
     * One draft.
     *
     * @param goes when it is removed, in words; null for a call
     * @param soon whether that is near
     */
    record Line(
            UUID id,
            String title,
            String changed,
            boolean call,
            boolean mine,
            @Nullable String goes,
            boolean soon) {}

    static DraftsPage of(List<Draft> drafts, boolean mayRefer, boolean mayPhone, Instant now) {
        return new DraftsPage(drafts.stream().map(draft -> line(draft, now)).toList(), mayRefer, mayPhone);
    }

    private static Line line(Draft draft, Instant now) {
        Instant goes = draft.purgeAt();
        return new Line(
                draft.id(),
                draft.title(),
                London.weekdayAndTime(draft.changedAt()),
                draft.phone(),
                draft.owner().equals(Actor.current().id()),
                goes == null ? null : London.day(London.date(goes)),
                goes != null && !goes.isAfter(now.plus(NOTICE)));
    }
}
