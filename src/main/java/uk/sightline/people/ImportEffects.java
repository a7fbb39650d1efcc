package uk.sightline.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Ids;

/** Keeps what a batch did, and which person each row of a source is. */
@Repository
class ImportEffects {

    private static final String ADD = """
            insert into people.import_effect (id, batch_id, no, person_id, what, part, fact_id, was, became)
            values (:id, :batch, :no, :person, :what, :part, :fact::uuid, :was, :became)
            """;

    private static final String ADD_MADE = """
            insert into people.import_effect (id, batch_id, no, person_id, what, part)
            select gen_random_uuid(), :batch, m.no, m.person, 'made', 'person'
            from unnest(:nos::int[], :people::uuid[]) as m (no, person)
            """;

    private static final String ADD_ORIGINS = """
            insert into people.import_origin (source, key, person_id, content)
            select :source, o.key, o.person, o.content
            from unnest(:keys::text[], :people::uuid[], :contents::text[]) as o (key, person, content)
            """;

    private static final String SAY = """
            update people.import_origin set content = :content
            where source = :source and key = :key and person_id = :person
            """;

    private static final String FORGET_ORIGIN =
            "delete from people.import_origin where source = :source and key = :key and person_id = :person";

    private static final String OF_ROWS = """
            select e.id, e.no, e.person_id, e.what, e.part, e.fact_id, e.was, e.became
            from people.import_effect e
            where e.batch_id = :batch and e.no between :from and :to
            order by e.no, e.what desc
            """;

    private static final String FORGET = "delete from people.import_effect where id = any (:ids::uuid[])";

    private final JdbcClient sql;

    ImportEffects(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param what made, added, ended, said, origin */
    record Effect(
            UUID id,
            int no,
            UUID person,
            String what,
            String part,
            @Nullable UUID fact,
            @Nullable String was,
            @Nullable String became) {

        static Effect of(
                int no,
                UUID person,
                String what,
                String part,
                @Nullable UUID fact,
                @Nullable String was,
                @Nullable String became) {
            return new Effect(Ids.next(), no, person, what, part, fact, was, became);
        }
    }

    void made(ImportBatch batch, List<ImportPlan> plans) {
        sql.sql(ADD_MADE)
                .param("batch", batch.id())
                .param("nos", plans.stream().map(ImportPlan::no).toArray(Integer[]::new))
                .param("people", plans.stream().map(ImportPlan::person).toArray(UUID[]::new))
                .update();
        sql.sql(ADD_ORIGINS)
                .param("source", batch.source())
                .param("keys", plans.stream().map(ImportPlan::key).toArray(String[]::new))
                .param("people", plans.stream().map(ImportPlan::person).toArray(UUID[]::new))
                .param(
                        "contents",
                        plans.stream()
                                .map(plan -> plan.said().storedOver(plan.before()))
                                .toArray(String[]::new))
                .update();
    }

    void add(ImportBatch batch, Effect effect) {
        sql.sql(ADD)
                .param("id", effect.id())
                .param("batch", batch.id())
                .param("no", effect.no())
                .param("person", effect.person())
                .param("what", effect.what())
                .param("part", effect.part())
                .param("fact", effect.fact())
                .param("was", effect.was())
                .param("became", effect.became())
                .update();
    }

    /** What the source says of the person from now on; null: that it has not spoken of them. */
    void say(ImportBatch batch, String key, UUID person, @Nullable String content) {
        sql.sql(content == null ? FORGET_ORIGIN : SAY)
                .param("source", batch.source())
                .param("key", key)
                .param("person", person)
                .param("content", content)
                .update();
    }

    void firstSaid(ImportBatch batch, String key, UUID person, String content) {
        sql.sql(ADD_ORIGINS)
                .param("source", batch.source())
                .param("keys", new String[] {key})
                .param("people", new UUID[] {person})
                .param("contents", new String[] {content})
                .update();
    }

    List<Effect> of(ImportBatch batch, int from, int to) {
        return sql.sql(OF_ROWS)
                .param("batch", batch.id())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Effect(
                        row.getObject("id", UUID.class),
                        row.getInt("no"),
                        row.getObject("person_id", UUID.class),
                        row.getString("what"),
                        row.getString("part"),
                        row.getObject("fact_id", UUID.class),
                        row.getString("was"),
                        row.getString("became")))
                .list();
    }

    void forget(List<Effect> effects) {
        sql.sql(FORGET)
                .param("ids", effects.stream().map(Effect::id).toArray(UUID[]::new))
                .update();
    }
}
