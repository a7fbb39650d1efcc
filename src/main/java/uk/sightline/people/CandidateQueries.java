package uk.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.identity.BirthDate;

/**
 * Finds whom to compare. Keys are looked up by {@code =} in {@code people.alike}, which carries the access predicate, so
 * that whoever the actor may not know of neither appears nor takes the place of somebody else; each look-up stops at a
 * fixed number. The keys of closed people stand apart and are read only for those whom the actor may see: a search that fits
 * somebody sealed does what a search for nobody does, and takes as long.
 */
@Repository
@Transactional
class CandidateQueries {

    private static final String ALIKE = """
            select c.person_id, c.reference, c.display_name, c.born_from, c.born_to, c.born_precision, c.sex, c.died_on,
                   c.school, c.area, array_to_string(c.names, e'\\x1f') as names,
                   array_to_string(c.identifiers, e'\\x1f') as identifiers,
                   array_to_string(c.postcodes, e'\\x1f') as postcodes,
                   array_to_string(c.contacts, e'\\x1f') as contacts, array_to_string(c.flags, e'\\x1f') as flags
            from people.alike(:keys::text[], :weights::int[], :most::int[], :limit) c
            """;

    private static final String CARDS = """
            select c.person_id, c.reference, c.display_name, c.born_from, c.born_to, c.born_precision, c.sex, c.died_on,
                   c.school, c.area, array_to_string(c.names, e'\\x1f') as names,
                   array_to_string(c.identifiers, e'\\x1f') as identifiers,
                   array_to_string(c.postcodes, e'\\x1f') as postcodes,
                   array_to_string(c.contacts, e'\\x1f') as contacts, array_to_string(c.flags, e'\\x1f') as flags
            from people.card c
            where c.person_id = any (:ids::uuid[])
            """;

    /** Those who have a telling key and are no news: more than so many do not share one. */
    private static final String SEEN = """
            select c.person_id
            from people.alike(:keys::text[], array_fill(1, array[cardinality(:keys::text[])]),
                              array_fill(200, array[cardinality(:keys::text[])]), 1000) c
            """;

    private static final String POINTER = "select people.pointer(:keys::text[], :seen::uuid[])";

    /** As many as are held against somebody of the index. */
    private static final int MOST_COMPARED = 200;

    private final JdbcClient sql;

    /** Somebody who has some of the keys: what is compared of them, and what a list shows. */
    record Found(Compared said, PersonCard card) {}

    CandidateQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those who have most of these keys, best first. */
    List<Found> withKeys(List<SearchKey> keys, int most) {
        return sql.sql(ALIKE)
                .param("keys", keys.stream().map(SearchKey::key).toArray(String[]::new))
                .param("weights", keys.stream().map(SearchKey::weight).toArray(Integer[]::new))
                .param("most", keys.stream().map(SearchKey::most).toArray(Integer[]::new))
                .param("limit", most)
                .query((row, n) -> {
                    Compared said = compared(row);
                    return new Found(said, card(row, said.id(), said.born()));
                })
                .list();
    }

    /** The others who have most keys of all of somebody's names in common with them. */
    List<Compared> withKeysOf(Compared one) {
        Set<SearchKey> keys = one.probes().stream()
                .flatMap(probe -> SearchKeys.lookedFor(probe).stream())
                .collect(Collectors.toSet());
        return withKeys(List.copyOf(keys), MOST_COMPARED).stream()
                .map(Found::said)
                .filter(other -> !other.id().equals(one.id()))
                .toList();
    }

    List<Compared> facts(Collection<UUID> ids) {
        return sql.sql(CARDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> compared(row))
                .list();
    }

    List<PersonCard> cards(Collection<UUID> ids) {
        return sql.sql(CARDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> card(row, row.getObject("person_id", UUID.class), Births.read(row)))
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

    private static Compared compared(ResultSet row) throws SQLException {
        return new Compared(
                row.getObject("person_id", UUID.class),
                texts(row, "names"),
                Births.read(row),
                texts(row, "identifiers").stream().map(Compared.Number::read).toList(),
                texts(row, "postcodes"),
                texts(row, "contacts"));
    }

    private static PersonCard card(ResultSet row, UUID id, BirthDate born) throws SQLException {
        return new PersonCard(
                id,
                row.getString("reference"),
                row.getString("display_name"),
                born,
                row.getString("sex"),
                row.getObject("died_on", LocalDate.class),
                row.getString("school"),
                row.getString("area"),
                texts(row, "flags"));
    }

    /** Lists come as one text each: of two hundred people that is a thousand arrays less to take apart. */
    private static List<String> texts(ResultSet row, String column) throws SQLException {
        String joined = row.getString(column);
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split("\u001f"));
    }
}
