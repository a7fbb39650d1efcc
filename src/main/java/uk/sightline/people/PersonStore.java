package uk.sightline.people;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.Probe.Clue;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.StaleVersion;

/** Writes what is said of a person outright, and the keys by which they are found. */
@Repository
class PersonStore {

    private static final String ADD = """
            insert into people.person (id, reference, display_name, born_from, born_to, born_precision, born_text, sex,
              gender_identity, pronouns, ethnicity, religion, nationality, first_language, interpreter, immigration,
              died_on, source, created_by, created_at)
            values (:id, :reference, :displayName, :bornFrom, :bornTo, :bornPrecision, :bornText, :sex,
              :genderIdentity, :pronouns, :ethnicity, :religion, :nationality, :firstLanguage, :interpreter, :immigration,
              :diedOn, :source, :by, :at)
            """;

    private static final String CHANGE = """
            update people.person
            set born_from = :bornFrom, born_to = :bornTo, born_precision = :bornPrecision, born_text = :bornText,
                sex = :sex, gender_identity = :genderIdentity, pronouns = :pronouns, ethnicity = :ethnicity,
                religion = :religion, nationality = :nationality, first_language = :firstLanguage,
                interpreter = :interpreter, immigration = :immigration, died_on = :diedOn, version = version + 1
            where id = :id and version = :version
            """;

    private static final String LOG_CHANGE = """
            insert into people.change (id, person_id, what, was, became, why, created_by, created_at)
            values (:id, :person, :what, :was, :became, :why, :by, :at)
            """;

    private static final String CALL = """
            update people.person set display_name = :name where id = :id and display_name <> :name
            """;

    private static final String NAMES = """
            select n.full_name from people.name n
            where n.person_id = :id and n.corrected_at is null
            order by n.until_on is not null, n.kind <> 'legal', n.kind <> 'known-as', n.created_at desc, n.id
            """;

    private static final String BIRTH =
            "select p.reference, p.born_from, p.born_to, p.born_precision from people.person p where p.id = :id";

    private static final String GIVEN_UP =
            "select p.merged_into is not null from people.person p where p.id = :id for share of p";

    private static final String CLUES = """
            select i.scheme, i.value from people.identifier i
            where i.person_id = :id and i.corrected_at is null and i.value is not null
            union
            select 'POSTCODE', a.postcode from people.address a
            where a.person_id = :id and a.corrected_at is null and not a.protected and a.postcode is not null
            union
            select 'PHONE', c.value from people.contact c
            where c.person_id = :id and c.corrected_at is null and c.kind in ('mobile', 'landline')
            union
            select 'ONLINE_HANDLE', c.value from people.contact c
            where c.person_id = :id and c.corrected_at is null and c.kind = 'social-media'
            """;

    private static final String FORGET_KEYS = "delete from people.search_key where person_id = :id";

    private static final String ADD_KEYS = """
            insert into people.search_key (key, person_id, closed, adult_from)
            select unnest(:keys::text[]), :id,
                   coalesce((select f.visibility <> 'team' from access.facts(:id) f), false),
                   coalesce((select f.adult_from from access.facts(:id) f), 'infinity')
            on conflict do nothing
            """;

    private static final String DRAW_CARD = "select people.draw_cards(array[:id]::uuid[])";

    private static final String TO_COMPARE = "insert into people.to_compare (person_id) values (:id)";

    private final JdbcClient sql;
    private final InstantSource time;

    PersonStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    void add(UUID id, NewPerson person) {
        about(sql.sql(ADD), person.background(), person.born())
                .param("id", id)
                .param("reference", Ids.reference("P"))
                .param("displayName", person.displayName())
                .param("bornText", person.birthText())
                .param("diedOn", person.diedOn())
                .param("source", person.source())
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(UUID id, int version, About about) {
        StaleVersion.unlessOne(about(sql.sql(CHANGE), about.background(), about.born())
                .param("id", id)
                .param("version", version)
                .param("bornText", about.birthText())
                .param("diedOn", about.diedOn())
                .update());
    }

    void logChange(UUID id, String what, @Nullable String was, @Nullable String became, String why) {
        sql.sql(LOG_CHANGE)
                .param("id", Ids.next())
                .param("person", id)
                .param("what", what)
                .param("was", was)
                .param("became", became)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Names the record, its search keys and its card after what is held to be so now, and has it compared with others. */
    void index(UUID id) {
        List<String> names = sql.sql(NAMES).param("id", id).query(String.class).list();
        if (!names.isEmpty()) {
            sql.sql(CALL).param("id", id).param("name", names.getFirst()).update();
        }
        sql.sql(FORGET_KEYS).param("id", id).update();
        if (!isGivenUp(id)) {
            addKeys(id, SearchKeys.of(names, birth(id).orElseThrow(), clues(id)));
        }
        drawCard(id);
        sql.sql(TO_COMPARE).param("id", id).update();
    }

    /** Whether the record was given up for another; what is being added to it waits while that is being decided. */
    boolean isGivenUp(UUID id) {
        return sql.sql(GIVEN_UP).param("id", id).query(Boolean.class).optional().orElse(false);
    }

    /** After a fact of this kind was added, ended or struck through. */
    void follow(FactKind kind, UUID id) {
        if (kind.isSearched()) {
            index(id);
        } else if (kind.isShownInLists()) {
            drawCard(id);
        }
    }

    void drawCard(UUID id) {
        sql.sql(DRAW_CARD).param("id", id).query((row, n) -> true).single();
    }

    void addKeys(UUID id, Collection<String> keys) {
        sql.sql(ADD_KEYS)
                .param("keys", keys.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    Optional<BirthDate> birth(UUID id) {
        return sql.sql(BIRTH)
                .param("id", id)
                .query((row, n) -> Births.read(row))
                .optional();
    }

    private List<Clue> clues(UUID id) {
        return sql.sql(CLUES)
                .param("id", id)
                .query((row, n) -> new Clue(IdentifierScheme.valueOf(row.getString("scheme")), row.getString("value")))
                .list();
    }

    private static JdbcClient.StatementSpec about(JdbcClient.StatementSpec spec, Background known, BirthDate born) {
        return spec.param("sex", known.sex())
                .param("genderIdentity", known.genderIdentity())
                .param("pronouns", known.pronouns())
                .param("ethnicity", known.ethnicity())
                .param("religion", known.religion())
                .param("nationality", known.nationality())
                .param("firstLanguage", known.firstLanguage())
                .param("interpreter", known.interpreter())
                .param("immigration", known.immigration())
                .param("bornFrom", Births.from(born))
                .param("bornTo", Births.to(born))
                .param("bornPrecision", Births.precision(born));
    }
}
