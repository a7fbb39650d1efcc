package uk.sightline.access;

import java.time.Instant;

/**
 * Emergency access that is open now, for the banner on the record.
 *
 * @param reference of the break-glass, as in the alert to the reviewer
 * @param reasonCode a code of {@code break-glass-reason}
 * @param reason in the actor's words
 */
public record Glass(String reference, Instant until, String reasonCode, String reason) {}
