package uk.sightline.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.cases.CaseFile.Decided;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.people.ChronologySource;
import uk.sightline.people.PersonTab;
import uk.sightline.platform.London;

/** What the work with somebody adds to their page: how things stand, and what happened. */
@Component
@Transactional
class CaseHistory implements ChronologySource {

    private final CaseQueries queries;
    private final CaseWords words;
    private final WorkerWords workerWords;
    private final Access access;

    CaseHistory(CaseQueries queries, CaseWords words, WorkerWords workerWords, Access access) {
        this.queries = queries;
        this.words = words;
        this.workerWords = workerWords;
        this.access = access;
    }

    @Override
    public List<ChronologyEntry> entries(UUID person) {
        CaseFile file = queries.file(person);
        Function<UUID, String> names = queries.names();
        List<ChronologyEntry> entries = new ArrayList<>();
        file.periods().forEach(period -> addPeriod(entries, person, period, names));
        file.decided().stream()
                .filter(decided -> !decided.isConfirmation())
                .forEach(decided -> entries.add(entry(
                        person,
                        decided.step().decidedAt(),
                        level(decided),
                        names.apply(decided.step().decidedBy()))));
        file.workers().forEach(worker -> addWorker(entries, person, worker, names));
        return entries;
    }

    @Override
    public List<PersonTab> tabs(UUID person) {
        boolean something = queries.hasAny(person) || access.may(Action.DECIDE_LEVEL);
        return something ? List.of(new PersonTab("Exploitation", address(person))) : List.of();
    }

    @Override
    public List<SummaryRow> standing(UUID person) {
        CaseFile file = queries.file(person);
        List<SummaryRow> rows = new ArrayList<>();
        if (file.isOpen()) {
            List<Standing> standing = words.highestFirst(queries.standing(person));
            words.overall(standing)
                    .filter(level -> standing.size() > 1)
                    .ifPresent(level -> rows.add(SummaryRow.of("Overall level", words.level(level))));
            standing.forEach(each -> rows.add(SummaryRow.of(words.strand(each.strand()), words.sentence(each))));
            rows.addAll(workerWords.rows(file));
        } else {
            file.lastClosed().flatMap(this::closed).ifPresent(rows::add);
        }
        if (!rows.isEmpty()) {
            rows.add(SummaryRow.html("History", output -> output.writeContent(link(person))));
        }
        return rows;
    }

    private Optional<SummaryRow> closed(Involvement period) {
        return Optional.ofNullable(period.closedAt())
                .map(at -> SummaryRow.of(
                        "Closed", CaseWords.day(at) + ": " + words.closures().label(String.valueOf(period.closure()))));
    }

    private static String link(UUID person) {
        return "<a class=\"govuk-link\" href=\"%s\">Levels, workers and reasons</a>".formatted(address(person));
    }

    private void addPeriod(
            List<ChronologyEntry> entries, UUID person, Involvement period, Function<UUID, String> names) {
        String opened = "Open to the hub: " + period.why();
        entries.add(entry(person, period.openedAt(), opened, names.apply(period.openedBy())));
        Instant closedAt = period.closedAt();
        UUID closedBy = period.closedBy();
        if (closedAt != null && closedBy != null) {
            String label = words.closures().label(String.valueOf(period.closure()));
            String closed = "Closed to the hub: %s. %s".formatted(label, period.closedWhy());
            entries.add(entry(person, closedAt, closed, names.apply(closedBy)));
        }
    }

    private String level(Decided decided) {
        LevelStep step = decided.step();
        return "%s: %s, %s. %s"
                .formatted(
                        words.strand(step.strand()),
                        words.level(step.level()),
                        words.trend(step.level(), decided.before()),
                        step.why());
    }

    private static void addWorker(
            List<ChronologyEntry> entries, UUID person, Worker worker, Function<UUID, String> names) {
        String role = Role.of(worker.role()).map(Role::label).orElse(worker.role());
        String who = names.apply(worker.accountId());
        entries.add(entry(
                person,
                worker.fromAt(),
                "%s: %s. %s".formatted(role, who, worker.reason()),
                names.apply(worker.givenBy())));
        Instant until = worker.untilAt();
        UUID endedBy = worker.endedBy();
        if (until != null && endedBy != null) {
            String ended = "%s no longer: %s. %s".formatted(role, who, worker.endedWhy());
            entries.add(entry(person, until, ended, names.apply(endedBy)));
        }
    }

    private static ChronologyEntry entry(UUID person, Instant at, String what, String who) {
        return new ChronologyEntry(London.date(at), "Exploitation", what, who, address(person), null);
    }

    private static String address(UUID person) {
        return "/cases/" + person;
    }
}
