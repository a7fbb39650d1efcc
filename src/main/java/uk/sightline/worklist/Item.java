package uk.sightline.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it stands on a list, before it is read against the time.
 *
 * @param subject the record it is about
 * @param kind that record's kind
 * @param owner null while it waits on the team's list
 * @param answer whether the owner has taken it on
 * @param stoppedAt set only where it was stopped late and nobody has said why
 * @param explained somebody has said why it is late
 */
record Item(
        UUID clock,
        String rule,
        UUID subject,
        String kind,
        String reference,
        UUID team,
        @Nullable UUID owner,
        Answer answer,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        boolean explained) {

    /** What the owner has said to being given it. */
    enum Answer {
        NONE,
        ACCEPTED,
        DECLINED
    }
}
