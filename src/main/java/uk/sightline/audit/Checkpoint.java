package uk.sightline.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed statement of what the whole log was at a moment: so many leaves, with this root. Its text can be sent to a
 * second party, and read back, without loss.
 *
 * @param size leaves in the tree
 * @param keyId of the {@link VerifyingKey} that checks the signature
 * @param signature Ed25519 over {@link #note()}, in base64
 */
record Checkpoint(long size, Hash root, Instant at, String keyId, String signature) {
    private static final Pattern TEXT = Pattern.compile(
            "(?<note>sightline-audit\\n(?<size>\\d{1,18})\\n(?<root>[A-Za-z0-9+/]{43}=)\\n(?<at>\\S{1,40})\\n)"
                    + "\\nsigned (?<key>\\p{XDigit}{16}) (?<signature>[A-Za-z0-9+/]{86}==)\\n");

    static Checkpoint sign(long size, Hash root, Instant at, SigningKey key) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        byte[] signature = key.sign(note(size, root, kept).getBytes(StandardCharsets.US_ASCII));
        return new Checkpoint(
                size, root, kept, key.verifying().id(), Base64.getEncoder().encodeToString(signature));
    }

    /** @throws IllegalArgumentException if the text is not exactly one that {@link #text()} writes */
    static Checkpoint parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not the text of a checkpoint");
        }
        Checkpoint read = new Checkpoint(
                Long.parseLong(parts.group("size")),
                Hash.parse(parts.group("root")),
                moment(parts.group("at")),
                parts.group("key"),
                parts.group("signature"));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("Not the text of a checkpoint");
        }
        return read;
    }

    /** What is signed. */
    String note() {
        return note(size, root, at);
    }

    String text() {
        return note() + "\nsigned " + keyId + " " + signature + "\n";
    }

    boolean signedBy(VerifyingKey key) {
        try {
            return key.id().equals(keyId)
                    && key.verifies(
                            note().getBytes(StandardCharsets.US_ASCII),
                            Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String note(long size, Hash root, Instant at) {
        return "sightline-audit\n" + size + "\n" + root + "\n" + at + "\n";
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not the text of a checkpoint", e);
        }
    }
}
