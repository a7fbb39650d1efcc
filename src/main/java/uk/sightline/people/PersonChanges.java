package uk.sightline.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Changes what a record says, so that what it said before can still be read. */
@Service
@Transactional
class PersonChanges {

    private final Access access;
    private final Records records;
    private final Audit audit;
    private final PersonStore people;
    private final FactEnds ends;
    private final PersonQueries queries;
    private final AboutWords words;

    PersonChanges(
            Access access,
            Records records,
            Audit audit,
            PersonStore people,
            FactEnds ends,
            PersonQueries queries,
            AboutWords words) {
        this.access = access;
        this.records = records;
        this.audit = audit;
        this.people = people;
        this.ends = ends;
        this.queries = queries;
        this.words = words;
    }

    /**
     * Ends a fact that was so until a day.
     *
     * @throws uk.sightline.platform.StaleVersion when somebody else has changed it meanwhile
     */
    void end(FactKind kind, UUID person, UUID fact, int version, LocalDate until) {
        mayChange(person);
        ends.end(kind, person, fact, version, until);
        people.follow(kind, person);
        audit.record(Act.on("end", People.KIND, person).detail(kind.word()));
    }

    /**
     * Strikes a fact through that never was so; it stays to be read, with the reason.
     *
     * @throws uk.sightline.platform.StaleVersion when somebody else has changed it meanwhile
     */
    void strikeThrough(FactKind kind, UUID person, UUID fact, int version, String why) {
        mayChange(person);
        ends.strikeThrough(kind, person, fact, version, why);
        people.follow(kind, person);
        audit.record(Act.on("correct", People.KIND, person).because(why).detail(kind.word()));
    }

    /**
     * Changes what is said outright, and keeps what was said before with the reason. Access follows the birth date.
     *
     * @throws uk.sightline.platform.StaleVersion when somebody else has changed it meanwhile
     */
    void change(UUID person, int version, About about, String why) {
        mayChange(person);
        About before = queries.person(person).orElseThrow(NoSuchRecord::new).about();
        people.change(person, version, about);
        log(person, words.words(before), words.words(about), why);
        if (!before.born().equals(about.born())) {
            // Before access follows: whoever changes a child to an adult may see them no more.
            people.index(person);
            LocalDate adult = about.born().adultFrom().orElse(null);
            records.keep(new RecordFacts(person, People.KIND, adult, adult, Set.of(person)));
        } else {
            people.drawCard(person);
        }
        audit.record(Act.on("change", People.KIND, person).because(why));
    }

    private void mayChange(UUID person) {
        access.require(Action.CHANGE, person);
        if (people.isGivenUp(person)) {
            throw new RuleBroken("This record was merged into another one of the same person. Open that one.");
        }
    }

    private void log(UUID person, Map<String, String> before, Map<String, String> after, String why) {
        after.forEach((what, now) -> {
            String was = before.get(what);
            if (!Objects.equals(was, now)) {
                people.logChange(person, what, was, now, why);
            }
        });
    }
}
