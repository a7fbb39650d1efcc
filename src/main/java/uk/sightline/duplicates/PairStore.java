package uk.sightline.duplicates;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.people.Candidate.Strength;
import uk.sightline.people.Comparing.Alike;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Writes pairs as they are weighed. What people said of them is not touched here: no statement names it. */
@Repository
class PairStore {

    private static final int LONGEST = 1000;

    /** In one order, so that two at once do not wait for each other in a ring. */
    private static final String KEEP = """
            insert into duplicates.pair
              (id, one_id, other_id, bits, chance, strength, reasons, levels, weighed_at, created_by, created_at)
            select w.id, w.one, w.other, w.bits, w.chance, w.strength, w.reasons, w.levels, :at, :by, :at
            from unnest(:ids::uuid[], :ones::uuid[], :others::uuid[], :bits::float8[], :chances::float8[],
                        :strengths::text[], :reasons::text[], :levels::text[])
                 as w (id, one, other, bits, chance, strength, reasons, levels)
            order by w.one, w.other
            on conflict (one_id, other_id) do update
            set bits = excluded.bits, chance = excluded.chance, strength = excluded.strength, reasons = excluded.reasons,
                levels = excluded.levels,
                weighed_at = excluded.weighed_at, stands = true
            """;

    private static final String OF_THESE = """
            select p.id, p.one_id, p.other_id, p.version > 0 as decided from duplicates.pair p where p.one_id = any (:people::uuid[])
            union
            select p.id, p.one_id, p.other_id, p.version > 0 from duplicates.pair p where p.other_id = any (:people::uuid[])
            """;

    private static final String DROP =
            "delete from duplicates.pair p where p.id = any (:ids::uuid[]) and p.version = 0";

    private static final String SET_ASIDE = """
            update duplicates.pair p set stands = false where p.id = any (:ids::uuid[]) and p.stands and p.version > 0
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    PairStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** Two people, the one with the smaller id first, as PostgreSQL orders ids. */
    record Two(UUID one, UUID other) {

        static Two of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Two(one, other) : new Two(other, one);
        }
    }

    /** Two people who were weighed. */
    record Weighed(Two two, double bits, double chance, Strength strength, String reasons, String levels) {

        static Weighed of(UUID person, Alike alike) {
            String reasons = String.join(", ", alike.reasons());
            return new Weighed(
                    Two.of(person, alike.person()),
                    alike.bits(),
                    alike.chance(),
                    alike.strength(),
                    reasons.substring(0, Math.min(LONGEST, reasons.length())),
                    alike.levels());
        }
    }

    /** A pair that was found before. */
    record Known(UUID id, UUID oneId, UUID otherId, boolean decided) {
        Two two() {
            return new Two(oneId, otherId);
        }
    }

    void keep(Collection<Weighed> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        sql.sql(KEEP)
                .param("ids", pairs.stream().map(pair -> Ids.next()).toArray(UUID[]::new))
                .param("ones", uuids(pairs, Two::one))
                .param("others", uuids(pairs, Two::other))
                .param("bits", pairs.stream().map(Weighed::bits).toArray(Double[]::new))
                .param("chances", pairs.stream().map(Weighed::chance).toArray(Double[]::new))
                .param("strengths", texts(pairs, pair -> code(pair.strength())))
                .param("reasons", texts(pairs, Weighed::reasons))
                .param("levels", texts(pairs, Weighed::levels))
                .param("by", Actor.current().id())
                .param("at", now())
                .update();
    }

    List<Known> ofThese(Collection<UUID> people) {
        return sql.sql(OF_THESE)
                .param("people", people.toArray(UUID[]::new))
                .query(Known.class)
                .list();
    }

    /** Takes pairs away that nobody has said anything of; the others are set aside with what was said. */
    void drop(Collection<UUID> pairs) {
        if (!pairs.isEmpty()) {
            UUID[] ids = pairs.toArray(UUID[]::new);
            sql.sql(DROP).param("ids", ids).update();
            sql.sql(SET_ASIDE).param("ids", ids).update();
        }
    }

    static String code(Strength strength) {
        return strength.name().toLowerCase(Locale.ROOT);
    }

    private static UUID[] uuids(Collection<Weighed> pairs, Function<Two, UUID> part) {
        return pairs.stream().map(pair -> part.apply(pair.two())).toArray(UUID[]::new);
    }

    private static String[] texts(Collection<Weighed> pairs, Function<Weighed, String> part) {
        return pairs.stream().map(part).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
