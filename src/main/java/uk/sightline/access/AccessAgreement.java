package uk.sightline.access;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;

/**
 * The policy stands twice, in {@link AccessPolicy} and in PostgreSQL's row security. Holds the two against each other on the
 * people and accounts that this database has: for accounts of every post, over records drawn by chance, all that are closed,
 * and those that have to do with the account.
 */
@Component
class AccessAgreement {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");
    private static final int MOST_RELATED = 200;
    private static final int MOST_CLOSED = 500;

    private static final String ACCOUNTS = """
            select o.id from (
              select a.id, row_number() over (partition by h.post order by md5(a.id::text)) as no
              from access.account a join access.holding h on h.account_id = a.id
              where a.kind = 'person') o
            where o.no <= :each group by o.id order by o.id
            """;

    /** Ids are drawn by chance, so those that follow one that is drawn by chance are a sample. */
    private static final String SOME =
            "select r.id from access.record r where r.id >= :from::uuid order by r.id limit :some";

    private static final String CLOSED =
            "select r.id from access.record r where r.visibility <> 'team' order by r.id limit :most";

    private static final String RELATED = """
            select r.subject_id from access.relationship r
            where r.holder in (:account, access.cohort())
               or r.holder in (select h.team_id from access.holding h where h.account_id = :account)
            order by r.created_at desc limit :most
            """;

    private static final String KEPT_FROM = """
            select p.record_id from access.record_person p
            where p.person_id in (select e.person_id from access.exclusion e where e.account_id = :account)
            """;

    private static final String VISIBLE = "select r.id from access.record r where r.id = any (:records::uuid[])";

    private static final String WEIGHED = """
            select r.id, f.kind, f.child_until, f.adult_from, f.people, access.grounds(:account, r.id)::text as weighed
            from unnest(:records::uuid[]) r (id) cross join lateral access.facts(r.id) f
            """;

    private final GroundsQueries grounds;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    AccessAgreement(GroundsQueries grounds, JdbcClient sql, TransactionTemplate transactions, InstantSource time) {
        this.grounds = grounds;
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * What was compared, and where the two differ.
     *
     * @param pairs accounts times records
     * @param open of those, how many both let through
     */
    record Result(int accounts, long pairs, long open, List<String> differences) {

        private Result and(Result other) {
            List<String> both = new ArrayList<>(differences);
            both.addAll(other.differences);
            return new Result(accounts + other.accounts, pairs + other.pairs, open + other.open, both);
        }
    }

    /**
     * Compares.
     *
     * @param each accounts of each post
     * @param some records drawn by chance, besides closed and related ones
     * @param progress told after each account
     */
    Result compare(int each, int some, Consumer<Integer> progress) {
        List<UUID> common = check(() -> sample(some));
        List<UUID> accounts = check(
                () -> sql.sql(ACCOUNTS).param("each", each).query(UUID.class).list());
        Result all = new Result(0, 0, 0, List.of());
        for (UUID account : accounts) {
            Set<UUID> records = new LinkedHashSet<>(common);
            records.addAll(check(() -> own(account)));
            all = all.and(compare(account, records));
            progress.accept(accounts.size());
        }
        return all;
    }

    /** Compares for one account. Ids that are no record's are left out. */
    Result compare(UUID account, Collection<UUID> records) {
        Actor actor = new Actor(account, Actor.Kind.PERSON, "verify-access", null);
        UUID[] ids = records.toArray(UUID[]::new);
        return actor.call(() -> Objects.requireNonNull(transactions.execute(status -> {
            Set<UUID> shown = new HashSet<>(
                    sql.sql(VISIBLE).param("records", ids).query(UUID.class).list());
            long pairs = 0;
            long open = 0;
            List<String> differences = new ArrayList<>();
            for (Weighed weighed : weighed(account, ids)) {
                pairs++;
                boolean decided = AccessPolicy.decide(weighed.grounds(), Action.VIEW, weighed.facts(), time.instant())
                        .allowed();
                open += decided ? 1 : 0;
                if (decided != shown.contains(weighed.facts().id())) {
                    differences.add("Account %s, %s %s: the policy %s it, the row security %s it."
                            .formatted(
                                    account,
                                    weighed.facts().kind(),
                                    weighed.facts().id(),
                                    decided ? "opens" : "hides",
                                    decided ? "hides" : "opens"));
                }
            }
            return new Result(1, pairs, open, differences);
        })));
    }

    private List<UUID> sample(int some) {
        List<UUID> records = new ArrayList<>(
                sql.sql(CLOSED).param("most", MOST_CLOSED).query(UUID.class).list());
        int runs = Math.max(1, some / 20);
        for (int i = 0; i < runs; i++) {
            records.addAll(sql.sql(SOME)
                    .param("from", UUID.randomUUID())
                    .param("some", Math.min(some, 20))
                    .query(UUID.class)
                    .list());
        }
        return records;
    }

    private List<UUID> own(UUID account) {
        List<UUID> own = new ArrayList<>(sql.sql(RELATED)
                .param("account", account)
                .param("most", MOST_RELATED)
                .query(UUID.class)
                .list());
        own.addAll(
                sql.sql(KEPT_FROM).param("account", account).query(UUID.class).list());
        return own;
    }

    private record Weighed(RecordFacts facts, Grounds grounds) {}

    private List<Weighed> weighed(UUID account, UUID[] records) {
        return sql.sql(WEIGHED)
                .param("account", account)
                .param("records", records)
                .query((row, n) -> new Weighed(
                        GroundsQueries.facts(row, row.getObject("id", UUID.class)),
                        grounds.read(row.getString("weighed"), account)))
                .list();
    }

    private <T> T check(Supplier<T> work) {
        return CHECK.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
