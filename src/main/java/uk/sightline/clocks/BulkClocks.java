package uk.sightline.clocks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;

/** Clocks that have run, or run since a while, many at once: what {@link Clocks} would have kept of them. */
@Component
public class BulkClocks {

    private static final String CLOCK = """
            id, rule, edition, subject_id, kind, reference, team_id, owner_id, accepted_at, started_at, due_at, stopped_at,
            evidence, breached_at, breach_reason, breach_words, breach_by, breach_told, look_at, created_by, created_at""";

    private static final String EVENT = "clock_id, subject_id, at, actor, what, team_id, owner_id, words";

    private final JdbcOperations sql;
    private final Measures measures;

    BulkClocks(JdbcOperations sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
    }

    /**
     * A clock as it went.
     *
     * @param by who started it
     * @param stopped null while it runs
     * @param late why the limit was missed; left out when it was kept
     */
    public record Past(
            String rule,
            UUID subject,
            String kind,
            String reference,
            UUID team,
            @Nullable UUID owner,
            UUID by,
            Instant started,
            @Nullable Stopped stopped,
            @Nullable Late late) {}

    /** When a clock was stopped, by whom, and what showed that the work was done. */
    public record Stopped(Instant at, UUID by, String evidence) {}

    /** Why a limit was missed: code of {@code breach-reason}, and in words. */
    public record Late(String reason, String words, UUID by, Instant at) {}

    /** When something of this rule that started then is due. */
    public Instant due(String rule, Instant started) {
        return measures.of(rule, started).due(started, List.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Past> clocks) {
        BulkRows rows = BulkRows.into("clocks.clock", CLOCK);
        BulkRows events = BulkRows.into("clocks.clock_event", EVENT);
        clocks.forEach(clock -> add(clock, rows, events));
        rows.write(sql);
        events.write(sql);
    }

    private void add(Past clock, BulkRows rows, BulkRows events) {
        UUID id = Ids.next();
        Measure measure = measures.of(clock.rule(), clock.started());
        Instant due = measure.due(clock.started(), List.of());
        Stopped stopped = clock.stopped();
        Late late = wasLate(measure, due, clock) ? clock.late() : null;
        boolean broken = late != null || stopped != null && measure.broken(due, stopped.at(), true);
        rows.add(
                id,
                clock.rule(),
                measures.edition(),
                clock.subject(),
                clock.kind(),
                clock.reference(),
                clock.team(),
                clock.owner(),
                clock.owner() == null ? null : clock.started(),
                clock.started(),
                due,
                stopped == null ? null : stopped.at(),
                stopped == null ? null : stopped.evidence(),
                broken ? due : null,
                late == null ? null : late.reason(),
                late == null ? null : late.words(),
                late == null ? null : late.by(),
                late == null ? null : late.at(),
                stopped == null ? measure.lookAt(clock.started(), due, broken, 0) : null,
                Actor.current().id(),
                clock.started());
        addEvents(id, clock, due, late, broken, events);
    }

    /** Somebody who runs late may say why before it is done. */
    private static boolean wasLate(Measure measure, Instant due, Past clock) {
        Stopped stopped = clock.stopped();
        Late late = clock.late();
        return stopped == null
                ? late != null && measure.broken(due, late.at(), false)
                : measure.broken(due, stopped.at(), true);
    }

    private static void addEvents(
            UUID id, Past clock, Instant due, @Nullable Late late, boolean broken, BulkRows events) {
        event(events, id, clock, clock.started(), clock.by(), "started", null);
        if (broken) {
            event(events, id, clock, due, clock.by(), "breached", null);
        }
        if (late != null) {
            event(events, id, clock, late.at(), late.by(), "explained", late.reason());
        }
        Stopped stopped = clock.stopped();
        if (stopped != null) {
            event(events, id, clock, stopped.at(), stopped.by(), "stopped", stopped.evidence());
        }
    }

    private static void event(
            BulkRows events, UUID id, Past clock, Instant at, UUID by, String what, @Nullable String words) {
        events.add(id, clock.subject(), at, by, what, clock.team(), clock.owner(), words);
    }
}
