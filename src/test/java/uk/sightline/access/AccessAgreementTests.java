package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    private static final String LIVE = """
            select count(*) from access.relationship r
            where r.subject_id = any (:records::uuid[]) and (r.until_at is null or r.until_at > :now)
            """;

    private static final String GROUNDS = """
            select r.id, access.grounds(:account, r.id)::text as weighed from unnest(:records::uuid[]) r (id)
            """;

    private final Map<UUID, RecordFacts> facts = new HashMap<>();

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
        Actor.job(SignIns.JOB, "sign-in")
                .run(() -> transactions.executeWithoutResult(status -> world.records.forEach(
                        record -> facts.put(record, grounds.facts(record).orElseThrow()))));
        Set<String> disagreements = new TreeSet<>();
        int open = 0;
        for (UUID account : world.accounts) {
            open += compare(world, account, disagreements);
        }
        assertThat(disagreements).isEmpty();
        assertThat(open)
                .as(
                        "of %d pairs, enough open and enough hidden to mean something",
                        world.accounts.size() * world.records.size())
                .isBetween(1_000, world.accounts.size() * world.records.size() - 1_000);
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

    /** Today everybody sees what they saw; after the tail, what their posts reach and what other work opens. */
    @Test
    void workThatIsDoneTakesNothingFromAnybodyBeforeTheTailIsOver() {
        time.set(TestTime.START);
        SeededWorld world = SeededWorld.make(sql, records, transactions);
        Actor.job(SignIns.JOB, "sign-in")
                .run(() -> transactions.executeWithoutResult(status -> world.records.forEach(
                        record -> facts.put(record, grounds.facts(record).orElseThrow()))));
        Map<UUID, Set<UUID>> before = seen(world);
        long live = live(world);
        TestRecords.CHECK.run(() -> transactions.executeWithoutResult(status -> world.records.forEach(
                record -> records.workDone(record, Set.of("owner", "allocated", "referrer"), Set.of()))));
        assertThat(live(world)).as("relationships that no post needed").isLessThan(live);
        assertThat(seen(world)).isEqualTo(before);

        time.advance(Duration.ofDays(91));
        Set<String> disagreements = new TreeSet<>();
        int open = 0;
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

    private int compare(SeededWorld world, UUID account, Set<String> disagreements) {
        Actor actor = new Actor(account, Actor.Kind.PERSON, "somebody", null);
        return actor.call(() -> transactions.execute(status -> {
            Set<UUID> byRows = visible(world, VISIBLE);
            Set<UUID> byDecision = new LinkedHashSet<>();
            Map<UUID, Grounds> weighed = weighed(world, account);
            for (UUID record : world.records) {
                Decision decision = AccessPolicy.decide(
                        Objects.requireNonNull(weighed.get(record)),
                        Action.VIEW,
                        Objects.requireNonNull(facts.get(record)),
                        time.instant());
                if (decision.allowed()) {
                    byDecision.add(record);
                }
                if (decision.allowed() != byRows.contains(record)) {
                    disagreements.add("account %s, record %s: decide() says %s, row security %s"
                            .formatted(account, record, decision, byRows.contains(record) ? "shows it" : "hides it"));
                }
            }
            Set<UUID> leaked = visible(world, ABOUT);
            leaked.removeAll(byDecision);
            leaked.forEach(record ->
                    disagreements.add("account %s sees whom hidden record %s is about".formatted(account, record)));
            return byDecision.size();
        }));
    }

    /** As one statement for all records: {@code Access.decide} asks for them one by one. */
    private Map<UUID, Grounds> weighed(SeededWorld world, UUID account) {
        Map<UUID, Grounds> weighed = new HashMap<>();
        sql.sql(GROUNDS)
                .param("account", account)
                .param(
                        "records",
                        "{"
                                + String.join(
                                        ",",
                                        world.records.stream()
                                                .map(UUID::toString)
                                                .toList()) + "}")
                .query((row, n) ->
                        weighed.put(row.getObject("id", UUID.class), grounds.read(row.getString("weighed"), account)))
                .list();
        return weighed;
    }

    private Set<UUID> visible(SeededWorld world, String statement) {
        List<UUID> all = sql.sql(statement).query(UUID.class).list();
        Set<UUID> ours = new HashSet<>(all);
        ours.retainAll(new HashSet<>(world.records));
        return ours;
    }
}
