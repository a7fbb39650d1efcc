package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final String GOOD = "lanterns on the harbour wall";
    private static final int SALT_BEGINS = "{bcrypt}$2a$12$".length();

    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = passwords.choose(GOOD, List.of());
        assertThat(passwords.matches(GOOD, hash)).isTrue();
        assertThat(passwords.matches(GOOD + ".", hash)).isFalse();
        assertThat(passwords.matches(GOOD, null)).isFalse();
    }

    @Test
    void anAddressThatNobodyHasCostsAsMuchAsAnother() {
        String hash = passwords.choose(GOOD, List.of());
        assertThat(Passwords.NOBODY).hasSameSizeAs(hash).startsWith(hash.substring(0, SALT_BEGINS));
    }
}
