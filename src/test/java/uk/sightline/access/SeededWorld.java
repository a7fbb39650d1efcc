package uk.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.TestTime;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;

/** A small partnership in which everything the policy weighs happens often, and on the very edge of its time. */
final class SeededWorld {

    static final int RECORDS = 420;

    private static final Actor PACK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000001"), "pack");
    private static final OffsetDateTime NOW = TestTime.START.atOffset(ZoneOffset.UTC);
    private static final LocalDate TODAY = London.date(TestTime.START);
    private static final String ARRAY_NOTHING = "{}";

    private static final String POSTS = "select key from access.post order by key";
    private static final String TEAMS = "select id from access.team order by key limit 30";

    private static final String ACCOUNT = """
            insert into access.account (id, kind, name, email, agency, state, ended_at, created_by, created_at)
            values (:id, 'person', :name, :id || '@world.example', 'csc', :state, :ended::timestamptz, :by, :now)
            """;

    private static final String HOLDING = """
            insert into access.holding (id, account_id, post, team_id, from_at, until_at, created_by, created_at)
            values (gen_random_uuid(), :account, :post, :team::uuid, :from, :until::timestamptz, :by, :now)
            """;

    private static final String RELATIONSHIP = """
            insert into access.relationship
              (id, holder, subject_id, via, kinds, from_at, until_at, reason, granted_by, created_at)
            values (gen_random_uuid(), :holder, :subject, :via, :kinds::text[], :from, :until::timestamptz, 'Because.', :by, :now)
            """;

    private static final String EXCLUSION = """
            insert into access.exclusion (id, account_id, person_id, from_at, until_at, reason, created_by, created_at)
            values (gen_random_uuid(), :account, :person, :from, :until::timestamptz, 'Neighbours.', :by, :now)
            """;

    private static final String SEAL = """
            insert into access.seal (person_id, level, reason, ask, created_by, created_at)
            values (:person, :level, 'Reason', 'Somebody', :by, :now)
            """;

    private static final String MEMBER = """
            insert into access.seal_member (person_id, account_id, from_at, until_at, created_by, created_at)
            values (:person, :account, :from, :until::timestamptz, :by, :now)
            """;

    final List<UUID> accounts = new ArrayList<>();
    final List<UUID> records = new ArrayList<>();

    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> sealed = new ArrayList<>();
    private final Random dice = new Random(20261110);
    private final JdbcClient sql;
    private final Records store;
    private List<UUID> teams = List.of();

    private SeededWorld(JdbcClient sql, Records store) {
        this.sql = sql;
        this.store = store;
    }

    static SeededWorld make(JdbcClient sql, Records store, TransactionTemplate transactions) {
        SeededWorld world = new SeededWorld(sql, store);
        PACK.run(() -> transactions.executeWithoutResult(status -> world.fill()));
        return world;
    }

    private void fill() {
        teams = sql.sql(TEAMS).query(UUID.class).list();
        List<String> posts = sql.sql(POSTS).query(String.class).list();
        for (int round = 0; round < 2; round++) {
            posts.forEach(this::account);
        }
        for (int each = 0; each < RECORDS; each++) {
            record(each);
        }
        repeat(60, this::seal);
        repeat(2_500, this::relationship);
        repeat(300, this::exclusion);
        repeat(120, this::member);
        people.forEach(person -> sql.sql("select access.follow_seal(:person)")
                .param("person", person)
                .query((row, n) -> 1)
                .single());
    }

    private void account(String post) {
        UUID id = UUID.randomUUID();
        int luck = dice.nextInt(10);
        String state = luck == 0 ? "ended" : luck == 1 ? "invited" : "active";
        sql.sql(ACCOUNT)
                .param("id", id)
                .param("name", post)
                .param("state", state)
                .param("ended", state.equals("ended") ? NOW.toString() : null)
                .param("by", PACK.id())
                .param("now", NOW)
                .update();
        accounts.add(id);
        hold(id, post, dice.nextInt(5) == 0 ? span() : new Span(TestTime.START, null));
        if (dice.nextInt(4) == 0) {
            hold(id, "statutory-social-worker", span());
        }
    }

    private void hold(UUID account, String post, Span span) {
        sql.sql(HOLDING)
                .param("account", account)
                .param("post", post)
                .param("team", dice.nextInt(5) == 0 ? null : one(teams))
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("until", text(span.until()))
                .param("by", PACK.id())
                .param("now", NOW)
                .update();
    }

    private void record(int number) {
        UUID id = UUID.randomUUID();
        boolean person = number < RECORDS / 2;
        LocalDate birthday = birthday();
        Set<UUID> about = person ? Set.of(id) : Set.copyOf(some(people));
        store.keep(new RecordFacts(
                id, person ? "identity" : "referral", birthday, dice.nextInt(6) == 0 ? null : birthday, about));
        records.add(id);
        if (person) {
            people.add(id);
        }
    }

    /** The day they come of age: long past, today, in half a year to the day, far off, or unknown. */
    private @Nullable LocalDate birthday() {
        return switch (dice.nextInt(9)) {
            case 0 -> null;
            case 1 -> TODAY;
            case 2 -> TODAY.plusDays(1);
            case 3 -> TODAY.plusMonths(6);
            case 4 -> TODAY.plusMonths(6).plusDays(1);
            case 5, 6 -> TODAY.plusYears(4);
            default -> TODAY.minusYears(9);
        };
    }

    private void relationship() {
        Span span = span();
        sql.sql(RELATIONSHIP)
                .param("holder", holder())
                .param("subject", one(dice.nextBoolean() ? records : people))
                .param("via", one(List.of("referrer", "owner", "grant", "break-glass", "allocated")))
                .param("kinds", kinds())
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("until", text(span.until()))
                .param("by", PACK.id())
                .param("now", NOW)
                .update();
    }

    private UUID holder() {
        return switch (dice.nextInt(16)) {
            case 0 -> Records.COHORT;
            case 1, 2, 3, 4 -> one(teams);
            default -> one(accounts);
        };
    }

    private @Nullable String kinds() {
        return switch (dice.nextInt(5)) {
            case 0 -> "{identity}";
            case 1 -> "{referral}";
            case 2 -> "{identity,referral}";
            case 3 -> ARRAY_NOTHING;
            default -> null;
        };
    }

    private void exclusion() {
        Span span = span();
        sql.sql(EXCLUSION)
                .param("account", one(accounts))
                .param("person", one(dice.nextInt(5) == 0 ? records : people))
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("until", text(span.until()))
                .param("by", PACK.id())
                .param("now", NOW)
                .update();
    }

    private void seal() {
        UUID person = one(people);
        if (!sealed.contains(person)) {
            sealed.add(person);
            sql.sql(SEAL)
                    .param("person", person)
                    .param("level", dice.nextBoolean() ? "sealed" : "restricted")
                    .param("by", PACK.id())
                    .param("now", NOW)
                    .update();
        }
    }

    private void member() {
        Span span = span();
        sql.sql(MEMBER + " on conflict do nothing")
                .param("person", one(sealed))
                .param("account", one(accounts))
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("until", text(span.until()))
                .param("by", PACK.id())
                .param("now", NOW)
                .update();
    }

    /** Live, over, still to come, beginning this instant, or ending this instant. */
    private Span span() {
        Instant now = TestTime.START;
        return switch (dice.nextInt(8)) {
            case 0 -> new Span(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
            case 1 -> new Span(now.plus(Duration.ofDays(1)), null);
            case 2 -> new Span(now, now.plus(Duration.ofHours(4)));
            case 3 -> new Span(now.minus(Duration.ofHours(4)), now);
            case 4 -> new Span(now.minus(Duration.ofHours(4)), now.plusMillis(1));
            case 5 -> new Span(now.plusMillis(1), now.plus(Duration.ofDays(3)));
            default -> new Span(now.minus(Duration.ofDays(30)), null);
        };
    }

    private List<UUID> some(List<UUID> all) {
        List<UUID> some = new ArrayList<>();
        repeat(dice.nextInt(4), () -> some.add(one(all)));
        return some.stream().distinct().toList();
    }

    private <T> T one(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }

    private static void repeat(int times, Runnable step) {
        for (int each = 0; each < times; each++) {
            step.run();
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private record Span(Instant from, @Nullable Instant until) {}
}
