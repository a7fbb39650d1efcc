package uk.sightline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.cases.CohortQueries.Holder;
import uk.sightline.cases.CohortQueries.Line;
import uk.sightline.platform.London;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;

/** Everybody who is open to the hub, the highest level and the longest at it first, with what has come to a stop. */
@Component
@Transactional
class Cohort {

    private static final String NO_CHANGE = "no-change-weeks";
    private static final int DAYS_OF_A_WEEK = 7;

    private final CohortQueries queries;
    private final CaseQueries cases;
    private final CaseWords words;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    Cohort(
            CohortQueries queries,
            CaseQueries cases,
            CaseWords words,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.queries = queries;
        this.cases = cases;
        this.words = words;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** @param show a filter's key, or null for everybody */
    CohortPage page(@Nullable String show) {
        List<CohortPage.Row> all = rows();
        List<CohortPage.Filter> filters = filters(all);
        CohortPage.Filter chosen = filters.stream()
                .filter(filter -> filter.key().equals(show))
                .findFirst()
                .orElse(filters.getFirst());
        audit.record(Act.of("list", Cases.INVOLVEMENT).detail(chosen.key()));
        return new CohortPage(
                filters,
                chosen.key(),
                all.stream().filter(row -> row.marks().contains(chosen.key())).toList(),
                noChange());
    }

    private List<CohortPage.Row> rows() {
        Map<UUID, List<Line>> lines = queries.lines().stream()
                .collect(Collectors.groupingBy(Line::person, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Map<String, UUID>> workers = queries.workers().stream()
                .collect(Collectors.groupingBy(
                        Holder::personId, Collectors.toMap(Holder::role, Holder::accountId, (one, other) -> one)));
        Function<UUID, String> names = cases.names();
        return lines.values().stream()
                .map(strands ->
                        row(strands, workers.getOrDefault(strands.getFirst().person(), Map.of()), names))
                .sorted(Comparator.comparingInt(CohortPage.Row::order)
                        .thenComparing(CohortPage.Row::weeks)
                        .reversed())
                .toList();
    }

    private CohortPage.Row row(List<Line> strands, Map<String, UUID> workers, Function<UUID, String> names) {
        Line first = strands.getFirst();
        List<Line> decided =
                strands.stream().filter(line -> line.level() != null).toList();
        String level = decided.stream()
                .map(line -> Objects.requireNonNull(line.level()))
                .reduce(words.levels()::higher)
                .orElse("");
        Instant since = decided.stream()
                .filter(line -> level.equals(line.level()))
                .map(Line::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(first.openedAt());
        int weeks = (int) (Duration.between(since, time.instant()).toDays() / DAYS_OF_A_WEEK);
        String lead = name(workers, Role.LEAD, names);
        String coWorker = name(workers, Role.CO_WORKER, names);
        List<String> stops = stops(weeks, level, lead, coWorker);
        return new CohortPage.Row(
                "/cases/" + first.person(),
                first.name(),
                first.reference(),
                age(first),
                level.isEmpty() ? "Not decided" : words.level(level),
                words.levels().of(level),
                decided.stream()
                        .map(line -> words.strand(Objects.requireNonNull(line.strand())))
                        .collect(Collectors.joining(", ")),
                weeks,
                decided.stream()
                        .map(Line::decidedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .map(at -> London.shortDay(London.date(at)))
                        .orElse("Never"),
                lead,
                coWorker,
                stops.stream().map(this::stop).toList(),
                marks(level, stops));
    }

    private static String name(Map<String, UUID> workers, Role role, Function<UUID, String> names) {
        UUID account = workers.get(role.code());
        return account == null ? "" : names.apply(account);
    }

    private List<String> stops(int weeks, String level, String lead, String coWorker) {
        List<String> stops = new ArrayList<>();
        if (weeks >= noChange() && words.callsForWork(level)) {
            stops.add("no-change");
        }
        if (lead.isEmpty()) {
            stops.add("no-lead");
        }
        if (coWorker.isEmpty()) {
            stops.add("no-co-worker");
        }
        return stops;
    }

    private String stop(String mark) {
        return switch (mark) {
            case "no-change" -> "no change for %d weeks".formatted(noChange());
            case "no-lead" -> "nobody leads";
            default -> "no co-worker";
        };
    }

    private static List<String> marks(String level, List<String> stops) {
        List<String> marks = new ArrayList<>(stops);
        marks.add("all");
        marks.add("level-" + (level.isEmpty() ? "none" : level));
        return marks;
    }

    private List<CohortPage.Filter> filters(List<CohortPage.Row> rows) {
        List<CohortPage.Filter> filters = new ArrayList<>();
        filters.add(filter("all", "Everybody", rows));
        for (Code level : words.levels().all().reversed()) {
            filters.add(filter("level-" + level.code(), level.label(), rows));
        }
        filters.add(filter("no-change", "No change for %d weeks".formatted(noChange()), rows));
        filters.add(filter("no-lead", "Nobody leads", rows));
        filters.add(filter("no-co-worker", "No co-worker", rows));
        return filters;
    }

    private static CohortPage.Filter filter(String key, String label, List<CohortPage.Row> rows) {
        int count = (int) rows.stream().filter(row -> row.marks().contains(key)).count();
        return new CohortPage.Filter(key, label, count);
    }

    private String age(Line line) {
        LocalDate today = London.date(time.instant());
        LocalDate from = line.bornFrom();
        LocalDate to = line.bornTo();
        if (from == null || to == null) {
            return "not known";
        }
        int least = to.until(today).getYears();
        int most = from.until(today).getYears();
        return least == most ? Integer.toString(least) : least + " to " + most;
    }

    private int noChange() {
        return pack.threshold(NO_CHANGE, London.date(time.instant())).amount();
    }
}
