package uk.sightline.people;

import static uk.sightline.people.BulkChanges.texts;
import static uk.sightline.people.BulkChanges.uuids;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.BulkRecords;
import uk.sightline.access.RecordFacts;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.BulkChanges.Done;
import uk.sightline.people.BulkChanges.Saying;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Probe.Clue;

/** How a record is called, the keys it is found by and what the policy decides by follow what was changed, in bulk. */
@Repository
class BulkFollowing {

    private static final String CALL = """
            update people.person p set display_name = called.full_name
            from unnest(:ids::uuid[]) as w (id)
            cross join lateral (
              select n.full_name from people.name n
              where n.person_id = w.id and n.corrected_at is null
              order by n.until_on is not null, n.kind <> 'legal', n.kind <> 'known-as', n.created_at desc, n.id
              limit 1) as called
            where p.id = w.id and p.display_name <> called.full_name
            """;

    private static final String BIRTHS = """
            select p.id, p.born_from, p.born_to, p.born_precision from people.person p where p.id = any (:ids::uuid[])
            """;

    private static final String NAMES = """
            select n.person_id, n.full_name from people.name n
            where n.person_id = any (:ids::uuid[]) and n.corrected_at is null
            """;

    private static final String CLUES = """
            select i.person_id, i.scheme, i.value from people.identifier i
            where i.person_id = any (:ids::uuid[]) and i.corrected_at is null and i.value is not null
            union
            select a.person_id, 'POSTCODE', a.postcode from people.address a
            where a.person_id = any (:ids::uuid[]) and a.corrected_at is null and not a.protected
              and a.postcode is not null
            union
            select c.person_id, 'PHONE', c.value from people.contact c
            where c.person_id = any (:ids::uuid[]) and c.corrected_at is null and c.kind in ('mobile', 'landline')
            union
            select c.person_id, 'ONLINE_HANDLE', c.value from people.contact c
            where c.person_id = any (:ids::uuid[]) and c.corrected_at is null and c.kind = 'social-media'
            """;

    private static final String FORGET_KEYS = "delete from people.search_key where person_id = any (:ids::uuid[])";

    private static final String FORGET_NUMBERS = """
            delete from people.search_key where person_id = any (:ids::uuid[]) and key >= 'x:' and key < 'x;'
            """;

    private static final String ADD_KEYS = """
            with closed as materialized (
              select w.id, coalesce(f.visibility <> 'team', false) as closed, coalesce(f.adult_from, 'infinity') as adult_from
              from unnest(:ids::uuid[]) as w (id) left join lateral access.facts(w.id) f on true
            )
            insert into people.search_key (key, person_id, closed, adult_from)
            select k.key, k.person, closed.closed, closed.adult_from
            from unnest(:keys::text[], :people::uuid[]) as k (key, person) join closed on closed.id = k.person
            on conflict do nothing
            """;

    private static final String DRAW_CARDS = "select people.draw_cards(:ids::uuid[])";

    private static final String TO_COMPARE =
            "insert into people.to_compare (person_id) select distinct w.id from unnest(:ids::uuid[]) as w (id)";

    private final JdbcClient sql;
    private final BulkRecords records;

    BulkFollowing(JdbcClient sql, BulkRecords records) {
        this.sql = sql;
        this.records = records;
    }

    private record Key(String key, UUID person) {}

    /** After facts were added and birth dates overwritten: what was a key before still is, unless it was of a birth date. */
    void follow(List<Saying> added, List<Done> overwritten) {
        Set<UUID> reborn = new HashSet<>();
        overwritten.stream()
                .filter(each -> each.part().equals(BulkOutright.BIRTH))
                .forEach(each -> reborn.add(each.person()));
        List<Saying> others =
                added.stream().filter(each -> !reborn.contains(each.person())).toList();
        List<Saying> named = others.stream()
                .filter(each -> each.fact() instanceof PersonName)
                .toList();
        Set<UUID> called = new HashSet<>(reborn);
        named.forEach(each -> called.add(each.person()));
        called(called);
        List<Key> keys =
                keysOf(others, births(named.stream().map(Saying::person).toList()));
        addKeys(keys);
        reindex(reborn);
        keep(reborn);
        Set<UUID> changed = new HashSet<>(reborn);
        keys.forEach(key -> changed.add(key.person()));
        compare(changed);
    }

    /** After facts were taken away, opened again or put back. Where no name and no birth date is among them, only numbers. */
    void followBack(List<Done> back) {
        Set<UUID> named = new HashSet<>();
        Set<UUID> numbered = new HashSet<>();
        for (Done done : back) {
            boolean name =
                    done.part().equals(FactKind.NAME.word()) || done.part().equals(BulkOutright.BIRTH);
            (name ? named : numbered).add(done.person());
        }
        numbered.removeAll(named);
        called(named);
        reindex(named);
        keep(named);
        renumber(numbered);
        drawCards(back);
        Set<UUID> changed = new HashSet<>(named);
        changed.addAll(numbered);
        compare(changed);
    }

    /** What a list shows of those to whom something was done. */
    void drawCards(Collection<Done> done) {
        if (!done.isEmpty()) {
            UUID[] ids = done.stream().map(Done::person).distinct().toArray(UUID[]::new);
            sql.sql(DRAW_CARDS).param("ids", ids).query((row, n) -> true).single();
        }
    }

    /** What was found of these people before may no longer be so: of those who are gone, too. */
    void compare(Set<UUID> people) {
        if (!people.isEmpty()) {
            sql.sql(TO_COMPARE).param("ids", people.toArray(UUID[]::new)).update();
        }
    }

    private static List<Key> keysOf(List<Saying> added, Map<UUID, BirthDate> births) {
        List<Key> keys = new ArrayList<>();
        for (Saying each : added) {
            List<String> names = each.fact() instanceof PersonName name ? List.of(name.full()) : List.of();
            List<Clue> clues = BulkPeople.clue(each.fact()).stream().toList();
            BirthDate born = births.getOrDefault(each.person(), BirthDate.unknown());
            SearchKeys.of(names, born, clues).forEach(key -> keys.add(new Key(key, each.person())));
        }
        return keys;
    }

    private void called(Set<UUID> people) {
        if (!people.isEmpty()) {
            sql.sql(CALL).param("ids", people.toArray(UUID[]::new)).update();
        }
    }

    private void reindex(Set<UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        UUID[] ids = people.toArray(UUID[]::new);
        Map<UUID, List<Clue>> clues = clues(ids);
        Map<UUID, List<String>> names = new HashMap<>();
        sql.sql(NAMES).param("ids", ids).query(row -> {
            names.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getString("full_name"));
        });
        List<Key> keys = new ArrayList<>();
        births(people)
                .forEach((id, born) -> SearchKeys.of(
                                names.getOrDefault(id, List.of()), born, clues.getOrDefault(id, List.of()))
                        .forEach(key -> keys.add(new Key(key, id))));
        sql.sql(FORGET_KEYS).param("ids", ids).update();
        addKeys(keys);
    }

    private void renumber(Set<UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        UUID[] ids = people.toArray(UUID[]::new);
        List<Key> keys = new ArrayList<>();
        clues(ids)
                .forEach((id, clues) -> SearchKeys.of(List.of(), BirthDate.unknown(), clues)
                        .forEach(key -> keys.add(new Key(key, id))));
        sql.sql(FORGET_NUMBERS).param("ids", ids).update();
        addKeys(keys);
    }

    private Map<UUID, List<Clue>> clues(UUID[] ids) {
        Map<UUID, List<Clue>> clues = new HashMap<>();
        sql.sql(CLUES).param("ids", ids).query(row -> {
            clues.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                    .add(new Clue(IdentifierScheme.valueOf(row.getString("scheme")), row.getString("value")));
        });
        return clues;
    }

    private void addKeys(List<Key> keys) {
        if (!keys.isEmpty()) {
            sql.sql(ADD_KEYS)
                    .param("ids", keys.stream().map(Key::person).distinct().toArray(UUID[]::new))
                    .param("keys", texts(keys, Key::key))
                    .param("people", uuids(keys, Key::person))
                    .update();
        }
    }

    private void keep(Set<UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        List<RecordFacts> facts = new ArrayList<>();
        births(people).forEach((id, born) -> {
            LocalDate adult = born.adultFrom().orElse(null);
            facts.add(new RecordFacts(id, People.KIND, adult, adult, Set.of(id)));
        });
        records.keep(facts);
    }

    private Map<UUID, BirthDate> births(Collection<UUID> people) {
        Map<UUID, BirthDate> births = new LinkedHashMap<>();
        if (!people.isEmpty()) {
            sql.sql(BIRTHS).param("ids", people.toArray(UUID[]::new)).query(row -> {
                births.put(row.getObject("id", UUID.class), Births.read(row));
            });
        }
        return births;
    }
}
