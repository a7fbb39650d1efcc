package uk.sightline.imports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.BulkChanges.Done;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;

/** Keeps what a batch changed of people who were known, so that it can be taken back. */
@Repository
class ImportEffects {

    static final String ORIGIN = "origin";

    private static final String OF_ROWS = """
            select e.id, e.no, e.person_id, e.what, e.part, e.fact_id, e.was, e.became
            from imports.effect e
            where e.batch_id = :batch and e.no between :from and :to
            order by e.no, e.what desc
            """;

    private static final String OF_OTHERS = """
            select distinct e.person_id from imports.effect e
            where e.person_id = any (:people::uuid[]) and e.batch_id <> :batch
            """;

    private static final String FORGET = "delete from imports.effect where id = any (:ids::uuid[])";

    private static final String FORGET_PEOPLE = "delete from imports.effect where person_id = any (:people::uuid[])";

    private final JdbcClient sql;
    private final JdbcOperations copying;

    ImportEffects(JdbcClient sql, JdbcOperations copying) {
        this.sql = sql;
        this.copying = copying;
    }

    /**
     * One thing that a batch did.
     *
     * @param what added, ended, said: of the person's record; origin: what the source says
     * @param part a table of facts, a part of the person, or the source's key
     */
    record Effect(
            UUID id,
            int no,
            UUID person,
            String what,
            String part,
            @Nullable UUID fact,
            @Nullable String was,
            @Nullable String became) {

        static Effect of(Done done) {
            return new Effect(
                    Ids.next(),
                    done.no(),
                    done.person(),
                    done.what(),
                    done.part(),
                    done.fact(),
                    done.was(),
                    done.became());
        }

        static Effect origin(ImportPlan plan, @Nullable String was, String became) {
            return new Effect(
                    Ids.next(), plan.no(), plan.known(), ORIGIN, plan.read().keyOrHash(), null, was, became);
        }

        boolean isOfOrigin() {
            return what.equals(ORIGIN);
        }

        Done done() {
            return new Done(no, person, what, part, fact == null ? id : fact, was, became);
        }
    }

    void add(UUID batch, Collection<Effect> effects) {
        BulkRows rows =
                BulkRows.into("imports.effect", "id, batch_id, no, person_id, what, part, fact_id, was, became");
        effects.forEach(each -> rows.add(
                each.id(),
                batch,
                each.no(),
                each.person(),
                each.what(),
                each.part(),
                each.fact(),
                each.was(),
                each.became()));
        rows.write(copying);
    }

    List<Effect> of(UUID batch, int from, int to) {
        return sql.sql(OF_ROWS)
                .param("batch", batch)
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

    /** Those whom another batch has changed too. */
    List<UUID> changedByOthers(UUID batch, Collection<UUID> people) {
        return sql.sql(OF_OTHERS)
                .param("batch", batch)
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void forget(List<Effect> effects) {
        sql.sql(FORGET)
                .param("ids", effects.stream().map(Effect::id).toArray(UUID[]::new))
                .update();
    }

    void forgetPeople(Collection<UUID> people) {
        sql.sql(FORGET_PEOPLE).param("people", people.toArray(UUID[]::new)).update();
    }
}
