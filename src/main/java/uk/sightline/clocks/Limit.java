package uk.sightline.clocks;

import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Set;
import uk.sightline.reference.Allowance;
import uk.sightline.reference.ClockRule;

/** How long something may take, in the unit in which it is counted (PRACTICE §0.11). */
public sealed interface Limit {

    /**
     * Time by the clock, nights and weekends included.
     *
     * @param notCounting days of the year passed over, such as Christmas Day for a closure notice (C29)
     */
    record Elapsed(Duration time, Set<MonthDay> notCounting) implements Limit {
        public Elapsed(Duration time) {
            this(time, Set.of());
        }

        public Elapsed {
            atLeastNothing(time);
        }
    }

    /** Days of the calendar; due at the same time of day. */
    record CalendarDays(int days) implements Limit {
        public CalendarDays {
            atLeastNothing(days);
        }
    }

    /** Months of the calendar; due at the same time of day, or with the last day of a month that is too short. */
    record Months(int months) implements Limit {
        public Months {
            atLeastNothing(months);
        }
    }

    /** Working days, by the convention of {@link WorkingDays}. */
    record Working(int days) implements Limit {
        public Working {
            atLeastNothing(days);
        }
    }

    /**
     * The next meeting on a working day, such as the daily risk assessment meeting (C04).
     *
     * @param at when it starts, in Europe/London
     * @param agendaCloses how long before that; what comes later waits for the meeting after
     */
    record NextMeeting(LocalTime at, Duration agendaCloses) implements Limit {
        public NextMeeting {
            atLeastNothing(agendaCloses);
        }
    }

    /**
     * At once (C01): due from the first minute, broken when the first reminder comes.
     *
     * @param remindAfter when the first reminder comes
     */
    record Immediate(Duration remindAfter) implements Limit {
        public Immediate {
            atLeastNothing(remindAfter);
        }
    }

    /** How long after the due moment the limit is kept: nobody does anything in no time at all. */
    default Duration grace() {
        return this instanceof Immediate(var remindAfter) ? remindAfter : Duration.ZERO;
    }

    /** Whether a clock with this limit can be paused: not when it is due at once or at a meeting. */
    default boolean canPause() {
        return !(this instanceof Immediate || this instanceof NextMeeting);
    }

    /** The limit of a clock rule of the pack. */
    static Limit of(ClockRule rule) {
        var limit = of(rule.limit());
        return limit instanceof Elapsed(var time, var none) ? new Elapsed(time, rule.notCounting()) : limit;
    }

    /** An amount of the pack. */
    static Limit of(Allowance allowance) {
        var amount = allowance.amount();
        return switch (allowance.unit()) {
            case MIN -> new Elapsed(Duration.ofMinutes(amount));
            case H -> new Elapsed(Duration.ofHours(amount));
            case CD -> new CalendarDays(amount);
            case WD -> new Working(amount);
            case MONTHS -> new Months(amount);
            case NEXT_MEETING ->
                new NextMeeting(
                        Objects.requireNonNull(allowance.at(), "a meeting has a time"), Duration.ofMinutes(amount));
            case IMMEDIATE -> new Immediate(Duration.ofMinutes(amount));
        };
    }

    private static void atLeastNothing(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + amount);
        }
    }

    private static void atLeastNothing(Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a limit is not negative: " + amount);
        }
    }
}
