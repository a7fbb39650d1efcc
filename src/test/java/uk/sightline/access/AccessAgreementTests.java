package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.platform.Actor;
import uk.sightline.platform.SuperUser;

/** The policy stands twice, in Java and in PostgreSQL: over a seeded world the two agree for everybody and everything. */
@SightlineTest
class AccessAgreementTests {

    private static final String VISIBLE = "select id from access.record";
    private static final String ABOUT = "select distinct record_id from access.record_person";

    /** As a search is told it: by the posts' reach as an interval, and one by one beyond it. */
    private static final String IN_SIGHT = """
            select w.id
            from unnest(:records::uuid[]) as w (id)
            cross join lateral access.facts(w.id) f
            cross join access.my_sight('identity') s
            where f.kind = 'identity' and f.adult_from is not distinct from f.child_until and w.id <> all (s.away)
              and (f.visibility = 'team' and coalesce(f.adult_from, 'infinity') > s.after
                     and (coalesce(f.adult_from, 'infinity') <= s.upto or f.adult_from is null)
                   or w.id = any (s.apart))
            """;

    private static final String LIVE = """
            select count(*) from access.relationship r
            where r.subject_id = any (:records::uuid[]) and (r.until_at is null or r.until_at > :now)
            """;

    @Autowired
    private AccessAgreement agreement;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private GroundsQueries grounds;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @Test
    void decideAndRowSecurityAgreeForEveryAccountAndRecordBothWays() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        assertThat(world.accounts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(world.records).hasSizeGreaterThanOrEqualTo(400);
        Set<String> disagreements = new TreeSet<>();
        long open = 0;
        for (UUID account : world.accounts) {
            open += compare(world, account, disagreements);
        }
        assertThat(disagreements).isEmpty();
        assertThat(open)
                .as(
                        "of %d pairs, enough open and enough hidden to mean something",
                        world.accounts.size() * world.records.size())
                .isBetween(1_000L, world.accounts.size() * world.records.size() - 1_000L);
    }

    @Test
    void theSampleOfWhatThisDatabaseHoldsAgreesAndADisagreementIsNamed() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        AccessAgreement.Result agrees = agreement.compare(40, 100, all -> {});
        assertThat(agrees.differences()).isEmpty();
        assertThat(agrees.open()).isPositive().isLessThan(agrees.pairs());

        JdbcClient admin = SuperUser.of(product);
        admin.sql("update access.record set visibility = 'sealed' where id = any (:records)")
                .param("records", world.records.toArray(UUID[]::new))
                .update();
        try {
            assertThat(agreement.compare(40, 1, all -> {}).differences())
                    .anySatisfy(each -> assertThat(each).contains("the policy opens it, the row security hides it"));
        } finally {
            world.records.forEach(record -> admin.sql("select access.follow_seal(p.person_id) "
                            + "from access.record_person p where p.record_id = :record")
                    .param("record", record)
                    .query((row, n) -> 1)
                    .list());
        }
    }

    /** Whether a relationship opens a person's records is not looked up each time: it must not be missed, even in bulk. */
    @Test
    void aRelationshipIsOfAPersonUnlessItSurelyIsOfOneRecord() {
        SeededWorld.make(sql, records, transactions);
        JdbcClient admin = SuperUser.of(product);
        assertThat(admin.sql("""
                        select r.id from access.relationship r
                        where r.of_person = exists (select from access.record o
                                                    where o.id = r.subject_id and o.kind <> 'identity')
                          and (exists (select from access.record o where o.id = r.subject_id)
                               or exists (select from access.record_person p where p.person_id = r.subject_id))
                        """).query(UUID.class).list()).isEmpty();
        assertThat(admin.sql("select distinct of_person from access.relationship")
                        .query(Boolean.class)
                        .list())
                .containsExactlyInAnyOrder(true, false);
    }

    /** Whoever has many relationships is asked row by row, and not by the set of all: the answers are the same. */
    @Test
    void aRowAtATimeOpensWhatTheSetOpens() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        JdbcClient admin = SuperUser.of(product);
        String asItIs = admin.sql("select pg_get_functiondef('access.related_to_many()'::regprocedure)")
                .query(String.class)
                .single();
        assertThat(asItIs).contains("count(*) > 1000");
        admin.sql(asItIs.replace("count(*) > 1000", "count(*) >= 0")).update();
        Set<String> disagreements = new TreeSet<>();
        try {
            world.accounts.forEach(account -> compare(world, account, disagreements));
        } finally {
            admin.sql(asItIs).update();
        }
        assertThat(disagreements).isEmpty();
    }

    /** A search does not go by the row policy; it finds those whom the policy shows, and nobody else. */
    @Test
    void whatASearchMaySeeIsWhatTheRowsShow() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        List<UUID> accounts = new ArrayList<>(world.accounts);
        accounts.add(TestRecords.CHECK.id());
        int seen = 0;
        for (UUID account : accounts) {
            seen += new Actor(account, Actor.Kind.PERSON, "somebody", null)
                    .call(() -> Objects.requireNonNull(transactions.execute(status -> {
                        Set<UUID> bySight = inSight(world);
                        assertThat(bySight).as("account %s", account).isEqualTo(ofOneBirthday(visible(world, VISIBLE)));
                        return bySight.size();
                    })));
        }
        assertThat(seen).isBetween(400, world.accounts.size() * SeededWorld.RECORDS / 2 - 400);
    }

    private Set<UUID> inSight(SeededWorld world) {
        return new HashSet<>(sql.sql(IN_SIGHT)
                .param("records", world.records.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** People come of age on one day; of the other records here some say two. */
    private Set<UUID> ofOneBirthday(Set<UUID> ids) {
        return ids.stream()
                .filter(id -> {
                    RecordFacts known = grounds.facts(id).orElseThrow();
                    return known.kind().equals("identity") && Objects.equals(known.childUntil(), known.adultFrom());
                })
                .collect(Collectors.toSet());
    }

    /** Today everybody sees what they saw; after the tail, what their posts reach and what other work opens. */
    @Test
    void workThatIsDoneTakesNothingFromAnybodyBeforeTheTailIsOver() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        Map<UUID, Set<UUID>> before = seen(world);
        long live = live(world);
        TestRecords.CHECK.run(() -> transactions.executeWithoutResult(status -> world.records.forEach(
                record -> records.workDone(record, Set.of("owner", "allocated", "referrer"), Set.of()))));
        assertThat(live(world)).as("relationships that no post needed").isLessThan(live);
        assertThat(seen(world)).isEqualTo(before);

        time.advance(Duration.ofDays(91));
        Set<String> disagreements = new TreeSet<>();
        long open = 0;
        for (UUID account : world.accounts) {
            open += compare(world, account, disagreements);
        }
        time.set(TestTime.START);
        assertThat(disagreements).isEmpty();
        assertThat(open).isLessThan(before.values().stream().mapToInt(Set::size).sum());
    }

    private Map<UUID, Set<UUID>> seen(SeededWorld world) {
        Map<UUID, Set<UUID>> seen = new HashMap<>();
        for (UUID account : world.accounts) {
            new Actor(account, Actor.Kind.PERSON, "somebody", null)
                    .run(() -> transactions.executeWithoutResult(status -> seen.put(account, visible(world, VISIBLE))));
        }
        return seen;
    }

    private long live(SeededWorld world) {
        return TestRecords.CHECK.call(() -> transactions.execute(status -> sql.sql(LIVE)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "records",
                        "{"
                                + String.join(
                                        ",",
                                        world.records.stream()
                                                .map(UUID::toString)
                                                .toList()) + "}")
                .query(Long.class)
                .single()));
    }

    private long compare(SeededWorld world, UUID account, Set<String> disagreements) {
        AccessAgreement.Result result = agreement.compare(account, world.records);
        assertThat(result.pairs()).isEqualTo(world.records.size());
        disagreements.addAll(result.differences());
        new Actor(account, Actor.Kind.PERSON, "somebody", null)
                .run(() -> transactions.executeWithoutResult(status -> {
                    Set<UUID> leaked = visible(world, ABOUT);
                    leaked.removeAll(visible(world, VISIBLE));
                    leaked.forEach(record -> disagreements.add(
                            "account %s sees whom hidden record %s is about".formatted(account, record)));
                }));
        return result.open();
    }

    private Set<UUID> visible(SeededWorld world, String statement) {
        List<UUID> all = sql.sql(statement).query(UUID.class).list();
        Set<UUID> ours = new HashSet<>(all);
        ours.retainAll(new HashSet<>(world.records));
        return ours;
    }
}
