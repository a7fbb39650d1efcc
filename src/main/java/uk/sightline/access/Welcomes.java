package uk.sightline.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Invitations.Invitation;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Taking an account up: a password, and an authenticator app that has shown it works. */
@Service
class Welcomes {

    private static final String ACTIVATE = """
            update access.account set state = 'active', version = version + 1 where id = :id and state = 'invited'
            """;

    private final Invitations invitations;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SecretBox secrets;
    private final Audit audit;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    Welcomes(
            Invitations invitations,
            Credentials credentials,
            Passwords passwords,
            SecretBox secrets,
            Audit audit,
            JdbcClient sql,
            TransactionTemplate transactions,
            InstantSource time) {
        this.invitations = invitations;
        this.credentials = credentials;
        this.passwords = passwords;
        this.secrets = secrets;
        this.audit = audit;
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
    }

    /** What the page of a usable link shows; nothing for one that is used up, too old or made up. */
    Optional<Welcome> open(String token) {
        return asJob(() -> {
            if (invitations
                    .open(token)
                    .filter(found -> found.totpSecret() == null)
                    .isPresent()) {
                UUID account = invitations.open(token).orElseThrow().account();
                invitations.prepare(token, secrets.seal(Totp.newSecret(), account));
            }
            return invitations.open(token).map(this::welcome);
        });
    }

    /** @throws RuleBroken at {@code password} or {@code code} */
    void accept(String token, String password, String code) {
        Invitation invitation = asJob(() -> invitations.open(token)).orElseThrow(NoSuchRecord::new);
        String hash = passwords.choose(password, List.of(invitation.name(), invitation.email(), "sightline"));
        OptionalLong step = Totp.step(secret(invitation), code, time.instant());
        if (step.isEmpty()) {
            throw new RuleBroken("code", "This is not the code the app shows now. Wait for the next one and try again");
        }
        asJob(() -> take(token, invitation, hash, step.getAsLong()));
    }

    private boolean take(String token, Invitation invitation, String hash, long step) {
        if (!invitations.use(token)) {
            throw new NoSuchRecord();
        }
        credentials.keep(invitation.account(), hash, secrets.seal(secret(invitation), invitation.account()), step);
        sql.sql(ACTIVATE).param("id", invitation.account()).update();
        audit.record(Act.on("take-up", "account", invitation.account()));
        return true;
    }

    private byte[] secret(Invitation invitation) {
        byte[] sealed = invitation.totpSecret();
        if (sealed == null) {
            throw new NoSuchRecord();
        }
        return secrets.open(sealed, invitation.account());
    }

    private Welcome welcome(Invitation invitation) {
        byte[] secret = secret(invitation);
        return new Welcome(
                invitation.name(),
                invitation.email(),
                Totp.typed(secret),
                QrPicture.address(Totp.address(invitation.email(), secret)));
    }

    private <T> T asJob(Supplier<T> work) {
        Actor job = new Actor(
                SignIns.JOB, Actor.Kind.JOB, "sign-in", Actor.current().session());
        return job.call(() -> transactions.execute(status -> work.get()));
    }

    /** @param key the second factor for typing; {@code picture} is the same for the camera, as SVG */
    record Welcome(String name, String email, String key, String picture) {}
}
