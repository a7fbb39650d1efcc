package uk.sightline.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;

/** One-time links by which people take up their account. Only the hash of a link is kept. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Invitations {

    static final Duration LASTS = Duration.ofDays(7);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String EXPIRE = """
            update access.invitation set expires_at = :now
            where account_id = :account and used_at is null and expires_at > :now
            """;

    private static final String ADD = """
            insert into access.invitation (token_hash, account_id, expires_at, created_by, created_at)
            values (:hash, :account, :expires, :by, :now)
            """;

    private static final String OPEN = """
            select a.id as account, a.name, a.email, i.totp_secret
            from access.invitation i join access.account a on a.id = i.account_id
            where i.token_hash = :hash and i.used_at is null and i.expires_at > :now and a.state <> 'ended'
            """;

    private static final String PREPARE = """
            update access.invitation set totp_secret = :secret where token_hash = :hash and totp_secret is null
            """;

    private static final String USE = """
            update access.invitation set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now
            """;

    private static final String WAITING = """
            select max(expires_at) from access.invitation
            where account_id = :account and used_at is null and expires_at > :now
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    Invitations(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** A new link's token; links sent before stop working. */
    String add(UUID account) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql(EXPIRE).param("account", account).param("now", now()).update();
        sql.sql(ADD)
                .param("hash", Sha256.of(token))
                .param("account", account)
                .param("expires", now().plus(LASTS))
                .param("by", Actor.current().id())
                .param("now", now())
                .update();
        return token;
    }

    /** The invitation behind a link that can still be used. */
    Optional<Invitation> open(String token) {
        return sql.sql(OPEN)
                .param("hash", Sha256.of(token))
                .param("now", now())
                .query(Invitation.class)
                .optional();
    }

    /** Keeps the second factor that is being set up, so that the page can be opened again. */
    void prepare(String token, byte[] sealedSecret) {
        sql.sql(PREPARE)
                .param("hash", Sha256.of(token))
                .param("secret", sealedSecret)
                .update();
    }

    /** Uses the link up; false when somebody else was faster. */
    boolean use(String token) {
        return sql.sql(USE).param("hash", Sha256.of(token)).param("now", now()).update() == 1;
    }

    /** Until when the last link of an account works. */
    Optional<OffsetDateTime> waiting(UUID account) {
        return sql.sql(WAITING)
                .param("account", account)
                .param("now", now())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    /** Whom a link was sent to, and their second factor as far as it is set up, encrypted. */
    record Invitation(UUID account, String name, String email, byte @Nullable [] totpSecret) {}
}
