package uk.sightline.access;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;

/** Gives test people a password and a second factor, and makes the codes of their apps. */
@TestComponent
class TestSignIns {

    static final String PASSWORD = "quarry lantern otter biscuit";

    private static final byte[] SECRET = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Actor JOB = Actor.job(SignIns.JOB, "sign-in");

    private final Credentials credentials;
    private final SecretBox secrets;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    TestSignIns(
            Credentials credentials,
            SecretBox secrets,
            Passwords passwords,
            TransactionTemplate transactions,
            InstantSource time) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.passwords = passwords;
        this.transactions = transactions;
        this.time = time;
    }

    void equip(TestPeople.TestPerson person) {
        String hash = passwords.choose(PASSWORD, java.util.List.of());
        JOB.run(() -> transactions.executeWithoutResult(
                status -> credentials.keep(person.id(), hash, secrets.seal(SECRET, person.id()), 0)));
    }

    /** What the app shows so many steps from now. */
    String code(int steps) {
        return Totp.code(SECRET, Totp.stepAt(time.instant()) + steps, 6);
    }

    void signIn(Browser browser, TestPeople.TestPerson person) {
        browser.open("/sign-in");
        browser.send("/sign-in", Map.of("email", person.email(), "password", PASSWORD));
        browser.send("/sign-in/code", Map.of("code", code(0)));
    }
}
