package uk.sightline.people;

import java.time.Instant;

/**
 * Something that is due.
 *
 * @param what "Decision on referral R-7KQ2M4X"
 * @param href where it is done
 */
public record DueNext(Instant dueAt, String what, String href) {}
