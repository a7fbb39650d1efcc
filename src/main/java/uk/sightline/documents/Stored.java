package uk.sightline.documents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file or letter as it is kept, without its content.
 *
 * @param attachedTo the record it belongs to, which decides who sees it
 * @param kind what it is for: attachment, letter …
 * @param name safe to show and to save under
 * @param size in bytes
 * @param scannerNote what the virus scanner said, if it said something
 */
public record Stored(
        UUID id,
        UUID attachedTo,
        String kind,
        String name,
        FileType type,
        long size,
        State state,
        @Nullable String scannerNote,
        Instant createdAt,
        UUID createdBy,
        int version) {

    private static final int KILO = 1024;

    /** What is known about viruses in it. */
    public enum State {
        /** Not served until the scanner has looked. */
        QUARANTINED,
        CLEAN,
        /** Never served; its content is gone. */
        INFECTED,
        /** There is no scanner: served with a word of warning. */
        UNSCANNED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it is served at {@link #path()}. */
    public boolean served() {
        return state == State.CLEAN || state == State.UNSCANNED;
    }

    public String path() {
        return "/documents/" + id;
    }

    /** {@code 12 KB}, {@code 3.4 MB}. */
    public String sizeInWords() {
        long kilobytes = Math.max(1, Math.round((double) size / KILO));
        return kilobytes < KILO ? kilobytes + " KB" : String.format(Locale.UK, "%.1f MB", (double) size / KILO / KILO);
    }

    /** What to know before opening it, in words; empty when there is nothing to know. */
    public String caution() {
        return switch (state) {
            case CLEAN -> "";
            case UNSCANNED -> "Not checked for viruses: no virus scanner is set up.";
            case QUARANTINED -> "Being checked for viruses. Try again in a minute.";
            case INFECTED ->
                "It was not safe, so it was not kept (" + scannerNote + "). Ask the sender for a clean copy.";
        };
    }
}
