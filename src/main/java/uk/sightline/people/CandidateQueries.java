package uk.sightline.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whom to compare. Each key is looked up by {@code =} under the row policy of the key table, so that whoever the
 * actor may not know of neither appears nor takes the place of somebody else; each look-up stops at a fixed number. The
 * keys of closed people stand apart and are read only for those whom the actor may see: a search that fits somebody
 * sealed does what a search for nobody does, and takes as long.
 *
 * <p>Measured with 20 000 people and 980 000 keys, PostgreSQL 18, for somebody who sees children only: a common name
 * (42 keys) reads 3 100 keys, lets 830 through and takes 10 ms; the plan is an index-only scan for each key with one
 * look-up of {@code access.record} a row. Somebody who reaches nobody by post would read every key of a common name, so
 * theirs are looked for among their own records instead.
 */
@Repository
@Transactional
class CandidateQueries {

    private static final int MOST_COMPARED = 200;

    /** The closed people whom the actor may see, and the best of all: what both ways of looking end with. */
    private static final String OR_CLOSED = """
              union all
              (select k.person_id from people.search_key k
               where k.key = asked.key and k.closed
                 and k.person_id = any ((select access.my_closed('identity'))::uuid[]))) as found
            group by found.person_id
            order by sum(asked.weight) desc, found.person_id
            limit :limit
            """;

    private static final String WITH_KEYS = """
            select found.person_id
            from unnest(:keys::text[], :weights::int[], :most::int[]) as asked (key, weight, most)
            cross join lateral (
              (select k.person_id from people.search_key k where k.key = asked.key and not k.closed limit asked.most)
            """ + OR_CLOSED;

    /** For somebody whose posts reach no part of the district: what they may see is what they are related to, a few. */
    private static final String AMONG_MINE = """
            select found.person_id
            from unnest(:keys::text[], :weights::int[]) as asked (key, weight)
            cross join lateral (
              (select k.person_id from people.search_key k
               where k.key = asked.key and not k.closed
                 and k.person_id = any ((select access.my_records('identity'))::uuid[]))
            """ + OR_CLOSED;

    private static final String REACHES_MANY = """
            select 'identity' = any (access.my_kinds('everything') || access.my_kinds('district')
                                     || access.my_kinds('district:children') || access.my_kinds('district:adults'))
            """;

    private static final String FACTS = """
            select p.id, p.born_from, p.born_to, p.born_precision,
                   array(select n.full_name from people.name n where n.person_id = p.id and n.corrected_at is null) as names,
                   array(select i.scheme || ':' || i.value || ':' || i.status from people.identifier i
                         where i.person_id = p.id and i.corrected_at is null and i.value is not null) as identifiers,
                   array(select a.postcode from people.address a
                         where a.person_id = p.id and a.corrected_at is null and not a.protected
                           and a.postcode is not null) as postcodes,
                   array(select c.value from people.contact c
                         where c.person_id = p.id and c.corrected_at is null) as contacts
            from people.person p
            where p.id = any (:ids::uuid[]) and p.merged_into is null
            """;

    private static final String CARDS = """
            select p.id, p.reference, p.display_name, p.born_from, p.born_to, p.born_precision, p.sex, p.died_on,
                   (select s.urn from people.schooling s
                    where s.person_id = p.id and s.corrected_at is null and s.until_on is null and s.urn is not null
                    order by s.from_on desc nulls last, s.created_at desc limit 1) as school,
                   (select split_part(a.postcode, ' ', 1) from people.address a
                    where a.person_id = p.id and a.corrected_at is null and a.until_on is null and not a.protected
                      and a.postcode is not null
                    order by a.from_on desc nulls last, a.created_at desc limit 1) as area,
                   array(select f.code from people.flag f
                         where f.person_id = p.id and f.corrected_at is null and f.ended_at is null
                         order by f.created_at) as flags
            from people.person p
            where p.id = any (:ids::uuid[]) and p.merged_into is null
            """;

    private static final String SEEN =
            "select k.person_id from people.search_key k where k.key = any (:keys::text[]) and not k.closed";

    private static final String POINTER = "select people.pointer(:keys::text[], :seen::uuid[])";

    private final JdbcClient sql;

    CandidateQueries(JdbcClient sql) {
        this.sql = sql;
    }

    List<UUID> withKeys(List<SearchKey> keys) {
        boolean many = sql.sql(REACHES_MANY).query(Boolean.class).single();
        var statement = sql.sql(many ? WITH_KEYS : AMONG_MINE)
                .param("keys", keys.stream().map(SearchKey::key).toArray(String[]::new))
                .param("weights", keys.stream().map(SearchKey::weight).toArray(Integer[]::new))
                .param("limit", MOST_COMPARED);
        Integer[] most = keys.stream().map(SearchKey::most).toArray(Integer[]::new);
        return (many ? statement.param("most", most) : statement)
                .query(UUID.class)
                .list();
    }

    List<Compared> facts(Collection<UUID> ids) {
        return sql.sql(FACTS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Compared(
                        row.getObject("id", UUID.class),
                        texts(row, "names"),
                        Births.read(row),
                        texts(row, "identifiers").stream()
                                .map(Compared.Number::read)
                                .toList(),
                        texts(row, "postcodes"),
                        texts(row, "contacts")))
                .list();
    }

    List<PersonCard> cards(Collection<UUID> ids) {
        return sql.sql(CARDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> card(row))
                .list();
    }

    /** Whose team to ring, {@code children} or {@code adults}, when somebody with one of these keys is out of reach. */
    Optional<String> pointer(Collection<String> keys) {
        String[] asked = keys.toArray(String[]::new);
        UUID[] seen =
                sql.sql(SEEN).param("keys", asked).query(UUID.class).list().toArray(UUID[]::new);
        return sql.sql(POINTER)
                .param("keys", asked)
                .param("seen", seen)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private static PersonCard card(ResultSet row) throws SQLException {
        return new PersonCard(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("display_name"),
                Births.read(row),
                row.getString("sex"),
                row.getObject("died_on", LocalDate.class),
                row.getString("school"),
                row.getString("area"),
                texts(row, "flags"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
