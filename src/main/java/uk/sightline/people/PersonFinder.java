package uk.sightline.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.sightline.access.RecordFinder;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Probe.Clue;

/** The person behind a reference or NHS number that a colleague has given, for break-glass. */
@Component
class PersonFinder implements RecordFinder {

    private static final String FIND =
            "select id from people.find(:reference, :key) as found (id) where id is not null";

    private final JdbcClient sql;

    PersonFinder(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<UUID> find(String typed) {
        return sql.sql(FIND)
                .param("reference", typed)
                .param("key", key(typed))
                .query(UUID.class)
                .optional();
    }

    private static String key(String typed) {
        return IdentifierScheme.NHS_NUMBER.check(typed) instanceof Checked.Valid(String number, String display)
                ? SearchKeys.clue(new Clue(IdentifierScheme.NHS_NUMBER, number))
                : "";
    }
}
