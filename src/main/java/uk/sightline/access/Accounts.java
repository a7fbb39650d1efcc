package uk.sightline.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of people, as sign-in and every request need them. */
@Repository
class Accounts {

    private static final String LIVE_NAME = "select name from access.account where id = :id and state = 'active'";

    private final JdbcClient sql;

    Accounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** The account's name while it is live; absent once it has ended. Needs no actor: it is how one is found. */
    Optional<String> liveName(UUID id) {
        return sql.sql(LIVE_NAME).param("id", id).query(String.class).optional();
    }
}
