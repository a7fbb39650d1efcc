package uk.sightline.duplicates;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.duplicates.Drift.Band;
import uk.sightline.people.ModelLearning.Found;
import uk.sightline.people.ModelLearning.From;
import uk.sightline.people.ModelLearning.Judged;
import uk.sightline.people.ModelLearning.Two;
import uk.sightline.platform.London;

/**
 * What a model is learnt from, as the job may see it: nobody restricted or sealed. Each pair counts once, with what was said of
 * it last; "unsure" says nothing.
 */
@Repository
class JudgedPairs {

    private static final int MOST_FOUND = 20_000;
    private static final int MOST_LISTED = 1_000;
    private static final int RECENT_MONTHS = 3;

    /** Judged before levels were kept, a pair counts as it was last weighed. */
    private static final String JUDGED = """
            select coalesce(v.levels, p.levels) as levels, v.verdict = 'same' as same, count(*)::int as pairs
            from duplicates.pair p join duplicates.verdict v on v.pair_id = p.id and v.no = p.version
            where p.verdict <> 'unsure' and coalesce(v.levels, p.levels) is not null
            group by 1, 2
            """;

    private static final String FOUND = """
            select p.levels, p.bits
            from duplicates.pair p
            where p.version = 0 and p.stands and p.strength <> 'weak' and p.levels is not null
            order by p.id limit :most
            """;

    /** Ids are random: the first are drawn by chance. */
    private static final String LISTED = """
            select p.one_id as one, p.other_id as other
            from duplicates.pair p where p.open order by p.id limit :most
            """;

    private static final String COUNT_AGAIN = "delete from duplicates.drift";

    private static final String COUNT = """
            insert into duplicates.drift (period, band, judged, same, said, created_at)
            select case when v.created_at >= :recent then 'recent' else 'before' end,
                   case when v.chance > 0.99 then 3 when v.chance >= 0.9 then 2 when v.chance >= 0.75 then 1 else 0 end,
                   count(*), count(*) filter (where v.verdict = 'same'), sum(v.chance), :at
            from duplicates.pair p join duplicates.verdict v on v.pair_id = p.id and v.no = p.version
            where p.verdict <> 'unsure' and v.chance >= 0.5
            group by 1, 2
            """;

    private static final String COUNTED =
            "select d.period, d.band, d.judged, d.same, d.said from duplicates.drift d order by d.period desc, d.band";

    private static final String COUNTED_AT = "select max(d.created_at) as at from duplicates.drift d";

    private final JdbcClient sql;
    private final InstantSource time;

    JudgedPairs(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    From from() {
        return new From(
                sql.sql(JUDGED).query(Judged.class).list(),
                sql.sql(FOUND).param("most", MOST_FOUND).query(Found.class).list(),
                sql.sql(LISTED).param("most", MOST_LISTED).query(Two.class).list());
    }

    /** Counts what was said beside what the model had said. */
    void countDrift() {
        Instant now = time.instant();
        sql.sql(COUNT_AGAIN).update();
        sql.sql(COUNT)
                .param(
                        "recent",
                        London.date(now)
                                .minusMonths(RECENT_MONTHS)
                                .atStartOfDay(London.ZONE)
                                .toOffsetDateTime())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Counted(String period, int band, int judged, int same, double said) {}

    /** As it was last counted. */
    Drift drift() {
        List<Band> recent = new ArrayList<>();
        List<Band> before = new ArrayList<>();
        for (int band = 0; band < Drift.BANDS.size(); band++) {
            recent.add(Band.empty(band));
            before.add(Band.empty(band));
        }
        for (Counted each : sql.sql(COUNTED).query(Counted.class).list()) {
            List<Band> period = each.period().equals("recent") ? recent : before;
            period.set(each.band(), new Band(each.band(), each.judged(), each.same(), each.said()));
        }
        return new Drift(recent, before);
    }

    /** When that was; empty when nothing was judged. */
    Optional<Instant> countedAt() {
        return sql.sql(COUNTED_AT)
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
