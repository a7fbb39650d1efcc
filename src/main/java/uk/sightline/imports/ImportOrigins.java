package uk.sightline.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.BulkRows;

/** Which person each row of a source is, and what it said last time. */
@Repository
class ImportOrigins {

    private static final String OF_KEYS = """
            select last.key, last.person_id, last.content, last.said
            from unnest(:keys::text[]) as asked (key)
            cross join lateral (
              select o.key, o.person_id, o.content, o.said from imports.origin o
              where o.source = :source and o.key = asked.key
              order by o.person_id limit 1) as last
            """;

    private static final String SAY = """
            update imports.origin o set content = w.content, said = w.said
            from unnest(:keys::text[], :people::uuid[], :contents::text[], :said::uuid[]) as w (key, person, content, said)
            where o.source = :source and o.key = w.key and o.person_id = w.person
            """;

    private static final String FORGET = """
            delete from imports.origin o using unnest(:keys::text[], :people::uuid[]) as w (key, person)
            where o.source = :source and o.key = w.key and o.person_id = w.person
            """;

    private static final String MADE = """
            select o.no, o.person_id from imports.origin o
            where o.made_by = :batch and o.no between :from and :to order by o.no
            """;

    private static final String OF_OTHERS = """
            select distinct o.person_id from imports.origin o
            where o.person_id = any (:people::uuid[]) and o.made_by is distinct from :batch
            """;

    private static final String FORGET_PEOPLE = "delete from imports.origin where person_id = any (:people::uuid[])";

    private final JdbcClient sql;
    private final JdbcOperations copying;

    ImportOrigins(JdbcClient sql, JdbcOperations copying) {
        this.sql = sql;
        this.copying = copying;
    }

    /**
     * Who a row of the source was, and what it said.
     *
     * @param said hash of it; null when that was not kept
     */
    record Origin(
            String key,
            UUID person,
            String content,
            @Nullable UUID said) {

        static Origin read(ResultSet row) throws SQLException {
            return new Origin(
                    row.getString("key"),
                    row.getObject("person_id", UUID.class),
                    row.getString("content"),
                    row.getObject("said", UUID.class));
        }
    }

    /** Somebody whom a batch made. */
    record Made(int no, UUID person) {}

    Map<String, Origin> of(String source, Collection<String> keys) {
        Map<String, Origin> found = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.sql(OF_KEYS)
                    .param("source", source)
                    .param("keys", keys.toArray(String[]::new))
                    .query((row, n) -> Origin.read(row))
                    .list()
                    .forEach(origin -> found.putIfAbsent(origin.key(), origin));
        }
        return found;
    }

    /**
     * From now on the source has spoken of these people.
     *
     * @param madeBy the batch that made them; null when they were known
     */
    void firstSaid(String source, Collection<ImportPlan> plans, @Nullable UUID madeBy) {
        BulkRows rows = BulkRows.into("imports.origin", "source, key, person_id, content, said, made_by, no");
        plans.forEach(plan -> rows.add(
                source,
                plan.read().keyOrHash(),
                plan.known(),
                plan.read().storedOver(Map.of()),
                plan.said(),
                madeBy,
                madeBy == null ? null : plan.no()));
        rows.write(copying);
    }

    /** What the source says of them from now on. */
    void say(String source, List<Origin> origins) {
        if (!origins.isEmpty()) {
            sql.sql(SAY)
                    .param("source", source)
                    .param("keys", origins.stream().map(Origin::key).toArray(String[]::new))
                    .param("people", origins.stream().map(Origin::person).toArray(UUID[]::new))
                    .param("contents", origins.stream().map(Origin::content).toArray(String[]::new))
                    .param("said", origins.stream().map(Origin::said).toArray(UUID[]::new))
                    .update();
        }
    }

    void forget(String source, List<ImportEffects.Effect> spoken) {
        if (!spoken.isEmpty()) {
            sql.sql(FORGET)
                    .param("source", source)
                    .param(
                            "keys",
                            spoken.stream().map(ImportEffects.Effect::part).toArray(String[]::new))
                    .param(
                            "people",
                            spoken.stream().map(ImportEffects.Effect::person).toArray(UUID[]::new))
                    .update();
        }
    }

    List<Made> madeBy(UUID batch, int from, int to) {
        return sql.sql(MADE)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Made(row.getInt("no"), row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Those of whom another batch or source has spoken too. */
    List<UUID> spokenOfByOthers(UUID batch, Collection<UUID> people) {
        return sql.sql(OF_OTHERS)
                .param("batch", batch)
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void forgetPeople(Collection<UUID> people) {
        sql.sql(FORGET_PEOPLE).param("people", people.toArray(UUID[]::new)).update();
    }
}
