package uk.sightline.access;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passwords and second factors of live accounts. Row security shows them to the job that signs people in. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Credentials {

    private static final String BY_EMAIL = """
            select a.id as account, a.email, c.password_hash, c.totp_secret
            from access.account a join access.credential c on c.account_id = a.id
            where lower(a.email) = lower(:email) and a.kind = 'person' and a.state = 'active'
            """;

    private static final String BY_ACCOUNT = """
            select a.id as account, a.email, c.password_hash, c.totp_secret
            from access.account a join access.credential c on c.account_id = a.id
            where a.id = :account and a.kind = 'person' and a.state = 'active'
            """;

    private static final String USE_STEP = """
            update access.credential set totp_step = :step where account_id = :account and totp_step < :step
            """;

    private static final String KEEP = """
            insert into access.credential (account_id, password_hash, totp_secret, totp_step, changed_at)
            values (:account, :hash, :secret, :step, :now)
            on conflict (account_id) do update
            set password_hash = excluded.password_hash, totp_secret = excluded.totp_secret,
                totp_step = excluded.totp_step, changed_at = excluded.changed_at
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    Credentials(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    Optional<Credential> of(String email) {
        return sql.sql(BY_EMAIL)
                .param("email", email.strip())
                .query(Credential.class)
                .optional();
    }

    Optional<Credential> of(UUID account) {
        return sql.sql(BY_ACCOUNT)
                .param("account", account)
                .query(Credential.class)
                .optional();
    }

    /** Marks a code as used, on every node at once; false when it, or a later one, was used before. */
    boolean use(UUID account, long step) {
        return sql.sql(USE_STEP).param("account", account).param("step", step).update() == 1;
    }

    /** @param step the step of the code that proved the second factor works: it is used up */
    void keep(UUID account, String hash, byte[] sealedSecret, long step) {
        sql.sql(KEEP)
                .param("account", account)
                .param("hash", hash)
                .param("secret", sealedSecret)
                .param("step", step)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What an account signs in with; the secret is encrypted. */
    record Credential(UUID account, String email, String passwordHash, byte[] totpSecret) {}
}
