package uk.sightline.people;

import static uk.sightline.people.BulkChanges.ENDED;
import static uk.sightline.people.BulkChanges.said;
import static uk.sightline.people.BulkChanges.texts;
import static uk.sightline.people.BulkChanges.uuids;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.BulkChanges.Done;
import uk.sightline.people.BulkChanges.Saying;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;

/** The four kinds of fact that a file holds, as they stand in their tables: found and ended by what they say. */
@Repository
class BulkFacts {

    private static final String END_NAMES = """
            update people.name f
            set until_on = w.until_on, ended_by = :by, ended_at = :at, version = version + 1
            from unnest(:nos::int[], :people::uuid[], :said::text[], :until::date[]) as w (no, person, said, until_on)
            where f.person_id = w.person and f.ended_at is null and f.corrected_at is null and f.source = :source
              and concat_ws('; ', f.kind, f.full_name, f.given_name, f.family_name) = w.said
            returning w.no, f.person_id, f.id
            """;

    private static final String END_IDENTIFIERS = """
            update people.identifier f
            set until_on = w.until_on, ended_by = :by, ended_at = :at, version = version + 1
            from unnest(:nos::int[], :people::uuid[], :said::text[], :until::date[]) as w (no, person, said, until_on)
            where f.person_id = w.person and f.ended_at is null and f.corrected_at is null and f.source = :source
              and f.scheme || '; ' || f.value = w.said
            returning w.no, f.person_id, f.id
            """;

    private static final String END_ADDRESSES = """
            update people.address f
            set until_on = w.until_on, ended_by = :by, ended_at = :at, version = version + 1
            from unnest(:nos::int[], :people::uuid[], :said::text[], :until::date[]) as w (no, person, said, until_on)
            where f.person_id = w.person and f.ended_at is null and f.corrected_at is null and f.source = :source
              and concat_ws('; ', f.kind, f.lines, f.postcode, 'from ' || f.from_on, 'until ' || f.until_on) = w.said
            returning w.no, f.person_id, f.id
            """;

    private static final String END_CONTACTS = """
            update people.contact f
            set until_on = w.until_on, ended_by = :by, ended_at = :at, version = version + 1
            from unnest(:nos::int[], :people::uuid[], :said::text[], :until::date[]) as w (no, person, said, until_on)
            where f.person_id = w.person and f.ended_at is null and f.corrected_at is null and f.source = :source
              and f.kind || '; ' || f.value = w.said
            returning w.no, f.person_id, f.id
            """;

    private static final String HELD_NAMES = """
            select w.at from unnest(:ats::int[], :people::uuid[], :said::text[]) as w (at, person, said)
            where exists (
              select from people.name f
              where f.person_id = w.person and f.ended_at is null and f.corrected_at is null
                and concat_ws('; ', f.kind, f.full_name, f.given_name, f.family_name) = w.said)
            """;

    private static final String HELD_IDENTIFIERS = """
            select w.at from unnest(:ats::int[], :people::uuid[], :said::text[]) as w (at, person, said)
            where exists (
              select from people.identifier f
              where f.person_id = w.person and f.ended_at is null and f.corrected_at is null
                and f.scheme || '; ' || f.value = w.said)
            """;

    /** Said without its dates, an address is held when it is with any. */
    private static final String HELD_ADDRESSES = """
            select w.at from unnest(:ats::int[], :people::uuid[], :said::text[]) as w (at, person, said)
            where exists (
              select from people.address f
              where f.person_id = w.person and f.ended_at is null and f.corrected_at is null
                and starts_with(
                  concat_ws('; ', f.kind, f.lines, f.postcode, 'from ' || f.from_on, 'until ' || f.until_on) || '; ',
                  w.said || '; '))
            """;

    private static final String HELD_CONTACTS = """
            select w.at from unnest(:ats::int[], :people::uuid[], :said::text[]) as w (at, person, said)
            where exists (
              select from people.contact f
              where f.person_id = w.person and f.ended_at is null and f.corrected_at is null
                and f.kind || '; ' || f.value = w.said)
            """;

    private static final Map<FactKind, String> END = new EnumMap<>(Map.of(
            FactKind.NAME, END_NAMES,
            FactKind.IDENTIFIER, END_IDENTIFIERS,
            FactKind.ADDRESS, END_ADDRESSES,
            FactKind.CONTACT, END_CONTACTS));

    private static final Map<FactKind, String> HELD = new EnumMap<>(Map.of(
            FactKind.NAME, HELD_NAMES,
            FactKind.IDENTIFIER, HELD_IDENTIFIERS,
            FactKind.ADDRESS, HELD_ADDRESSES,
            FactKind.CONTACT, HELD_CONTACTS));

    static final Set<FactKind> KINDS = END.keySet();

    private final JdbcClient sql;
    private final InstantSource time;

    BulkFacts(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** Ends what the source said in the place of these. */
    List<Done> end(FactKind kind, String source, List<Saying> sayings) {
        List<Saying> again =
                sayings.stream().filter(each -> each.before() != null).toList();
        LocalDate today = London.date(time.instant());
        return again.isEmpty()
                ? List.of()
                : sql.sql(String.valueOf(END.get(kind)))
                        .param("nos", again.stream().map(Saying::no).toArray(Integer[]::new))
                        .param("people", uuids(again, Saying::person))
                        .param("said", texts(again, Saying::before))
                        .param("until", texts(again, each -> String.valueOf(FactText.endsOn(each, today))))
                        .param("source", source)
                        .param("by", Actor.current().id())
                        .param("at", time.instant().atOffset(ZoneOffset.UTC))
                        .query((row, n) -> new Done(
                                row.getInt("no"),
                                row.getObject("person_id", UUID.class),
                                ENDED,
                                kind.word(),
                                row.getObject("id", UUID.class),
                                null,
                                null))
                        .list();
    }

    /** Of these, by their place in the list, those that somebody's fact says already. */
    Set<Integer> held(FactKind kind, List<Saying> wanted) {
        return new HashSet<>(sql.sql(String.valueOf(HELD.get(kind)))
                .param("ats", indexes(wanted.size()))
                .param("people", uuids(wanted, Saying::person))
                .param("said", texts(wanted, each -> said(each.fact())))
                .query(Integer.class)
                .list());
    }

    private static Integer[] indexes(int size) {
        Integer[] indexes = new Integer[size];
        for (int i = 0; i < size; i++) {
            indexes[i] = i;
        }
        return indexes;
    }
}
