package uk.sightline.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/**
 * What the people index does when two records are merged and when that is undone. The caller has asked the policy, lets
 * everything that names the person follow between the two halves of each, and owns the transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PersonMerging {

    /** Nobody can add to either until this transaction ends: a fact that is being added waits, and then is refused. */
    private static final String HOLD = """
            select p.id from people.person p
            where p.id = any (:both::uuid[]) and p.merged_into is null
            order by p.id for update
            """;

    private static final String GIVE_UP =
            "update people.person set merged_into = :kept, version = version + 1 where id = :gone and merged_into is null";

    private static final String TAKE_OVER = "select people.take_over(:kept, :gone, :columns::text[])::text";

    private static final String STAND_AGAIN =
            "update people.person set merged_into = null, version = version + 1 where id = :gone and merged_into = :kept";

    private static final String GIVE_BACK = "select people.give_back(:kept, :changed::jsonb)";

    /** Numbers that belong to one person alone, checked on both records, of which they share none. */
    private static final String CONFLICTS = """
            with held as (
              select i.person_id, i.scheme, i.value from people.identifier i
              where i.person_id in (:one, :other) and i.corrected_at is null and i.value is not null
                and i.status in ('verified', 'traced') and i.scheme = any (:schemes::text[]))
            select distinct a.scheme from held a join held b on b.scheme = a.scheme
            where a.person_id = :one and b.person_id = :other
              and not exists (select from held x join held y on y.scheme = x.scheme and y.value = x.value
                              where x.scheme = a.scheme and x.person_id = :one and y.person_id = :other)
            order by a.scheme
            """;

    private static final String[] OF_ONE = {IdentifierScheme.NHS_NUMBER.name(), IdentifierScheme.UPN.name()};

    private final JdbcClient sql;
    private final PersonStore people;
    private final Records records;

    PersonMerging(JdbcClient sql, PersonStore people, Records records) {
        this.sql = sql;
        this.people = people;
        this.records = records;
    }

    /**
     * Holds both records still.
     *
     * @throws RuleBroken when one of them was given up for another
     */
    public void hold(UUID one, UUID other) {
        List<UUID> held = sql.sql(HOLD)
                .param("both", new UUID[] {one, other})
                .query(UUID.class)
                .list();
        if (held.size() != 2) {
            throw new RuleBroken("One of these records was merged into another meanwhile. Look at both again.");
        }
    }

    /** Numbers that say that these are two people: each has its own, and both were checked. */
    public List<IdentifierScheme> conflicts(UUID one, UUID other) {
        return sql
                .sql(CONFLICTS)
                .param("one", one)
                .param("other", other)
                .param("schemes", OF_ONE)
                .query(String.class)
                .list()
                .stream()
                .map(IdentifierScheme::valueOf)
                .toList();
    }

    /**
     * Gives one record up for the other.
     *
     * @return what taking over changed on the record that is kept, as JSON, for {@link #standAgain}
     */
    public String giveUp(UUID gone, UUID kept, Collection<SaidOutright> taken) {
        String changed = sql.sql(TAKE_OVER)
                .param("kept", kept)
                .param("gone", gone)
                .param(
                        "columns",
                        taken.stream().flatMap(each -> each.columns().stream()).toArray(String[]::new))
                .query(String.class)
                .single();
        sql.sql(GIVE_UP).param("kept", kept).param("gone", gone).update();
        return changed;
    }

    /**
     * Lets a record that was given up stand by itself again.
     *
     * @throws RuleBroken when the record that was kept has been given up itself since
     */
    public void standAgain(UUID gone, UUID kept, String changed) {
        int stands =
                sql.sql(STAND_AGAIN).param("kept", kept).param("gone", gone).update();
        if (stands != 1) {
            throw new RuleBroken("The record that was kept has been merged into another since. Undo that first.");
        }
        sql.sql(GIVE_BACK)
                .param("kept", kept)
                .param("changed", changed)
                .query((row, n) -> 1)
                .single();
    }

    /** Names, search keys and access follow what the records say now. */
    public void settle(UUID person) {
        LocalDate adult =
                people.birth(person).orElseThrow(NoSuchRecord::new).adultFrom().orElse(null);
        // Before access follows: whoever takes over the birth date of an adult may see them no more.
        people.index(person);
        if (!people.isGivenUp(person)) {
            records.keep(new RecordFacts(person, People.KIND, adult, adult, Set.of(person)));
        }
    }
}
