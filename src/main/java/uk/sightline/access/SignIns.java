package uk.sightline.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Credentials.Credential;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;

/**
 * Checks who somebody is, as the named job "sign-in": password first, then a code. Wrong, unknown and locked look and
 * take the same whoever's address it is; each try is recorded for good.
 */
@Service
class SignIns {

    static final UUID JOB = UUID.fromString("00000000-0000-4000-8000-000000000004");

    private final Credentials credentials;
    private final Passwords passwords;
    private final SecretBox secrets;
    private final SignInTries tries;
    private final AddressThrottle throttle;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    SignIns(
            Credentials credentials,
            Passwords passwords,
            SecretBox secrets,
            SignInTries tries,
            AddressThrottle throttle,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource time) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.secrets = secrets;
        this.tries = tries;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    /** What came of a check. */
    sealed interface Outcome {
        record Right(UUID account) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many failures for this address: even the right answer does not count now. */
        record Wait() implements Outcome {}
    }

    Outcome password(String email, String password, String address) {
        if (held(email, address)) {
            return new Outcome.Wait();
        }
        Optional<Credential> found = asJob(() -> credentials.of(email));
        if (passwords.matches(password, found.map(Credential::passwordHash).orElse(null))) {
            return new Outcome.Right(found.orElseThrow().account());
        }
        return failed(email, address, found.map(Credential::account).orElse(null), "wrong-password");
    }

    Outcome code(UUID account, String code, String address) {
        Optional<Credential> found = asJob(() -> credentials.of(account));
        if (found.isEmpty()) {
            return new Outcome.Wrong();
        }
        String email = found.get().email();
        if (held(email, address)) {
            return new Outcome.Wait();
        }
        return uses(found.get(), code) ? good(found.get()) : failed(email, address, account, "wrong-code");
    }

    /** Asks again who somebody is who is already signed in: a code of their app, or their password. */
    Outcome again(UUID account, String answer, String address) {
        if (answer.strip().matches("\\d{3}\\s?\\d{3}")) {
            return code(account, answer, address);
        }
        Optional<Credential> found = asJob(() -> credentials.of(account));
        return found.isEmpty() ? new Outcome.Wrong() : password(found.get().email(), answer, address);
    }

    /** Records a sign-in that needed no proof: only the demonstration has such. */
    void chosen(UUID account) {
        asJob(() -> record(account, "demonstration"));
    }

    private boolean uses(Credential credential, String code) {
        OptionalLong step =
                Totp.step(secrets.open(credential.totpSecret(), credential.account()), code, time.instant());
        return step.isPresent() && asJob(() -> credentials.use(credential.account(), step.getAsLong()));
    }

    private Outcome good(Credential credential) {
        return asJob(() -> {
            tries.clear(credential.email());
            record(credential.account(), null);
            return new Outcome.Right(credential.account());
        });
    }

    private boolean record(UUID account, @Nullable String how) {
        audit.record(new Act("sign-in", "account", account, null, how));
        return true;
    }

    private boolean held(String email, String address) {
        return throttle.isBlocked(address) || asJob(() -> tries.isLocked(email));
    }

    private Outcome failed(String email, String address, @Nullable UUID account, String how) {
        throttle.failed(address);
        asJob(() -> {
            tries.failed(email);
            audit.record(new Act("sign-in-failed", "account", account, null, how));
            return true;
        });
        return new Outcome.Wrong();
    }

    private <T> T asJob(Supplier<T> work) {
        Actor job = new Actor(JOB, Actor.Kind.JOB, "sign-in", Actor.current().session());
        return job.call(() -> transactions.execute(status -> work.get()));
    }
}
