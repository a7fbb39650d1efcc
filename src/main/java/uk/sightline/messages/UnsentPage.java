package uk.sightline.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The messages that have not left.
 *
 * @param serverConfigured whether there is a mail server at all
 * @param next the last message shown, when there are more
 */
public record UnsentPage(
        boolean serverConfigured,
        long waiting,
        long failed,
        List<Unsent> messages,
        @Nullable UUID next) {

    /** One of them, with the address, which whoever tends the messages may have to correct. */
    public record Unsent(MailState state, String toAddress) {}
}
