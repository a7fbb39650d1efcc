package uk.sightline.journeys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The app on somebody's phone, by RFC 6238 and not by the product's own code. */
final class Authenticator {

    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    /** Set up by typing the key that the page shows. */
    Authenticator(String key) {
        secret = new Base32().decode(key.replace(" ", ""));
    }

    /** What it shows now. */
    String code() {
        return code(0);
    }

    /** What it shows next: a code is taken once, and nobody here waits half a minute. */
    String nextCode() {
        return code(1);
    }

    private String code(int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / STEP_SECONDS + later;
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                    .getInt();
            return "%06d".formatted((number & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
