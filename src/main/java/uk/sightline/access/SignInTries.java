package uk.sightline.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lock on an e-mail address that grows with each failure: one minute after the fifth, then twice as long each time,
 * up to an hour. Kept in the database, so all nodes hold it, and for addresses nobody has, so they cannot be told apart.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SignInTries {

    static final int FREE = 5;

    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final String LOCKED = """
            select count(*) > 0 from access.sign_in_try where address_hash = :address and locked_until > :now
            """;

    private static final String FAILED = """
            insert into access.sign_in_try as t (address_hash, failures, last_at) values (:address, 1, :now)
            on conflict (address_hash) do update set failures = t.failures + 1, last_at = :now
            returning failures
            """;

    private static final String LOCK =
            "update access.sign_in_try set locked_until = :until where address_hash = :address";

    private static final String CLEAR =
            "delete from access.sign_in_try where address_hash = :address or last_at < :forgotten";

    private final JdbcClient sql;
    private final InstantSource time;

    SignInTries(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    boolean isLocked(String email) {
        return sql.sql(LOCKED)
                .param("address", hash(email))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    void failed(String email) {
        int failures = sql.sql(FAILED)
                .param("address", hash(email))
                .param("now", now())
                .query(Integer.class)
                .single();
        if (failures >= FREE) {
            sql.sql(LOCK)
                    .param("address", hash(email))
                    .param("until", now().plus(lock(failures)))
                    .update();
        }
    }

    /** After a good sign-in; long-forgotten ones go with it. */
    void clear(String email) {
        sql.sql(CLEAR)
                .param("address", hash(email))
                .param("forgotten", now().minus(FORGOTTEN_AFTER))
                .update();
    }

    static Duration lock(int failures) {
        Duration lock = Duration.ofMinutes(1L << Math.clamp(failures - FREE, 0, 10));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String email) {
        return Sha256.of(email.strip().toLowerCase(Locale.ROOT));
    }
}
