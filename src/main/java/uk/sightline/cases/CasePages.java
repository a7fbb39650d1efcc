package uk.sightline.cases;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;

/** Puts the pages about the work with somebody together, and records each look. */
@Component
@Transactional
class CasePages {

    private final CaseQueries queries;
    private final CaseWords words;
    private final WorkerWords workerWords;
    private final CaseLines lines;
    private final LevelGraphs graphs;
    private final People people;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    CasePages(
            CaseQueries queries,
            CaseWords words,
            WorkerWords workerWords,
            CaseLines lines,
            LevelGraphs graphs,
            People people,
            Access access,
            Audit audit,
            InstantSource time) {
        this.queries = queries;
        this.words = words;
        this.workerWords = workerWords;
        this.lines = lines;
        this.graphs = graphs;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Whoever may know of nothing and open nothing finds no page, whether there is something or not.
     *
     * @throws NoSuchRecord then, and when the person is hidden
     */
    CasePage of(UUID person, @Nullable String notice) {
        PersonCard card = card(person);
        CaseFile file = seen(person);
        boolean mayDecide = access.may(Action.DECIDE_LEVEL);
        if (file.isEmpty() && !mayDecide) {
            throw new NoSuchRecord();
        }
        Function<UUID, String> names = queries.names();
        List<Standing> standing = words.highestFirst(queries.standing(person));
        return new CasePage(
                person,
                card.name(),
                facts(card),
                file.isOpen(),
                words.overall(standing).map(words::level).orElse(null),
                graphs.of(file, standing, time.instant()),
                lines.changes(file, names),
                file.isOpen() ? workerWords.rows(file) : List.of(),
                CaseLines.former(file, names),
                lines.periods(file, names),
                file.isOpen() && access.may(Action.ASSIGN),
                mayDecide,
                access.glass(person).orElse(null),
                notice);
    }

    /** The person, where the actor may know of them. */
    PersonCard card(UUID person) {
        access.require(Action.VIEW, person);
        return people.card(person).orElseThrow(NoSuchRecord::new);
    }

    /** All that the actor may know of the work with somebody, each look recorded. */
    CaseFile seen(UUID person) {
        CaseFile file = queries.file(person);
        audit.viewed(People.KIND, person);
        file.periods().forEach(period -> audit.viewed(Cases.INVOLVEMENT, period.id()));
        return file;
    }

    /**
     * What a form that ends or changes the work stands on.
     *
     * @throws NoSuchRecord when nothing is open that the actor may do this to
     */
    CaseFile open(UUID person, Action action) {
        access.require(action, person);
        CaseFile file = seen(person);
        if (!file.isOpen()) {
            throw new NoSuchRecord();
        }
        file.periods().stream().filter(Involvement::isOpen).forEach(period -> access.require(action, period.id()));
        return file;
    }

    /** Where to go once something was done: whoever ends their own sight lands on their work. */
    String after(UUID person, String done) {
        if (queries.hasAny(person)) {
            return "/cases/" + person + "?done=" + done;
        }
        return access.decide(Action.VIEW, person).allowed() ? "/people/" + person : "/work";
    }

    private List<SummaryRow> facts(PersonCard card) {
        return List.of(
                SummaryRow.of("Age", card.age(London.date(time.instant()))),
                SummaryRow.of("Born", card.born().words()),
                SummaryRow.of("Reference", card.reference()));
    }
}
