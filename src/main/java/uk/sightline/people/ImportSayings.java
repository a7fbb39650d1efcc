package uk.sightline.people;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.platform.Actor;

/**
 * What a file says of a person outright, birth date and sex: changed only where it stands as the file left it or nobody
 * knew, with the change kept beside it.
 */
@Repository
class ImportSayings {

    private static final String BIRTH = """
            select concat_ws(chr(31), p.born_precision, coalesce(p.born_from::text, ''), coalesce(p.born_to::text, ''),
              coalesce(p.born_text, ''))
            from people.person p where p.id = :id
            """;

    private static final String SEX = "select coalesce(p.sex, '') from people.person p where p.id = :id";

    private static final String SET_BIRTH = """
            update people.person
            set born_precision = :precision, born_from = :from, born_to = :to, born_text = :text, version = version + 1
            where id = :id and (born_precision = 'unknown' or born_text = :before::text)
            """;

    private static final String SET_SEX = """
            update people.person set sex = :sex, version = version + 1
            where id = :id and (sex is null or sex = :before::text)
            """;

    private static final String RESTORE_BIRTH = """
            update people.person
            set born_precision = split_part(:was, chr(31), 1), born_from = nullif(split_part(:was, chr(31), 2), '')::date,
                born_to = nullif(split_part(:was, chr(31), 3), '')::date,
                born_text = nullif(split_part(:was, chr(31), 4), ''), version = version + 1
            where id = :id
              and concat_ws(chr(31), born_precision, coalesce(born_from::text, ''), coalesce(born_to::text, ''),
                    coalesce(born_text, '')) = :became
            """;

    private static final String RESTORE_SEX = """
            update people.person set sex = nullif(:was, ''), version = version + 1
            where id = :id and coalesce(sex, '') = :became
            """;

    private static final String LOG = """
            insert into people.change (id, person_id, what, was, became, why, created_by, created_at)
            values (:id, :person, :what, :was, :became, :why, :by, :at)
            """;

    private static final String UNLOG = "delete from people.change where id = :id";

    private final JdbcClient sql;
    private final InstantSource time;

    ImportSayings(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** @param before how the source wrote it last time */
    boolean setBirth(UUID person, ImportContent content, @Nullable String before) {
        return sql.sql(SET_BIRTH)
                        .param("id", person)
                        .param("precision", Births.precision(content.born()))
                        .param("from", Births.from(content.born()))
                        .param("to", Births.to(content.born()))
                        .param("text", content.birthText())
                        .param("before", before)
                        .update()
                == 1;
    }

    boolean setSex(UUID person, String sex, @Nullable String before) {
        return sql.sql(SET_SEX)
                        .param("id", person)
                        .param("sex", sex)
                        .param("before", before)
                        .update()
                == 1;
    }

    /** As it stands, in the form in which it is restored. */
    String standing(String part, UUID person) {
        Optional<String> found = sql.sql(part.equals(ImportContent.BIRTH) ? BIRTH : SEX)
                .param("id", person)
                .query(String.class)
                .optional();
        return found.orElse("");
    }

    /** @return false when somebody has changed it since */
    boolean restore(ImportEffects.Effect effect) {
        return sql.sql(effect.part().equals(ImportContent.BIRTH) ? RESTORE_BIRTH : RESTORE_SEX)
                        .param("id", effect.person())
                        .param("was", effect.was())
                        .param("became", effect.became())
                        .update()
                == 1;
    }

    void log(ImportEffects.Effect effect, String why) {
        sql.sql(LOG)
                .param("id", effect.id())
                .param("person", effect.person())
                .param("what", effect.part())
                .param("was", inWords(effect.was()))
                .param("became", inWords(effect.became()))
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlog(ImportEffects.Effect effect) {
        sql.sql(UNLOG).param("id", effect.id()).update();
    }

    private static @Nullable String inWords(@Nullable String standing) {
        return standing == null || standing.isEmpty()
                ? null
                : ImportText.split(standing).getLast();
    }
}
