package uk.sightline.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import uk.sightline.platform.RuleBroken;

/**
 * Passwords: kept as bcrypt hashes, and weighed when they are chosen, never when they are used. No rule about capitals
 * or digits: length and not being guessable is what counts (NCSC).
 */
@Component
class Passwords {

    static final int SHORTEST = 12;

    private static final int COST = 12;
    private static final int BCRYPT_READS_BYTES = 72;
    /** Compared with when there is no such account, so that the answer takes as long: of random bytes nobody kept. */
    static final String NOBODY = "{bcrypt}$2a$12$3wUGyUGM3cPiGsWH2U/TEubO03KomqstIOXE5XK39c3N5/K9g0xZi";

    private static final int STRONG_ENOUGH = 3;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final Zxcvbn strength = new Zxcvbn();

    /**
     * The hash of a password that is good enough.
     *
     * @param ownWords name and address, which make a poor password
     * @throws RuleBroken at the field {@code password}
     */
    String choose(String password, List<String> ownWords) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new RuleBroken("password", "Password must have at least " + SHORTEST + " characters");
        }
        if (bytes(password) > BCRYPT_READS_BYTES) {
            throw new RuleBroken("password", "Password must have at most " + BCRYPT_READS_BYTES + " characters");
        }
        if (strength.measure(password, ownWords).getScore() < STRONG_ENOUGH) {
            throw new RuleBroken(
                    "password",
                    "This password is easy to guess. Use three or four words that have nothing to do with each other");
        }
        return hash(password);
    }

    /** Whether it is the password; takes the same time when there is no hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = encoder.matches(password, hash == null ? NOBODY : hash);
        return same && hash != null && bytes(password) <= BCRYPT_READS_BYTES;
    }

    private String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}
