package uk.sightline.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.sightline.reference.Allowance;
import uk.sightline.reference.ClockRule;

/**
 * Reckons when things are due and what is left.
 *
 * <p><b>Units.</b> Elapsed limits are counted in real time, so that 24 hours stay 24 hours when the clocks change.
 * Calendar days and months keep the time of day (at clock changes as {@link LondonTime} says). Working
 * days follow {@link WorkingDays}. A meeting is due at
 * its start.
 *
 * <p><b>Pauses.</b> Time in which a clock stood still is not counted, measured in the clock's own unit: a pause over a
 * weekend moves a limit of hours by the weekend and a limit of working days not at all. A pause that begins when the
 * limit was already reached changes nothing: what was late stays late.
 */
public final class Deadlines {

    private final WorkingDays working;

    public Deadlines(WorkingDays working) {
        this.working = working;
    }

    /** When something that started then is due. */
    public Instant due(Instant start, Limit limit) {
        return switch (limit) {
            case Limit.Elapsed(var time, var notCounting) -> ElapsedTime.after(start, time, notCounting);
            case Limit.CalendarDays(var days) ->
                LondonTime.instant(LondonTime.wall(start).plusDays(days));
            case Limit.Months(var months) -> LondonTime.instant(monthsAfter(LondonTime.wall(start), months));
            case Limit.Working(var days) -> working.due(start, days);
            case Limit.NextMeeting meeting -> next(start, meeting);
            case Limit.Immediate immediate -> start;
        };
    }

    /**
     * When something is due that stood still for a while.
     *
     * @param pauses ended ones, not overlapping
     * @throws IllegalArgumentException when the limit cannot be paused, or a pause lies before the start or in another
     */
    public Instant due(Instant start, Limit limit, List<Pause> pauses) {
        if (!pauses.isEmpty() && !limit.canPause()) {
            throw new IllegalArgumentException("what is due at once or at a meeting cannot be paused");
        }
        var due = due(start, limit);
        var moved = Duration.ZERO;
        var last = start;
        for (var pause : inOrder(pauses)) {
            notBefore(last, pause);
            last = pause.until();
            if (pause.from().isBefore(due)) {
                moved = moved.plus(between(pause.from(), pause.until(), limit));
                due = moved(due(start, limit), moved, limit);
            }
        }
        return due;
    }

    /** The whole allowance of a clock, in its own unit. */
    public Duration allowance(Instant start, Limit limit) {
        return between(start, due(start, limit), limit);
    }

    /** What is left, in the clock's own unit; negative when the limit is passed. */
    public Duration remaining(Instant now, Instant due, Limit limit) {
        return between(now, due, limit);
    }

    /** The colour of a running clock; once the due moment is reached it is red whatever the unit. */
    public Rag rag(Instant start, Instant due, Instant now, Limit limit) {
        return now.isBefore(due)
                ? Rag.of(atLeastSomething(remaining(now, due, limit)), allowance(start, limit))
                : Rag.RED;
    }

    /** What is left in words, such as "2 h 10 min left" or "overdue by 1 working day". */
    public String words(Instant now, Instant due, Limit limit) {
        return Remaining.words(now, due, remaining(now, due, limit), limit);
    }

    /**
     * The ladder of a rule with its times, earliest first.
     *
     * @param due when the clock is due, its pauses counted in
     */
    public List<Escalation> escalations(ClockRule rule, Instant start, Instant due) {
        List<Escalation> steps = new ArrayList<>();
        for (var step : rule.ladder()) {
            var from = step.from() == ClockRule.Anchor.START ? start : due;
            steps.add(new Escalation(steps.size(), after(from, step.after()), step.tell()));
        }
        steps.sort(Comparator.comparing(Escalation::at));
        return List.copyOf(steps);
    }

    /** No time at all after a moment is that moment, also on a Sunday. */
    private Instant after(Instant from, Allowance allowance) {
        return allowance.amount() == 0 ? from : due(from, Limit.of(allowance));
    }

    private Duration between(Instant from, Instant until, Limit limit) {
        return switch (limit) {
            case Limit.Working w -> working.position(until).minus(working.position(from));
            case Limit.CalendarDays d -> Duration.between(LondonTime.wall(from), LondonTime.wall(until));
            case Limit.Months m -> Duration.between(LondonTime.wall(from), LondonTime.wall(until));
            case Limit.Elapsed(var time, var notCounting) -> ElapsedTime.between(from, until, notCounting);
            case Limit.NextMeeting n -> Duration.between(from, until);
            case Limit.Immediate i -> Duration.between(from, until);
        };
    }

    private Instant moved(Instant due, Duration by, Limit limit) {
        return switch (limit) {
            case Limit.Working w -> working.moment(working.position(due).plus(by));
            case Limit.CalendarDays d -> LondonTime.instant(LondonTime.wall(due).plus(by));
            case Limit.Months m -> LondonTime.instant(LondonTime.wall(due).plus(by));
            case Limit.Elapsed(var time, var notCounting) -> ElapsedTime.after(due, by, notCounting);
            case Limit.NextMeeting n -> due;
            case Limit.Immediate i -> due;
        };
    }

    private Instant next(Instant start, Limit.NextMeeting meeting) {
        var day = working.onOrAfter(LondonTime.wall(start).toLocalDate());
        while (LondonTime.instant(day.atTime(meeting.at()))
                .minus(meeting.agendaCloses())
                .isBefore(start)) {
            day = working.onOrAfter(day.plusDays(1));
        }
        return LondonTime.instant(day.atTime(meeting.at()));
    }

    /** Where the month has no such day, the end of its last day, which is when somebody born on 29 February comes of age. */
    private static LocalDateTime monthsAfter(LocalDateTime start, int months) {
        var end = start.plusMonths(months);
        return end.getDayOfMonth() == start.getDayOfMonth()
                ? end
                : end.toLocalDate().plusDays(1).atStartOfDay();
    }

    /** By time, those that touch made one. */
    private static List<Pause> inOrder(List<Pause> pauses) {
        List<Pause> ordered = new ArrayList<>();
        for (var pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            var touching = !ordered.isEmpty() && ordered.getLast().until().equals(pause.from());
            ordered.add(touching ? new Pause(ordered.removeLast().from(), pause.until()) : pause);
        }
        return ordered;
    }

    private static void notBefore(Instant earliest, Pause pause) {
        if (pause.from().isBefore(earliest)) {
            throw new IllegalArgumentException("a pause lies after the start and after the pause before it: " + pause);
        }
    }

    private static Duration atLeastSomething(Duration remaining) {
        return remaining.isPositive() ? remaining : Duration.ofNanos(1);
    }
}
