package uk.sightline.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on the index already, for a handful of rows at once. */
@Repository
class ImportQueries {

    private static final String ORIGINS = """
            select o.key, o.person_id, o.content from people.import_origin o
            where o.source = :source and o.key = any (:keys::text[])
            order by o.person_id
            """;

    /** Closed people are not looked at: an import may not take a row for one of them. */
    private static final String HOLDERS = """
            select k.key, k.person_id from people.search_key k where k.key = any (:keys::text[]) and not k.closed
            """;

    private static final String MAY_MATCH = "select people.may_match(:ids::uuid[], :maker)";

    private final JdbcClient sql;

    ImportQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who a row of the source was, and what it said. */
    record Origin(String key, UUID person, String content) {}

    List<Origin> origins(String source, Collection<String> keys) {
        return sql.sql(ORIGINS)
                .param("source", source)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> new Origin(
                        row.getString("key"), row.getObject("person_id", UUID.class), row.getString("content")))
                .list();
    }

    Map<String, Set<UUID>> holders(Collection<String> keys) {
        Map<String, Set<UUID>> found = new HashMap<>();
        sql.sql(HOLDERS).param("keys", keys.toArray(String[]::new)).query(row -> {
            found.computeIfAbsent(row.getString("key"), key -> new HashSet<>())
                    .add(row.getObject("person_id", UUID.class));
        });
        return found;
    }

    /** Of these people, those whom an import may take for the person of a row. */
    Set<UUID> mayMatch(Collection<UUID> people, UUID maker) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.sql(MAY_MATCH)
                        .param("ids", people.toArray(UUID[]::new))
                        .param("maker", maker)
                        .query(UUID.class)
                        .list());
    }
}
