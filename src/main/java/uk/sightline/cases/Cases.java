package uk.sightline.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * The partnership's work with a person on exploitation. Every verb is one transaction or joins the caller's, and asks the
 * access policy first.
 */
@Service
@Transactional
public class Cases {

    /** Kind of the access record of an involvement: whoever sees assessments sees it. */
    static final String KIND = "assessment";

    /** What an involvement is called in the audit. */
    static final String INVOLVEMENT = "involvement";

    static final String COHORT = "cohort";

    private final CaseStore store;
    private final CaseQueries queries;
    private final CaseWords words;
    private final Workers workers;
    private final People people;
    private final Access access;
    private final Records records;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Cases(
            CaseStore store,
            CaseQueries queries,
            CaseWords words,
            Workers workers,
            People people,
            Access access,
            Records records,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.store = store;
        this.queries = queries;
        this.words = words;
        this.workers = workers;
        this.people = people;
        this.access = access;
        this.records = records;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /**
     * Keeps the levels that a named person has decided, also those that stayed. Opens an involvement when none is open and a
     * level calls for work; lowest levels of somebody who is not open to the hub are kept by what decided them alone.
     *
     * @throws RuleBroken at {@code levels} when a level is below the proposed one and nobody who may has countersigned
     * @throws IllegalArgumentException when the pack does not have a strand or level
     */
    public void decided(LevelDecision decision) {
        UUID person = decision.person();
        mayDecide(decision);
        people.requireOwn(person);
        words.check(decision);
        List<UUID> open = store.hold(person);
        if (open.isEmpty() && decision.levels().values().stream().anyMatch(words::callsForWork)) {
            open = List.of(begin(person, decision.why().strip()));
        }
        if (!open.isEmpty()) {
            store.decide(open.getFirst(), decision);
            audit.record(Act.on("decide-level", INVOLVEMENT, open.getFirst())
                    .detail(new TreeMap<>(decision.levels()).toString()));
        }
        events.publishEvent(new LevelDecided(person, open, time.instant()));
    }

    private void mayDecide(LevelDecision decision) {
        boolean decides = access.decide(Action.DECIDE_LEVEL, decision.person()).allowed();
        if (!decides) {
            access.require(Action.ASSESS, decision.person());
        }
        if (words.lowers(decision) && !decides && decision.countersignedBy() == null) {
            throw new RuleBroken("levels", "A level below the one proposed is countersigned by a manager.");
        }
    }

    /**
     * Opens an involvement by hand; when one is open already, that is the one.
     *
     * @return its id
     * @throws RuleBroken when the actor could not see what they open
     */
    public UUID open(UUID person, String why) {
        access.require(Action.DECIDE_LEVEL, person);
        people.requireOwn(person);
        Reason.check("why", why);
        List<UUID> open = store.hold(person);
        UUID id = open.isEmpty() ? begin(person, why.strip()) : open.getFirst();
        if (!access.decide(Action.VIEW, id).allowed()) {
            throw new RuleBroken(
                    "why", "Your post does not see the hub’s work. Ask the hub’s team manager to open it.");
        }
        return id;
    }

    private UUID begin(UUID person, String why) {
        UUID id = Ids.next();
        PersonCard card = people.card(person).orElseThrow(NoSuchRecord::new);
        @Nullable LocalDate adult = card.born().adultFrom().orElse(null);
        records.keep(new RecordFacts(id, KIND, adult, adult, Set.of(person)));
        store.open(id, person, why);
        String since = CaseWords.day(time.instant());
        records.relate(Records.COHORT, person, COHORT, "Open to the hub since " + since + ".", null);
        audit.record(Act.on("open", INVOLVEMENT, id));
        return id;
    }

    /**
     * Ends the work with somebody: all of it, where a merge has brought two involvements together. The hub's sight ends at
     * once, that of the two workers with the pack's tail.
     *
     * @param closure code of {@code closure-reason}
     * @param version as the form was opened with
     * @throws StaleVersion when a level was decided meanwhile, or somebody else has closed it
     */
    public void close(UUID person, String closure, String why, int version) {
        List<UUID> open = held(person, Action.DECIDE_LEVEL);
        if (!words.closures().isCurrent(closure, London.date(time.instant()))) {
            throw new RuleBroken("closure", "Choose why the work ends");
        }
        Reason.check("why", why);
        StaleVersion.unlessOne(queries.version(person) == version ? 1 : 0);
        workers.allLeave(person, "The work was closed.");
        open.forEach(id -> {
            store.close(id, closure, why.strip());
            audit.record(Act.on("close", INVOLVEMENT, id).because(why.strip()).detail(closure));
        });
        records.end(Records.COHORT, person, COHORT);
    }

    /**
     * Gives somebody to a worker, in the place of whoever had the role.
     *
     * @throws RuleBroken at the role's code when the colleague may not have it or may not see the person; nothing is saved
     */
    public void assign(UUID person, Role role, UUID account, String reason) {
        workers.assign(person, role, account, reason, held(person, Action.ASSIGN));
    }

    /** The same from a form, as it was opened. */
    void assign(UUID person, Role role, UUID account, String reason, int version) {
        List<UUID> open = held(person, Action.ASSIGN);
        if (!workers.has(person, role, account)) {
            StaleVersion.unlessOne(queries.version(person, role) == version ? 1 : 0);
            workers.assign(person, role, account, reason, open);
        }
    }

    /** Leaves a role empty. */
    public void end(UUID person, Role role, String why) {
        held(person, Action.ASSIGN);
        Reason.check(role.code() + "-why", why);
        workers.leave(person, role, why.strip(), Set.of());
    }

    /** How each strand stands, the highest first; empty when nothing is open that the actor may know of. */
    @Transactional(readOnly = true)
    public List<Standing> standing(UUID person) {
        return words.highestFirst(queries.standing(person));
    }

    /** Whether somebody is open to the hub, as far as the actor may know. */
    @Transactional(readOnly = true)
    public boolean isOpen(UUID person) {
        return queries.file(person).isOpen();
    }

    /** The open involvements, each of which the actor may do this to; there is at least one. */
    private List<UUID> held(UUID person, Action action) {
        access.require(action, person);
        people.requireOwn(person);
        List<UUID> open = store.hold(person);
        if (open.isEmpty()) {
            throw new NoSuchRecord();
        }
        open.forEach(id -> access.require(action, id));
        return open;
    }
}
