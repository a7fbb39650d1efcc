package uk.sightline.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** One-time codes by time (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six digits, as authenticator apps make them. */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** A code of the step before or after still counts: clocks differ, and typing takes time. */
    private static final int TOLERANCE = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as authenticator apps take it, for typing: in groups of four. */
    static String typed(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the picture for the app says (the key URI format that the apps share). */
    static String address(String account, byte[] secret) {
        return "otpauth://totp/Sightline:%s?secret=%s&issuer=Sightline"
                .formatted(account.replaceAll("[^A-Za-z0-9@._+-]", ""), base32(secret));
    }

    /** The step whose code this is, now or next to now; nothing when it is no such code. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        String typed = code.replaceAll("\\s", "");
        long middle = stepAt(now);
        return LongStream.rangeClosed(middle - TOLERANCE, middle + TOLERANCE)
                .filter(step -> MessageDigest.isEqual(
                        code(secret, step, DIGITS).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        typed.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .findFirst();
    }

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, with this many digits (RFC 4226, section 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
        }
    }

    private static String base32(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }
}
