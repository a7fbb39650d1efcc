package uk.sightline.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.RuleBroken;

/** Finds a colleague by what people know of each other: the e-mail address. */
@Repository
@Transactional
class AccountNames {

    private static final String BY_EMAIL = """
            select id from access.account
            where lower(email) = lower(:email) and kind = 'person' and state = 'active'
            """;

    private final JdbcClient sql;

    AccountNames(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws RuleBroken at {@code email} when nobody has it */
    UUID find(String email) {
        return sql.sql(BY_EMAIL)
                .param("email", email.strip())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleBroken("email", "Nobody who uses Sightline has this e-mail address"));
    }
}
