package uk.sightline.messages;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.London;

/**
 * How one message fares, to be shown beside the record it is about.
 *
 * @param purpose what it is for, in words: "answer to the referrer"
 * @param attempts how often it has been tried
 * @param nextAt when it is tried next; absent once sent or given up
 * @param lastError what the mail server said last, without the address; absent while nothing has gone wrong
 */
public record MailState(
        UUID id,
        String reference,
        String purpose,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    /** Where a message is on its way. */
    public enum State {
        QUEUED("queued"),
        SENT("sent"),
        FAILED("failed"),
        GIVEN_UP("given-up");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As kept in the table. */
        public String code() {
            return code;
        }

        static State of(String code) {
            return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    /** Somebody has to do something: ring, correct the address, or have the mail server looked at. */
    public boolean needsAttention() {
        return state == State.FAILED || state == State.GIVEN_UP;
    }

    /** One sentence for the page. */
    public String inWords() {
        return switch (state) {
            case QUEUED -> "Waiting to be sent since " + London.dayAndTime(createdAt) + ".";
            case SENT -> "Sent on " + when(sentAt) + ".";
            case FAILED -> "Not sent yet, tried " + times() + ": " + lastError + ". Next try " + when(nextAt) + ".";
            case GIVEN_UP -> "Could not be sent: " + lastError + ".";
        };
    }

    private String times() {
        return attempts == 1 ? "once" : attempts + " times";
    }

    private static String when(@Nullable Instant instant) {
        return instant == null ? "" : London.dayAndTime(instant);
    }
}
