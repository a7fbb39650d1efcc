package uk.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.sightline.clocks.London.DEADLINES;
import static uk.sightline.clocks.London.WORKING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DeadlineProperties {

    private static final Instant FIRST = London.at("2020-01-01 00:00");

    @Property
    void aLimitOfWorkingDaysNeverEndsWhenNobodyWorks(
            @ForAll("moments") Instant start, @ForAll @IntRange(max = 60) int days) {
        var due = DEADLINES.due(start, new Limit.Working(days)).atZone(London.ZONE);

        assertThat(WORKING.isWorking(due.toLocalDate())).isTrue();
        assertThat(due.toLocalTime()).isAfterOrEqualTo(LocalTime.of(9, 0));
    }

    @Property
    void aLimitOfWorkingDaysHasThatManyWorkingDaysInIt(
            @ForAll("moments") Instant start, @ForAll @IntRange(max = 60) int days) {
        var from = WORKING.counted(start).toLocalDate();
        var until = LocalDate.ofInstant(DEADLINES.due(start, new Limit.Working(days)), London.ZONE);

        assertThat(from.datesUntil(until).filter(WORKING::isWorking).count()).isEqualTo(days);
    }

    @Property
    void aLaterStartIsNeverDueEarlier(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 10_000) int minutes,
            @ForAll("limits") Limit limit) {
        assertThat(DEADLINES.due(start.plusSeconds(60L * minutes), limit))
                .isAfterOrEqualTo(DEADLINES.due(start, limit));
    }

    @Property
    void aLaterStartIsNeverDueEarlierOnTheNightsWhenClocksChange(
            @ForAll("nightsOfChange") Instant start,
            @ForAll @IntRange(max = 200) int minutes,
            @ForAll("limits") Limit limit) {
        assertThat(DEADLINES.due(start.plusSeconds(60L * minutes), limit))
                .isAfterOrEqualTo(DEADLINES.due(start, limit));
    }

    @Property
    void aDeadlineIsNeverBeforeItsStart(@ForAll("moments") Instant start, @ForAll("limits") Limit limit) {
        assertThat(DEADLINES.due(start, limit)).isAfterOrEqualTo(start);
    }

    @Property
    void pausingMovesHoursByExactlyThePause(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 2, max = 500) int hours,
            @ForAll @IntRange(max = 60) int before,
            @ForAll @IntRange(max = 50_000) int paused) {
        var limit = new Limit.Elapsed(Duration.ofHours(hours));
        var from = start.plusSeconds(60L * before);
        var until = from.plusSeconds(60L * paused);

        assertThat(DEADLINES.due(start, limit, List.of(new Pause(from, until))))
                .isEqualTo(DEADLINES.due(start, limit).plusSeconds(60L * paused));
    }

    @Property
    void aPauseNeverMovesADeadlineEarlier(
            @ForAll("moments") Instant start,
            @ForAll("pauseable") Limit limit,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @IntRange(max = 50_000) int paused) {
        var from = start.plusSeconds(60L * before);
        var pause = new Pause(from, from.plusSeconds(60L * paused));

        assertThat(DEADLINES.due(start, limit, List.of(pause))).isAfterOrEqualTo(DEADLINES.due(start, limit));
    }

    @Property
    void twoPausesInARowAreOnePause(
            @ForAll("moments") Instant start,
            @ForAll("pauseable") Limit limit,
            @ForAll @IntRange(max = 9_000) int paused) {
        var middle = start.plusSeconds(60L * (paused / 3));
        var end = start.plusSeconds(60L * paused);

        assertThat(DEADLINES.due(start, limit, List.of(new Pause(start, middle), new Pause(middle, end))))
                .isEqualTo(DEADLINES.due(start, limit, List.of(new Pause(start, end))));
    }

    @Property
    void whatIsUsedAndWhatIsLeftMakeTheAllowance(
            @ForAll("moments") Instant start,
            @ForAll("limits") Limit limit,
            @ForAll @IntRange(max = 100_000) int minutes) {
        var due = DEADLINES.due(start, limit);
        var now = start.plusSeconds(60L * minutes);

        assertThat(DEADLINES.remaining(start, now, limit).plus(DEADLINES.remaining(now, due, limit)))
                .isEqualTo(DEADLINES.allowance(start, limit));
    }

    @Property
    void hoursLastAsLongAsTheySayAcrossClockChanges(
            @ForAll("nightsOfChange") Instant start, @ForAll @IntRange(max = 100) int hours) {
        var due = DEADLINES.due(start, new Limit.Elapsed(Duration.ofHours(hours)));

        assertThat(Duration.between(start, due)).isEqualTo(Duration.ofHours(hours));
    }

    @Property
    void aPlaceOnTheWorkingLineIsFoundAgain(@ForAll("moments") Instant moment) {
        var begun = WORKING.counted(moment).atZone(London.ZONE).toInstant();

        assertThat(WORKING.moment(WORKING.position(moment))).isEqualTo(begun);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 10L * 365 * 24 * 60).map(minutes -> FIRST.plusSeconds(60 * minutes));
    }

    @Provide
    Arbitrary<Instant> nightsOfChange() {
        return Arbitraries.of("2026-03-28 00:00", "2026-03-29 00:00", "2026-10-24 00:00", "2026-10-25 00:00")
                .flatMap(night -> Arbitraries.longs()
                        .between(0, 240)
                        .map(minutes -> London.at(night).plusSeconds(60 * minutes)));
    }

    @Provide
    Arbitrary<Limit> pauseable() {
        return Arbitraries.integers()
                .between(0, 60)
                .flatMap(amount -> Arbitraries.of(
                        new Limit.Elapsed(Duration.ofHours(amount)),
                        new Limit.CalendarDays(amount),
                        new Limit.Working(amount),
                        new Limit.Months(amount % 12)));
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Arbitraries.oneOf(
                pauseable(),
                Arbitraries.of(
                        Limit.of(London.PACK.clock("C29", LocalDate.of(2026, 1, 1))),
                        Limit.of(London.PACK.clock("C04", LocalDate.of(2026, 1, 1))),
                        Limit.of(London.PACK.clock("C01", LocalDate.of(2026, 1, 1)))));
    }
}
