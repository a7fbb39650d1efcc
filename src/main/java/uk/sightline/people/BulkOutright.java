package uk.sightline.people;

import static uk.sightline.people.BulkChanges.SAID;
import static uk.sightline.people.BulkChanges.texts;
import static uk.sightline.people.BulkChanges.uuids;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.BulkChanges.Done;
import uk.sightline.people.BulkChanges.Outright;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * Birth date and sex, which a source says outright: changed only where nobody knew or where it stands as the source left
 * it, with the change kept beside it.
 */
@Repository
class BulkOutright {

    static final String BIRTH = "birth";
    static final String SEX = "sex";

    private static final String BIRTHS = """
            select p.id, concat_ws(chr(31), p.born_precision, coalesce(p.born_from::text, ''), coalesce(p.born_to::text, ''),
              coalesce(p.born_text, '')) as standing
            from people.person p where p.id = any (:ids::uuid[])
            """;

    private static final String SEXES =
            "select p.id, coalesce(p.sex, '') as standing from people.person p where p.id = any (:ids::uuid[])";

    private static final String SET_BIRTHS = """
            update people.person p
            set born_precision = w.precision, born_from = w.born_from, born_to = w.born_to, born_text = w.born_text,
                version = version + 1
            from unnest(:ids::uuid[], :precisions::text[], :from::date[], :to::date[], :texts::text[], :before::text[])
              as w (id, precision, born_from, born_to, born_text, before)
            where p.id = w.id and (p.born_precision = 'unknown' or p.born_text = w.before)
            returning p.id
            """;

    private static final String SET_SEXES = """
            update people.person p set sex = w.sex, version = version + 1
            from unnest(:ids::uuid[], :texts::text[], :before::text[]) as w (id, sex, before)
            where p.id = w.id and coalesce(p.sex, '') <> w.sex and (p.sex is null or p.sex = w.before)
            returning p.id
            """;

    private static final String RESTORE_BIRTHS = """
            update people.person p
            set born_precision = split_part(w.was, chr(31), 1), born_from = nullif(split_part(w.was, chr(31), 2), '')::date,
                born_to = nullif(split_part(w.was, chr(31), 3), '')::date,
                born_text = nullif(split_part(w.was, chr(31), 4), ''), version = version + 1
            from unnest(:ids::uuid[], :was::text[], :became::text[], :facts::uuid[]) as w (id, was, became, fact)
            where p.id = w.id
              and concat_ws(chr(31), p.born_precision, coalesce(p.born_from::text, ''), coalesce(p.born_to::text, ''),
                    coalesce(p.born_text, '')) = w.became
            returning w.fact
            """;

    private static final String RESTORE_SEXES = """
            update people.person p set sex = nullif(w.was, ''), version = version + 1
            from unnest(:ids::uuid[], :was::text[], :became::text[], :facts::uuid[]) as w (id, was, became, fact)
            where p.id = w.id and coalesce(p.sex, '') = w.became
            returning w.fact
            """;

    private static final String LOG = """
            insert into people.change (id, person_id, what, was, became, why, created_by, created_at)
            select w.id, w.person, w.what, w.was, w.became, :why, :by, :at
            from unnest(:ids::uuid[], :people::uuid[], :what::text[], :was::text[], :became::text[])
              as w (id, person, what, was, became)
            """;

    private static final String UNLOG = "delete from people.change where id = any (:ids::uuid[])";

    private final JdbcClient sql;
    private final InstantSource time;

    BulkOutright(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** The last that is said of one and the same thing stands. */
    List<Done> overwrite(String why, List<Outright> outrights) {
        List<Done> done = new ArrayList<>(overwrite(BIRTH, once(outrights, each -> each.born() != null)));
        done.addAll(overwrite(SEX, once(outrights, each -> each.born() == null)));
        if (!done.isEmpty()) {
            log(why, done);
        }
        return done;
    }

    private static Collection<Outright> once(List<Outright> outrights, Function<Outright, Boolean> which) {
        Map<UUID, Outright> once = new HashMap<>();
        outrights.stream().filter(which::apply).forEach(each -> once.put(each.person(), each));
        return once.values();
    }

    private List<Done> overwrite(String part, Collection<Outright> outrights) {
        if (outrights.isEmpty()) {
            return List.of();
        }
        UUID[] ids = uuids(outrights, Outright::person);
        Map<UUID, String> was = standing(part, ids);
        Set<UUID> changed = new HashSet<>(set(part, outrights, ids));
        Map<UUID, String> became = standing(part, changed.toArray(UUID[]::new));
        return outrights.stream()
                .filter(each -> changed.contains(each.person()))
                .map(each -> new Done(
                        each.no(),
                        each.person(),
                        SAID,
                        part,
                        Ids.next(),
                        was.get(each.person()),
                        became.get(each.person())))
                .toList();
    }

    private List<UUID> set(String part, Collection<Outright> outrights, UUID[] ids) {
        var update = sql.sql(part.equals(BIRTH) ? SET_BIRTHS : SET_SEXES)
                .param("ids", ids)
                .param("texts", texts(outrights, Outright::text))
                .param("before", texts(outrights, Outright::before));
        if (part.equals(BIRTH)) {
            update = update.param("precisions", texts(outrights, each -> Births.precision(born(each))))
                    .param("from", texts(outrights, each -> text(Births.from(born(each)))))
                    .param("to", texts(outrights, each -> text(Births.to(born(each)))));
        }
        return update.query(UUID.class).list();
    }

    /** As it stands, in the form in which it is restored. */
    private Map<UUID, String> standing(String part, UUID[] ids) {
        Map<UUID, String> standing = new HashMap<>();
        sql.sql(part.equals(BIRTH) ? BIRTHS : SEXES).param("ids", ids).query(row -> {
            standing.put(row.getObject("id", UUID.class), row.getString("standing"));
        });
        return standing;
    }

    private void log(String why, List<Done> done) {
        sql.sql(LOG)
                .param("ids", uuids(done, Done::fact))
                .param("people", uuids(done, Done::person))
                .param("what", texts(done, Done::part))
                .param("was", texts(done, each -> inWords(each.was())))
                .param("became", texts(done, each -> inWords(each.became())))
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts back what still stands as it became, and gives back which. */
    Set<UUID> restore(List<Done> said) {
        Set<UUID> restored = new HashSet<>();
        for (String part : List.of(BIRTH, SEX)) {
            List<Done> ofPart =
                    said.stream().filter(each -> each.part().equals(part)).toList();
            if (!ofPart.isEmpty()) {
                restored.addAll(sql.sql(part.equals(BIRTH) ? RESTORE_BIRTHS : RESTORE_SEXES)
                        .param("ids", uuids(ofPart, Done::person))
                        .param("was", texts(ofPart, Done::was))
                        .param("became", texts(ofPart, Done::became))
                        .param("facts", uuids(ofPart, Done::fact))
                        .query(UUID.class)
                        .list());
            }
        }
        sql.sql(UNLOG).param("ids", restored.toArray(UUID[]::new)).update();
        return restored;
    }

    private static BirthDate born(Outright outright) {
        return Objects.requireNonNull(outright.born());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String inWords(@Nullable String standing) {
        return standing == null || standing.isEmpty() ? null : standing.substring(standing.lastIndexOf('\u001F') + 1);
    }
}
