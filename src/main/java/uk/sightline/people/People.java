package uk.sightline.people;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import uk.sightline.identity.BirthDate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.RuleBroken;

/**
 * The people index. Every method is one transaction or joins the caller's; each asks the access policy first, and
 * whoever the actor may not know of is not there.
 */
@Service
@Transactional
public class People {

    /** Kind of the access record of a person. */
    public static final String KIND = "identity";

    /** How long somebody whose post does not reach the person keeps sight of a record they made. */
    private static final Duration MAKERS_SIGHT = Duration.ofDays(7);

    private final Access access;
    private final Records records;
    private final Audit audit;
    private final PersonStore people;
    private final FactStore facts;
    private final CandidateQueries candidates;
    private final Candidates search;
    private final PersonPages pages;
    private final InstantSource time;

    People(
            Access access,
            Records records,
            Audit audit,
            PersonStore people,
            FactStore facts,
            CandidateQueries candidates,
            Candidates search,
            PersonPages pages,
            InstantSource time) {
        this.access = access;
        this.records = records;
        this.audit = audit;
        this.people = people;
        this.facts = facts;
        this.candidates = candidates;
        this.search = search;
        this.pages = pages;
        this.time = time;
    }

    /**
     * Makes a record. Whoever makes one that their post does not reach keeps sight of it for a week, to finish the work
     * at hand.
     *
     * @throws uk.sightline.platform.NotAllowed when the actor's post may not
     */
    public UUID create(NewPerson person) {
        access.require(Action.CREATE_PERSON);
        UUID id = Ids.next();
        keep(id, person.born());
        if (!access.decide(Action.VIEW, id).allowed()) {
            records.relate(
                    Actor.current().id(),
                    id,
                    "maker",
                    Set.of(KIND),
                    "You made this record.",
                    time.instant().plus(MAKERS_SIGHT));
        }
        people.add(id, person);
        person.facts().forEach(fact -> facts.add(id, fact, person.source()));
        people.index(id);
        audit.record(Act.on("add", KIND, id));
        return id;
    }

    /**
     * Adds a fact.
     *
     * @param source who says so
     * @return the fact's id
     */
    public UUID add(UUID person, Fact fact, String source) {
        access.require(Action.CHANGE, person);
        requireOwn(person);
        UUID id = facts.add(person, fact, source);
        people.follow(fact.kind(), person);
        audit.record(Act.on("add", KIND, person).detail(fact.kind().word()));
        return id;
    }

    /**
     * Goes on only if the record stands for somebody, until the end of the transaction.
     *
     * @throws RuleBroken when it was given up for another record of the same person
     */
    public void requireOwn(UUID person) {
        if (people.isGivenUp(person)) {
            throw new RuleBroken("This record was merged into another one of the same person. Open that one.");
        }
    }

    /** One side of a comparison, with all that is believed of the person; the caller records the look. */
    @Transactional(readOnly = true)
    public Optional<PersonSide> side(UUID person) {
        return pages.side(person);
    }

    /** A person as a list shows them; empty when there is none that the actor may know of. */
    @Transactional(readOnly = true)
    public Optional<PersonCard> card(UUID person) {
        return candidates.cards(List.of(person)).stream().findFirst();
    }

    /** Cards of those that the actor may know of. */
    @Transactional(readOnly = true)
    public List<PersonCard> cards(java.util.Collection<UUID> people) {
        return candidates.cards(people);
    }

    /** Whoever may be the person looked for, the likeliest first. */
    public List<Candidate> candidates(Probe probe) {
        return search.of(probe);
    }

    /** Whom to ring, when the actor's post learns by pointer that somebody who matches strongly is known. */
    public Optional<Pointer> pointer(Probe probe) {
        return search.pointer(probe);
    }

    private void keep(UUID id, BirthDate born) {
        LocalDate adult = born.adultFrom().orElse(null);
        records.keep(new RecordFacts(id, KIND, adult, adult, Set.of(id)));
    }
}
