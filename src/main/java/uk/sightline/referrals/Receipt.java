package uk.sightline.referrals;

import java.time.Instant;
import java.util.UUID;

/**
 * What a referrer holds in hand: proof that it arrived, and by when they will be told.
 *
 * @param reference to say on the telephone, such as {@code R-7KQ2M4X}
 * @param team the label of the team that has it
 * @param teamPhone whom to ring
 */
public record Receipt(
        UUID id, String reference, Instant receivedAt, Instant answerDueAt, String team, String teamPhone) {}
