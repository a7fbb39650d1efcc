package uk.sightline.assessment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.access.RecordFinder;

/** The assessment behind a reference that a colleague has given, for break-glass. */
@Component
class AssessmentFinder implements RecordFinder {

    private static final String FIND = "select id from assessment.find(:reference) as found (id) where id is not null";

    private final JdbcClient sql;

    AssessmentFinder(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<UUID> find(String reference) {
        return sql.sql(FIND).param("reference", reference).query(UUID.class).optional();
    }
}
