package uk.sightline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.sightline.identity.NameSound;
import uk.sightline.identity.NameWords;
import uk.sightline.identity.PairKeys;

/**
 * The bare candidate query: who has most keys of a name and a birth date in common, by id and no more, as the database's
 * superuser and so past every policy. What a match costs beyond it is access, reading, weighing, explaining and the way
 * there and back.
 */
final class BareKeys implements AutoCloseable {

    private static final int MOST_OF_A_KEY = 100;
    private static final int MOST = 200;

    private final PreparedStatement query;

    BareKeys(Connection superuser) throws SQLException {
        query = superuser.prepareStatement("""
                select found.person_id
                from unnest(?::text[]) as asked (key)
                cross join lateral (
                  select k.person_id from %s k where k.key = asked.key and not k.closed limit ?) as found
                group by found.person_id
                order by count(*) desc, found.person_id
                limit ?
                """.formatted("people.search_key"));
    }

    /** How many it finds. */
    int count(String name, LocalDate born) throws SQLException {
        query.setArray(1, query.getConnection().createArrayOf("text", keys(name, born)));
        query.setInt(2, MOST_OF_A_KEY);
        query.setInt(3, MOST);
        int count = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static Object[] keys(String name, LocalDate born) {
        List<String> keys = new ArrayList<>(PairKeys.of(name));
        keys.add("b:" + born);
        NameWords.of(name).forEach(word -> keys.add("y:" + NameSound.of(word) + "|" + born.getYear()));
        return keys.toArray();
    }

    @Override
    public void close() throws SQLException {
        query.getConnection().close();
    }
}
