package uk.sightline.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/**
 * The clocks on records. Every verb joins the transaction of the fact that it belongs to, so that no fact is without its
 * clock and no clock without its fact. Whether the actor may do what starts or stops a clock is for the caller to ask; a
 * clock on a record that the actor may not see is, for them, not there.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Clocks {

    private final ClockRows rows;
    private final ClockStore store;
    private final Measures measures;
    private final Access access;
    private final InstantSource time;

    Clocks(ClockRows rows, ClockStore store, Measures measures, Access access, InstantSource time) {
        this.rows = rows;
        this.store = store;
        this.measures = measures;
        this.access = access;
        this.time = time;
    }

    /**
     * Starts a clock; where one of this rule already runs on the subject, it goes on and nothing changes.
     *
     * @param rule of the pack, such as C03
     * @param kind kind of the record
     * @param reference how people name the record, no personal data
     * @param at when the fact that starts it happened
     * @throws IllegalArgumentException when the pack has no such rule on that day
     * @throws RuleBroken when the owner may not see the record
     */
    public void start(
            String rule, UUID subject, String kind, String reference, UUID team, @Nullable UUID owner, Instant at) {
        maySee(owner, subject);
        var measure = measures.of(rule, at);
        var due = measure.due(at, List.of());
        var clock = new Clock(
                Ids.next(),
                rule,
                subject,
                kind,
                reference,
                team,
                owner,
                null,
                at,
                due,
                null,
                null,
                null,
                null,
                0,
                measure);
        if (store.add(clock, measure.lookAt(at, due, false, 0), time.instant())) {
            store.note(ClockEvent.assigned(clock, "started", team, owner), time.instant());
        }
    }

    /**
     * Stops the running clock of a rule, if there is one.
     *
     * @param evidence what shows that the work is done
     * @throws RuleBroken when it is late and nobody has said why (PRACTICE §0.11: the reason is mandatory)
     */
    public void stop(UUID subject, String rule, String evidence) {
        rows.running(subject, rule).ifPresent(clock -> {
            if (clock.needsReason(time.instant())) {
                throw new RuleBroken(
                        "breachReason", "Say why \"%s\" is late before you close it.".formatted(clock.label()));
            }
            end(clock, evidence);
        });
    }

    /**
     * Stops the running clock of a rule, if there is one, for somebody who does not answer for its being late: the
     * reason is still asked of the owner or the team, on their list.
     */
    public void stopForOthers(UUID subject, String rule, String evidence) {
        rows.running(subject, rule).ifPresent(clock -> end(clock, evidence));
    }

    /**
     * Lets the running clock of a rule stand still.
     *
     * @throws NoSuchRecord when none runs
     * @throws RuleBroken when the rule allows no pause, or it stands still already
     */
    public void pause(UUID subject, String rule, String reason) {
        var clock = rows.running(subject, rule).orElseThrow(NoSuchRecord::new);
        if (!clock.measure().rule().pauseable() || !clock.measure().limit().canPause()) {
            throw new RuleBroken("The clock \"%s\" cannot be paused.".formatted(clock.label()));
        }
        if (clock.pausedAt() != null) {
            throw new RuleBroken("The clock \"%s\" is paused already.".formatted(clock.label()));
        }
        store.pause(clock.id(), reason, time.instant());
        store.note(ClockEvent.of(clock, "paused", reason), time.instant());
    }

    /**
     * Lets a paused clock run on; what is due moves by the time it stood still, in the unit of its limit.
     *
     * @throws NoSuchRecord when none is paused
     */
    public void resume(UUID subject, String rule) {
        var clock = rows.running(subject, rule)
                .filter(each -> each.pausedAt() != null)
                .orElseThrow(NoSuchRecord::new);
        goOn(clock);
        store.note(ClockEvent.of(clock, "resumed", null), time.instant());
    }

    /**
     * Gives all running clocks of a record to a team, and to somebody of it or nobody yet.
     *
     * @throws RuleBroken when the owner may not see the record
     */
    public void assign(UUID subject, UUID team, @Nullable UUID owner) {
        maySee(owner, subject);
        for (var clock : rows.running(subject)) {
            store.assign(clock.id(), team, owner, time.instant());
            store.note(ClockEvent.assigned(clock, "assigned", team, owner), time.instant());
        }
    }

    /**
     * Says why the limit was missed; may be said again, and the latest counts.
     *
     * @param reasonCode code of {@code breach-reason}
     * @throws NoSuchRecord when there is no such clock
     * @throws RuleBroken when the limit was kept
     */
    public void explainBreach(UUID subject, String rule, String reasonCode, String words) {
        explain(rows.latest(subject, rule).orElseThrow(NoSuchRecord::new), reasonCode, words);
    }

    void explain(Clock clock, String reasonCode, String words) {
        if (clock.breachReason() == null && !clock.needsReason(time.instant())) {
            throw new RuleBroken("breachReason", "\"%s\" is not late.".formatted(clock.label()));
        }
        store.explain(clock.id(), measures.breachReason(reasonCode, time.instant()), words, time.instant());
        store.note(ClockEvent.of(clock, "explained", reasonCode), time.instant());
    }

    /** Whether the limit was missed and nobody has said why. */
    public boolean needsBreachReason(UUID subject, String rule) {
        return rows.latest(subject, rule)
                .filter(clock -> clock.needsReason(time.instant()))
                .isPresent();
    }

    /** All clocks of a record, running or stopped, in the order in which they were started. */
    public List<Clock> of(UUID subject) {
        return rows.of(subject);
    }

    private void end(Clock clock, String evidence) {
        var now = time.instant();
        var due = clock.pausedAt() == null ? clock.dueAt() : goOn(clock);
        store.stop(clock.id(), evidence, clock.measure().broken(due, now, true), now);
        store.note(ClockEvent.of(clock, "stopped", evidence), now);
    }

    private Instant goOn(Clock clock) {
        store.keepPause(clock.id(), time.instant());
        var measure = clock.measure();
        var due = measure.due(clock.startedAt(), rows.pauses(clock.id()));
        store.resume(clock.id(), due, measure.lookAt(clock.startedAt(), due, clock.breachedAt() != null, clock.rung()));
        return due;
    }

    private void maySee(@Nullable UUID owner, UUID subject) {
        if (owner != null && !access.decide(owner, Action.VIEW, subject).allowed()) {
            throw new RuleBroken("owner", "They may not see this record, so it cannot be given to them.");
        }
    }
}
