package uk.sightline.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A message whose turn has come.
 *
 * @param attempts how often it has been tried before
 * @param since tried from here on
 */
record Outgoing(UUID id, String toAddress, String subject, String body, String reference, int attempts, Instant since) {

    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final int DOUBLINGS = 20;

    /** Twice as long after each failure, from a minute up to six hours. */
    Duration pauseAfterThis() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    boolean outOfPatience(Instant now) {
        return !now.isBefore(since.plus(PATIENCE));
    }

    /** A server's reply often repeats the address; what is kept beside a record does not. */
    String withoutAddress(String reply) {
        return reply.replace(toAddress, "the address");
    }
}
