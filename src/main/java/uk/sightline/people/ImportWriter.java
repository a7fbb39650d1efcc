package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Probe.Clue;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * Makes many records at once: what {@link People#create} does for one, with one statement for each table. Every person
 * is under the policy and in the audit in the same transaction. All of it bears the transaction's instant: what bears
 * another was added by somebody else, and an undo leaves it alone.
 */
@Repository
class ImportWriter {

    private static final String PEOPLE = """
            insert into people.person (id, reference, display_name, born_from, born_to, born_precision, born_text, sex,
              source, created_by, created_at)
            select p.id, p.reference, p.name, p.born_from, p.born_to, p.precision, p.text, p.sex, :source, :by, platform.at()
            from unnest(:ids::uuid[], :references::text[], :names::text[], :from::date[], :to::date[],
              :precisions::text[], :texts::text[], :sexes::text[])
              as p (id, reference, name, born_from, born_to, precision, text, sex)
            """;

    private static final String NAMES = """
            insert into people.name (id, person_id, kind, full_name, given_name, family_name, source, created_by, created_at)
            select gen_random_uuid(), f.person, f.kind, f.full_name, f.given, f.family, :source, :by, platform.at()
            from unnest(:people::uuid[], :kinds::text[], :fulls::text[], :givens::text[], :families::text[])
              as f (person, kind, full_name, given, family)
            """;

    private static final String IDENTIFIERS = """
            insert into people.identifier (id, person_id, scheme, value, status, source, created_by, created_at)
            select gen_random_uuid(), f.person, f.scheme, f.value, 'unknown', :source, :by, platform.at()
            from unnest(:people::uuid[], :schemes::text[], :values::text[]) as f (person, scheme, value)
            """;

    private static final String ADDRESSES = """
            insert into people.address (id, person_id, kind, lines, postcode, source, created_by, created_at)
            select gen_random_uuid(), f.person, f.kind, f.lines, f.postcode, :source, :by, platform.at()
            from unnest(:people::uuid[], :kinds::text[], :lines::text[], :postcodes::text[])
              as f (person, kind, lines, postcode)
            """;

    private static final String CONTACTS = """
            insert into people.contact (id, person_id, kind, value, safe, source, created_by, created_at)
            select gen_random_uuid(), f.person, f.kind, f.value, f.safe, :source, :by, platform.at()
            from unnest(:people::uuid[], :kinds::text[], :values::text[], :safe::text[]) as f (person, kind, value, safe)
            """;

    private static final String KEYS = """
            insert into people.search_key (key, person_id)
            select k.key, k.person from unnest(:keys::text[], :people::uuid[]) as k (key, person)
            """;

    private final JdbcClient sql;
    private final Records records;
    private final Audit audit;

    ImportWriter(JdbcClient sql, Records records, Audit audit) {
        this.sql = sql;
        this.records = records;
        this.audit = audit;
    }

    private record Made(UUID id, ImportContent content) {}

    private record Held<F extends Fact>(UUID person, F fact) {}

    /** Makes a record for each of the plans and gives the plans back with their person. */
    List<ImportPlan> make(ImportBatch batch, List<ImportPlan> plans) {
        List<ImportPlan> done = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (ImportPlan plan : plans) {
            UUID id = Ids.next();
            LocalDate adult = plan.said().born().adultFrom().orElse(null);
            records.keep(new RecordFacts(id, People.KIND, adult, adult, Set.of(id)));
            audit.record(Act.on("add", People.KIND, id).detail("import " + batch.reference()));
            made.add(new Made(id, plan.said()));
            done.add(plan.of(id));
        }
        if (!made.isEmpty()) {
            write(batch.source(), made);
        }
        return done;
    }

    private void write(String source, List<Made> made) {
        on(PEOPLE, source)
                .param("ids", uuids(made, Made::id))
                .param("references", texts(made, person -> Ids.reference("P")))
                .param("names", texts(made, person -> person.content().fullName()))
                .param(
                        "from",
                        texts(made, person -> text(Births.from(person.content().born()))))
                .param(
                        "to",
                        texts(made, person -> text(Births.to(person.content().born()))))
                .param(
                        "precisions",
                        texts(made, person -> Births.precision(person.content().born())))
                .param("texts", texts(made, person -> person.content().birthText()))
                .param("sexes", texts(made, person -> person.content().sex()))
                .update();
        writeNames(source, held(made, PersonName.class));
        List<Held<PersonIdentifier>> numbers = held(made, PersonIdentifier.class);
        on(IDENTIFIERS, source)
                .param("people", uuids(numbers, Held::person))
                .param("schemes", texts(numbers, each -> each.fact().scheme().name()))
                .param("values", texts(numbers, each -> each.fact().value()))
                .update();
        List<Held<PersonAddress>> addresses = held(made, PersonAddress.class);
        on(ADDRESSES, source)
                .param("people", uuids(addresses, Held::person))
                .param("kinds", texts(addresses, each -> each.fact().code()))
                .param("lines", texts(addresses, each -> each.fact().lines()))
                .param("postcodes", texts(addresses, each -> each.fact().postcode()))
                .update();
        List<Held<PersonContact>> contacts = held(made, PersonContact.class);
        on(CONTACTS, source)
                .param("people", uuids(contacts, Held::person))
                .param("kinds", texts(contacts, each -> each.fact().code()))
                .param("values", texts(contacts, each -> each.fact().value()))
                .param("safe", texts(contacts, each -> each.fact().safe()))
                .update();
        writeKeys(made);
    }

    private void writeNames(String source, List<Held<PersonName>> names) {
        on(NAMES, source)
                .param("people", uuids(names, Held::person))
                .param("kinds", texts(names, each -> each.fact().code()))
                .param("fulls", texts(names, each -> each.fact().full()))
                .param("givens", texts(names, each -> each.fact().given()))
                .param("families", texts(names, each -> each.fact().family()))
                .update();
    }

    private void writeKeys(List<Made> made) {
        List<String> keys = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (Made person : made) {
            for (String key : keys(person.content())) {
                keys.add(key);
                people.add(person.id());
            }
        }
        sql.sql(KEYS)
                .param("keys", keys.toArray(String[]::new))
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    private static Set<String> keys(ImportContent content) {
        List<String> names = new ArrayList<>();
        List<Clue> clues = new ArrayList<>();
        for (Fact fact : content.facts().values()) {
            switch (fact) {
                case PersonName name -> names.add(name.full());
                case PersonIdentifier number -> clues.add(new Clue(number.scheme(), String.valueOf(number.value())));
                case PersonAddress address
                when address.postcode() != null -> clues.add(new Clue(IdentifierScheme.POSTCODE, address.postcode()));
                case PersonContact contact
                when !contact.code().equals("email") -> clues.add(new Clue(IdentifierScheme.PHONE, contact.value()));
                default -> {}
            }
        }
        return SearchKeys.of(names, content.born(), clues);
    }

    private JdbcClient.StatementSpec on(String statement, String source) {
        return sql.sql(statement)
                .param("source", source)
                .param("by", Actor.current().id());
    }

    private static <F extends Fact> List<Held<F>> held(List<Made> made, Class<F> kind) {
        List<Held<F>> held = new ArrayList<>();
        for (Made person : made) {
            person.content().facts().values().stream()
                    .filter(kind::isInstance)
                    .forEach(fact -> held.add(new Held<>(person.id(), kind.cast(fact))));
        }
        return held;
    }

    private static <T> UUID[] uuids(List<T> items, Function<T, UUID> part) {
        return items.stream().map(part).toArray(UUID[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
