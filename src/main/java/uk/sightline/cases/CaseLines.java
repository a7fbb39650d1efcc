package uk.sightline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.sightline.cases.CaseFile.Decided;
import uk.sightline.cases.CasePage.Change;
import uk.sightline.cases.CasePage.Former;
import uk.sightline.cases.CasePage.Period;
import uk.sightline.platform.London;

/** The lines of the page about the work with somebody, the latest first. */
@Component
class CaseLines {

    private final CaseWords words;

    CaseLines(CaseWords words) {
        this.words = words;
    }

    List<Change> changes(CaseFile file, Function<UUID, String> names) {
        return file.decided().reversed().stream()
                .map(decided -> change(decided, names))
                .toList();
    }

    private Change change(Decided decided, Function<UUID, String> names) {
        LevelStep step = decided.step();
        String proposed = step.calculated();
        UUID second = step.countersignedBy();
        return new Change(
                London.shortDayAndTime(step.decidedAt()),
                words.strand(step.strand()),
                words.level(step.level()),
                words.trend(step.level(), decided.before()),
                proposed == null || proposed.equals(step.level()) ? null : words.level(proposed),
                step.why(),
                names.apply(step.decidedBy()),
                LevelDecision.Kind.of(step.sourceKind()).label(),
                step.sourceHref(),
                second == null ? null : names.apply(second));
    }

    static List<Former> former(CaseFile file, Function<UUID, String> names) {
        return file.workers().reversed().stream()
                .filter(worker -> !worker.isLive())
                .map(worker -> new Former(
                        names.apply(worker.accountId()),
                        Role.of(worker.role()).map(Role::label).orElse(worker.role()),
                        day(worker.fromAt()),
                        day(Objects.requireNonNull(worker.untilAt())),
                        Objects.requireNonNullElse(worker.endedWhy(), "")))
                .toList();
    }

    List<Period> periods(CaseFile file, Function<UUID, String> names) {
        return file.periods().reversed().stream()
                .map(period -> period(period, names))
                .toList();
    }

    private Period period(Involvement period, Function<UUID, String> names) {
        Instant closedAt = period.closedAt();
        UUID closedBy = period.closedBy();
        String closure = period.closure();
        return new Period(
                day(period.openedAt()),
                names.apply(period.openedBy()),
                period.why(),
                closedAt == null ? null : day(closedAt),
                closedBy == null ? null : names.apply(closedBy),
                closure == null ? null : words.closures().label(closure) + ". " + period.closedWhy());
    }

    private static String day(Instant at) {
        return London.shortDay(London.date(at));
    }
}
