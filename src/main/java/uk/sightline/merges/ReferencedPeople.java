package uk.sightline.merges;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by their reference. */
@Repository
@Transactional
class ReferencedPeople {

    private static final String FIND =
            "select s.id from people.summary s where s.reference = :reference and s.merged_into is null";

    private final JdbcClient sql;

    ReferencedPeople(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<UUID> find(String reference) {
        return sql.sql(FIND).param("reference", reference).query(UUID.class).optional();
    }
}
