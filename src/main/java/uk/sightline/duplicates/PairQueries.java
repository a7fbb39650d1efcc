package uk.sightline.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Counted;

/**
 * Reads pairs as the actor may see them. A page goes on after a pair, which its address names; none of it is about anybody.
 * What waits is counted up to a thousand: the work does not grow with the district.
 */
@Repository
@Transactional
class PairQueries {

    static final int PAGE = 30;
    private static final int MOST_OTHERS = 16;

    /** What of each statement differs for somebody whose posts reach no part of the district. */
    private static final String PLACE = "/* among mine */";

    /** What they may see is what they are related to, a few: theirs are looked for among those, and not among all. */
    private static final String AMONG_MINE = "and p.one_id = any ((select access.my_records('identity'))::uuid[])";

    private static final String REACHES_MANY = """
            select 'identity' = any (access.my_kinds('everything') || access.my_kinds('district')
                                     || access.my_kinds('district:children') || access.my_kinds('district:adults'))
            """;

    private static final String OPEN = """
            select p.id, p.one_id, p.other_id, p.bits, p.chance, p.strength, p.reasons, p.verdict, p.verdict_at,
                   p.verdict_bits, p.stands, p.open, p.version
            from duplicates.pair p
            where p.open /* among mine */
              and (p.bits, p.id) < (
                coalesce((select a.bits from duplicates.pair a where a.id = :after::uuid), 'infinity'::float8),
                coalesce(:after::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
            order by p.bits desc, p.id desc limit :limit
            """;

    private static final String OPEN_BEFORE = """
            select p.id
            from duplicates.pair p
            where p.open /* among mine */
              and (p.bits, p.id) > (
                coalesce((select a.bits from duplicates.pair a where a.id = :before::uuid), 'infinity'::float8), :before::uuid)
            order by p.bits, p.id limit 1
            """;

    private static final String UNSURE = """
            select p.id, p.one_id, p.other_id, p.bits, p.chance, p.strength, p.reasons, p.verdict, p.verdict_at,
                   p.verdict_bits, p.stands, p.open, p.version
            from duplicates.pair p
            where p.verdict = 'unsure' and p.stands /* among mine */
              and (p.bits, p.id) < (
                coalesce((select a.bits from duplicates.pair a where a.id = :after::uuid), 'infinity'::float8),
                coalesce(:after::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
            order by p.bits desc, p.id desc limit :limit
            """;

    private static final String UNSURE_BEFORE = """
            select p.id
            from duplicates.pair p
            where p.verdict = 'unsure' and p.stands /* among mine */
              and (p.bits, p.id) > (
                coalesce((select a.bits from duplicates.pair a where a.id = :before::uuid), 'infinity'::float8), :before::uuid)
            order by p.bits, p.id limit 1
            """;

    private static final String DECIDED = """
            select p.id, p.one_id, p.other_id, p.bits, p.chance, p.strength, p.reasons, p.verdict, p.verdict_at,
                   p.verdict_bits, p.stands, p.open, p.version
            from duplicates.pair p
            where p.verdict <> 'unsure' and p.stands /* among mine */
              and (p.verdict_at, p.id) < (
                coalesce((select a.verdict_at from duplicates.pair a where a.id = :after::uuid), 'infinity'::timestamptz),
                coalesce(:after::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
            order by p.verdict_at desc, p.id desc limit :limit
            """;

    private static final Map<Listing, String> LISTS =
            Map.of(Listing.OPEN, OPEN, Listing.UNSURE, UNSURE, Listing.DECIDED, DECIDED);

    private static final String COUNTS = """
            select (select count(*) from (select from duplicates.pair p where p.open /* among mine */ limit :most) few) as open,
                   (select count(*) from (select from duplicates.pair p where p.verdict = 'unsure' and p.stands /* among mine */ limit :most) few) as unsure,
                   (select count(*) from (select from duplicates.pair p where p.verdict <> 'unsure' and p.stands /* among mine */ limit :most) few) as decided
            """;

    private static final String PAIR = """
            select p.id, p.one_id, p.other_id, p.bits, p.chance, p.strength, p.reasons, p.verdict, p.verdict_at,
                   p.verdict_bits, p.stands, p.open, p.version
            from duplicates.pair p where p.id = :id
            """;

    private static final String OTHERS = """
            select p.id, p.one_id, p.other_id, p.bits, p.chance, p.strength, p.reasons, p.verdict, p.verdict_at,
                   p.verdict_bits, p.stands, p.open, p.version
            from duplicates.pair p
            where p.id in (
                select a.id from duplicates.pair a where a.one_id in (:one, :other)
                union all
                select b.id from duplicates.pair b where b.other_id in (:one, :other))
              and p.id <> :id and p.stands and p.strength <> 'weak'
            order by p.bits desc, p.id limit :limit
            """;

    private static final String VERDICTS = """
            select v.no, v.verdict, v.why, v.bits, v.strength, v.created_by, v.created_at
            from duplicates.verdict v where v.pair_id = :pair order by v.no desc
            """;

    private final JdbcClient sql;

    PairQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A pair as it stands.
     *
     * @param stands whether both records stand for somebody
     * @param open whether a person has yet to say something, or to say it again
     * @param version how often somebody has said something
     */
    record Pair(
            UUID id,
            UUID oneId,
            UUID otherId,
            double bits,
            double chance,
            String strength,
            String reasons,
            @Nullable String verdict,
            @Nullable Instant verdictAt,
            @Nullable Double verdictBits,
            boolean stands,
            boolean open,
            int version) {}

    /** What somebody said once. */
    record Said(int no, String verdict, String why, double bits, String strength, UUID createdBy, Instant createdAt) {}

    /** How many pairs of each list the actor may see; see {@link Counted}. */
    record Counts(int open, int unsure, int decided) {

        String of(Listing listing) {
            int count = switch (listing) {
                case OPEN -> open;
                case UNSURE -> unsure;
                case DECIDED -> decided;
            };
            return Counted.upToLimit(count).words();
        }
    }

    /** @param after the last pair of the page before; null to begin */
    List<Pair> list(Listing listing, @Nullable UUID after, int most) {
        return among(String.valueOf(LISTS.get(listing)))
                .param("after", after)
                .param("limit", most)
                .query(Pair.class)
                .list();
    }

    private JdbcClient.StatementSpec among(String statement) {
        boolean many = sql.sql(REACHES_MANY).query(Boolean.class).single();
        return sql.sql(many ? statement : statement.replace(PLACE, AMONG_MINE));
    }

    Counts counts() {
        return among(COUNTS).param("most", Counted.LIMIT).query(Counts.class).single();
    }

    Optional<Pair> pair(UUID id) {
        return sql.sql(PAIR).param("id", id).query(Pair.class).optional();
    }

    /** The one that is looked at after this one, by weight; after the last of them there is none. */
    Optional<UUID> after(Listing listing, UUID pair) {
        return list(listing == Listing.DECIDED ? Listing.OPEN : listing, pair, 1).stream()
                .map(Pair::id)
                .findFirst();
    }

    Optional<UUID> before(Listing listing, UUID pair) {
        return among(listing == Listing.UNSURE ? UNSURE_BEFORE : OPEN_BEFORE)
                .param("before", pair)
                .query(UUID.class)
                .optional();
    }

    /** Other pairs that one of these two people is in. */
    List<Pair> others(Pair pair) {
        return sql.sql(OTHERS)
                .param("one", pair.oneId())
                .param("other", pair.otherId())
                .param("id", pair.id())
                .param("limit", MOST_OTHERS)
                .query(Pair.class)
                .list();
    }

    /** All that was said of a pair, the latest first. */
    List<Said> verdicts(UUID pair) {
        return sql.sql(VERDICTS).param("pair", pair).query(Said.class).list();
    }
}
