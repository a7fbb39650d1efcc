package uk.sightline.platform;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for something that a rule of practice forbids. The message is plain English, tells what to do, and is
 * shown beside the field it is about. The transaction is rolled back; what was typed is shown again.
 */
public class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /** A broken rule about the whole request. */
    public RuleBroken(String message) {
        this(null, message);
    }

    /** A broken rule about one field of the form. */
    public RuleBroken(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    /** The form field the rule is about, if it is about one. */
    public @Nullable String field() {
        return field;
    }

    /** The message, never absent. */
    public String says() {
        return String.valueOf(getMessage());
    }
}
