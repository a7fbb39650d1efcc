package uk.sightline.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rows of a file until they are imported, and what became of each. */
@Repository
class ImportRowStore {

    private static final String ADD = """
            insert into people.import_row (batch_id, no, cells, problem)
            select :batch, r.no, r.cells, r.problem
            from unnest(:nos::int[], :cells::text[], :problems::text[]) as r (no, cells, problem)
            """;

    private static final String NEXT = """
            select no, cells, problem from people.import_row
            where batch_id = :batch and no > :after order by no limit :limit
            """;

    private static final String SAMPLES = """
            select no, cells, problem from people.import_row
            where batch_id = :batch and problem is null order by no limit :limit
            """;

    private static final String FORGET_KEYS = "delete from people.import_key where batch_id = :batch";

    private static final String FORGET_POSSIBLE = "delete from people.import_possible where batch_id = :batch";

    private static final String FORGET_OUTCOMES = """
            update people.import_row
            set outcome = null, key = null, matched = false, field = null, reason = null, note = null, same_as = null
            where batch_id = :batch and outcome is not null
            """;

    private static final String ADD_KEYS = """
            insert into people.import_key (batch_id, key, no)
            select :batch, k.key, k.no from unnest(:keys::text[], :nos::int[]) as k (key, no) on conflict do nothing
            """;

    private static final String EARLIER = """
            select k.no, left(k.key, 2) as kind, min(e.no) as earlier
            from people.import_key k
            join people.import_key e on e.batch_id = k.batch_id and e.key = k.key and e.no < k.no
            where k.batch_id = :batch and k.no between :from and :to
            group by k.no, left(k.key, 2)
            """;

    private static final String ADD_POSSIBLE = """
            insert into people.import_possible (batch_id, no, person_id)
            select :batch, p.no, p.person from unnest(:nos::int[], :people::uuid[]) as p (no, person)
            on conflict do nothing
            """;

    private static final String SETTLE = """
            update people.import_row r
            set outcome = s.outcome, matched = s.matched, key = s.key, field = s.field, reason = s.reason, note = s.note,
                same_as = s.same_as, person_id = s.person,
                cells = case when s.forget then null else r.cells end
            from unnest(:nos::int[], :outcomes::text[], :matched::boolean[], :keys::text[], :fields::text[],
              :reasons::text[], :notes::text[], :sames::int[], :people::uuid[], :forget::boolean[])
              as s (no, outcome, matched, key, field, reason, note, same_as, person, forget)
            where r.batch_id = :batch and r.no = s.no
            """;

    private final JdbcClient sql;

    ImportRowStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param problem why the row could not be read; null for a good one */
    record Waiting(int no, List<String> cells, @Nullable String problem) {}

    void add(UUID batch, List<ImportTable.Row> rows) {
        sql.sql(ADD)
                .param("batch", batch)
                .param("nos", rows.stream().map(ImportTable.Row::no).toArray(Integer[]::new))
                .param(
                        "cells",
                        rows.stream().map(row -> ImportText.joined(row.cells())).toArray(String[]::new))
                .param("problems", rows.stream().map(ImportTable.Row::problem).toArray(String[]::new))
                .update();
    }

    List<Waiting> next(UUID batch, int after, int limit) {
        return waiting(sql.sql(NEXT).param("batch", batch).param("after", after), limit);
    }

    /** The first rows that can be read. */
    List<Waiting> samples(UUID batch, int limit) {
        return waiting(sql.sql(SAMPLES).param("batch", batch), limit);
    }

    private static List<Waiting> waiting(JdbcClient.StatementSpec query, int limit) {
        return query.param("limit", limit)
                .query((row, n) -> {
                    String cells = row.getString("cells");
                    return new Waiting(
                            row.getInt("no"),
                            cells == null ? List.of() : ImportText.split(cells),
                            row.getString("problem"));
                })
                .list();
    }

    /** Before the rows are gone through again. */
    void forget(UUID batch) {
        sql.sql(FORGET_KEYS).param("batch", batch).update();
        forgetPossible(batch);
        sql.sql(FORGET_OUTCOMES).param("batch", batch).update();
    }

    void forgetPossible(UUID batch) {
        sql.sql(FORGET_POSSIBLE).param("batch", batch).update();
    }

    void addKeys(UUID batch, Map<String, List<Integer>> rowsByKey) {
        List<Map.Entry<String, Integer>> pairs = rowsByKey.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(no -> Map.entry(entry.getKey(), no)))
                .toList();
        sql.sql(ADD_KEYS)
                .param("batch", batch)
                .param("keys", pairs.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("nos", pairs.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    /** For each row, by the first two letters of the key, the first earlier row that has the same. */
    Map<Integer, Map<String, Integer>> earlier(UUID batch, int from, int to) {
        Map<Integer, Map<String, Integer>> found = new HashMap<>();
        sql.sql(EARLIER)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    found.computeIfAbsent(row.getInt("no"), no -> new HashMap<>())
                            .put(row.getString("kind"), row.getInt("earlier"));
                });
        return found;
    }

    void addPossible(UUID batch, Collection<Map.Entry<Integer, UUID>> possible) {
        sql.sql(ADD_POSSIBLE)
                .param("batch", batch)
                .param("nos", possible.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("people", possible.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .update();
    }

    /** @param imported whether the rows are in the index now, so that their cells need not be kept */
    void settle(UUID batch, List<ImportPlan> plans, boolean imported) {
        sql.sql(SETTLE)
                .param("batch", batch)
                .param("nos", plans.stream().map(ImportPlan::no).toArray(Integer[]::new))
                .param(
                        "outcomes",
                        plans.stream().map(plan -> plan.outcome().stored()).toArray(String[]::new))
                .param("matched", plans.stream().map(ImportPlan::matched).toArray(Boolean[]::new))
                .param("keys", plans.stream().map(ImportPlan::key).toArray(String[]::new))
                .param("fields", plans.stream().map(ImportPlan::field).toArray(String[]::new))
                .param("reasons", plans.stream().map(ImportPlan::reason).toArray(String[]::new))
                .param("notes", plans.stream().map(ImportPlan::note).toArray(String[]::new))
                .param("sames", plans.stream().map(ImportPlan::sameAs).toArray(Integer[]::new))
                .param("people", plans.stream().map(ImportPlan::person).toArray(UUID[]::new))
                .param(
                        "forget",
                        plans.stream()
                                .map(plan -> imported && plan.outcome() != ImportPlan.Outcome.REJECTED)
                                .toArray(Boolean[]::new))
                .update();
    }
}
