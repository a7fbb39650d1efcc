package uk.sightline.access;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.nodes.Document;

/** The app on somebody's phone, set up from the page that shows its key. */
public final class AuthenticatorApp {

    private final byte[] secret;

    private AuthenticatorApp(byte[] secret) {
        this.secret = secret;
    }

    public static AuthenticatorApp from(Document welcome) {
        return new AuthenticatorApp(
                new Base32().decode(welcome.select("#key").text().replace(" ", "")));
    }

    /** What it shows now. */
    public String code() {
        return code(0);
    }

    /** What it shows next: a code works once. */
    public String nextCode() {
        return code(1);
    }

    private String code(int steps) {
        return Totp.code(secret, Totp.stepAt(Instant.now()) + steps, 6);
    }
}
