package uk.sightline.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.people.PersonPage.Due;
import uk.sightline.people.PersonPage.Other;
import uk.sightline.people.PersonPage.Part;
import uk.sightline.people.PersonQueries.Known;
import uk.sightline.people.PersonQueries.Relative;
import uk.sightline.people.PersonQueries.Worker;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;

/** Puts the page of one person together, and records that it was looked at. */
@Component
@Transactional
public class PersonPages {

    private static final Set<String> DANGERS =
            Set.of("danger-to-workers", "do-not-visit-alone", "do-not-contact-home", "weapon", "self-harm");

    private final PersonQueries queries;
    private final CandidateQueries cards;
    private final Chronologies chronologies;
    private final FactWords words;
    private final AboutWords aboutWords;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    PersonPages(
            PersonQueries queries,
            CandidateQueries cards,
            Chronologies chronologies,
            FactWords words,
            AboutWords aboutWords,
            Access access,
            Audit audit,
            InstantSource time) {
        this.queries = queries;
        this.cards = cards;
        this.chronologies = chronologies;
        this.words = words;
        this.aboutWords = aboutWords;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /**
     * With the whole chronology, to be shown beside another.
     *
     * @throws NoSuchRecord when there is none that the actor may know of
     */
    public PersonPage of(UUID id) {
        return of(id, new Chronologies.Filter(null, null));
    }

    /** Which record to open instead, when this one was given up for it. */
    Optional<UUID> keptFor(UUID id) {
        return queries.keptFor(id);
    }

    /** @throws NoSuchRecord when there is none that the actor may know of */
    PersonPage of(UUID id, Chronologies.Filter filter) {
        Known person = queries.person(id).orElseThrow(NoSuchRecord::new);
        audit.viewed(People.KIND, id);
        List<FactRow> rows = queries.facts(id);
        Predicate<UUID> mayOpen = opening(rows);
        List<FactLine> lines =
                rows.stream().map(row -> words.line(row, mayOpen)).toList();
        Set<Action> may = access.actions();
        return new PersonPage(
                id,
                person.reference(),
                person.name(),
                aboutWords.header(person, queries.givenUpFor(id)),
                flags(rows, lines, true),
                flags(rows, lines, false),
                chronologies.standing(id),
                due(id),
                workers(id),
                Unknowns.of(person.about(), rows, today()),
                aboutWords.rows(person.about()),
                parts(lines),
                others(id, rows),
                chronologies.of(person, rows, lines, queries.changes(id), filter),
                chronologies.tabs(id),
                access.glass(id).orElse(null),
                may.contains(Action.CHANGE),
                may.contains(Action.PRINT));
    }

    /** The person as one side of a comparison; struck-through facts are left out. */
    Optional<PersonSide> side(UUID id) {
        return queries.person(id).map(person -> {
            List<FactRow> rows =
                    queries.facts(id).stream().filter(row -> !row.isStruck()).toList();
            Predicate<UUID> mayOpen = opening(rows);
            return new PersonSide(
                    id,
                    person.reference(),
                    person.name(),
                    aboutWords.words(person.about()),
                    rows.stream().map(row -> words.line(row, mayOpen)).toList());
        });
    }

    /** What a form about the person starts from. */
    Known known(UUID id) {
        return queries.person(id).orElseThrow(NoSuchRecord::new);
    }

    private LocalDate today() {
        return London.date(time.instant());
    }

    private Predicate<UUID> opening(List<FactRow> rows) {
        List<UUID> others =
                rows.stream().map(FactRow::otherId).filter(Objects::nonNull).toList();
        Set<UUID> seen = others.isEmpty()
                ? Set.of()
                : cards.cards(others).stream().map(PersonCard::id).collect(Collectors.toSet());
        return seen::contains;
    }

    private static List<FactLine> flags(List<FactRow> rows, List<FactLine> lines, boolean dangers) {
        List<FactLine> flags = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FactRow row = rows.get(i);
            if (row.kind() == FactKind.FLAG && !lines.get(i).past() && DANGERS.contains(row.code()) == dangers) {
                flags.add(lines.get(i));
            }
        }
        return flags;
    }

    private List<Due> due(UUID id) {
        Instant now = time.instant();
        return chronologies.due(id).stream()
                .map(due -> new Due(
                        London.weekdayAndTime(due.dueAt()),
                        due.what(),
                        due.href(),
                        due.dueAt().isBefore(now)))
                .toList();
    }

    private static List<Part> parts(List<FactLine> lines) {
        return Arrays.stream(FactKind.values())
                .map(kind -> new Part(
                        kind,
                        kind.heading(),
                        lines.stream().filter(line -> line.kind() == kind).toList()))
                .toList();
    }

    /** Those who name this person and whom the person's own record does not name already. */
    private List<Other> others(UUID id, List<FactRow> rows) {
        Set<UUID> named = rows.stream()
                .filter(row -> row.untilOn() == null && !row.isStruck())
                .map(FactRow::otherId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return queries.relatives(id).stream()
                .filter(relative -> !named.contains(relative.id()))
                .map(this::other)
                .toList();
    }

    private Other other(Relative relative) {
        return new Other(aboutWords.inverse(relative.code()), relative.name(), "/people/" + relative.id());
    }

    /** Whoever took emergency access looks, and so does who has sight by another record; they do not work with the person. */
    private List<SummaryRow> workers(UUID id) {
        return queries.worksWith(id).stream()
                .filter(worker -> !worker.via().equals("break-glass"))
                .filter(worker -> !worker.via().startsWith(Records.SIGHT))
                .map(PersonPages::worker)
                .toList();
    }

    private static SummaryRow worker(Worker worker) {
        String label = Objects.requireNonNullElse(worker.label(), "");
        String phone = worker.phone() == null ? "" : ", " + worker.phone();
        return SummaryRow.of(
                worker.name() == null ? label : worker.name(),
                (worker.name() == null ? "" : label + ". ") + why(worker) + phone);
    }

    /** The reason of a relationship speaks to its holder; of the two workers the page says what they are. */
    private static String why(Worker worker) {
        String role = switch (worker.via()) {
            case "lead" -> "Lead professional";
            case "co-worker" -> "Hub co-worker";
            default -> "";
        };
        if (role.isEmpty()) {
            return worker.reason().replaceFirst("\\.$", "");
        }
        Instant until = worker.untilAt();
        return until == null ? role : role + " before, can read the record until " + London.day(London.date(until));
    }
}
