package uk.sightline.referrals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an answer disclosed: the information-sharing decision record that goes with it (PRACTICE §12.2).
 *
 * @param with whom it was shared with
 * @param sent the words that were sent
 */
record Disclosure(String with, AnswerRoute how, String sent) {

    static final String PURPOSE = "The referrer is told what was decided.";
    static final String BASIS =
            "UK GDPR Art 6(1)(e), 9(2)(g); DPA 2018 Sch 1 para 18; Working Together: feedback to referrers";
    static final String CATEGORIES = "Outcome of the referral and whom to ring; nothing new about the person";
    static final String NECESSARY = "Only what the referrer needs to go on supporting the person.";

    static Disclosure to(@Nullable String name, @Nullable String agency, AnswerRoute how, String sent) {
        String who = name == null || name.isBlank() ? "An anonymous member of the public" : name;
        return new Disclosure(agency == null ? who : who + ", " + agency, how, sent);
    }

    /** Code of {@code sharing-decision}. */
    String decision() {
        return how == AnswerRoute.NOT_POSSIBLE ? "decline" : "part";
    }

    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sent.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
