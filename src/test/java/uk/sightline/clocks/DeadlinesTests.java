package uk.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.sightline.clocks.London.DEADLINES;
import static uk.sightline.clocks.London.at;
import static uk.sightline.clocks.London.wall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.sightline.reference.ClockRule;

class DeadlinesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest(name = "{1} wd from {0} is {2}")
    @CsvSource({
        "2026-06-05 15:00, 1, 2026-06-08 15:00", // Friday
        "2026-06-05 22:00, 1, 2026-06-08 22:00", // Friday evening
        "2026-06-06 12:00, 1, 2026-06-09 09:00", // Saturday counts from Monday 09:00
        "2026-06-07 23:59, 1, 2026-06-09 09:00",
        "2026-06-08 06:30, 1, 2026-06-09 09:00", // before opening
        "2026-06-08 09:00, 1, 2026-06-09 09:00",
        "2026-06-08 10:00, 0, 2026-06-08 10:00",
        "2026-12-24 15:00, 1, 2026-12-29 15:00", // Christmas Day, weekend, substitute for Boxing Day
        "2026-12-25 10:00, 1, 2026-12-30 09:00",
        "2026-12-31 11:00, 1, 2027-01-04 11:00",
        "2026-04-02 16:00, 1, 2026-04-07 16:00", // Maundy Thursday over Easter
        "2026-04-02 16:00, 15, 2026-04-27 16:00",
        "2020-05-07 12:00, 1, 2020-05-11 12:00", // the moved early May holiday
        "2022-06-01 12:00, 1, 2022-06-06 12:00", // two holidays of the jubilee
        "2026-03-27 10:00, 1, 2026-03-30 10:00", // clocks go forward on the Sunday
        "2026-10-23 10:00, 1, 2026-10-26 10:00", // clocks go back on the Sunday
    })
    void workingDaysSkipWeekendsAndHolidays(String start, int days, String due) {
        assertThat(wall(DEADLINES.due(at(start), new Limit.Working(days)))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{1} h from {0} is {2}")
    @CsvSource({
        "2026-06-05 15:00, 72, 2026-06-08 15:00",
        "2026-03-28 12:00, 24, 2026-03-29 13:00", // an hour is lost that night
        "2026-10-24 12:00, 24, 2026-10-25 11:00", // an hour is won that night
    })
    void hoursAreRealHours(String start, int hours, String due) {
        assertThat(wall(DEADLINES.due(at(start), new Limit.Elapsed(Duration.ofHours(hours)))))
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{1} cd from {0} is {2}")
    @CsvSource({
        "2026-03-28 12:00, 1, 2026-03-29 12:00",
        "2026-10-24 12:00, 1, 2026-10-25 12:00",
        "2026-03-28 01:30, 1, 2026-03-29 02:00", // 01:30 does not exist that night
        "2026-10-24 01:30, 1, 2026-10-25 01:30",
        "2028-02-28 10:00, 30, 2028-03-29 10:00",
    })
    void calendarDaysKeepTheTimeOfDay(String start, int days, String due) {
        assertThat(wall(DEADLINES.due(at(start), new Limit.CalendarDays(days)))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{1} months from {0} is {2}")
    @CsvSource({
        "2026-01-31 10:00, 1, 2026-03-01 00:00",
        "2008-02-29 00:00, 216, 2026-03-01 00:00",
        "2009-07-15 00:00, 210, 2027-01-15 00:00"
    })
    void monthsEndWithTheLastDayOfAShortMonth(String start, int months, String due) {
        assertThat(wall(DEADLINES.due(at(start), new Limit.Months(months)))).isEqualTo(due);
    }

    @ParameterizedTest(name = "what comes at {0} is for the meeting at {1}")
    @CsvSource({
        "2026-06-08 08:45, 2026-06-08 09:15",
        "2026-06-08 08:46, 2026-06-09 09:15", // the agenda has closed
        "2026-06-05 15:00, 2026-06-08 09:15",
        "2026-06-06 02:00, 2026-06-08 09:15",
        "2026-12-24 09:16, 2026-12-29 09:15",
    })
    void theNextMeetingIsOnAWorkingDayWithItsAgendaOpen(String start, String due) {
        var dram = new Limit.NextMeeting(LocalTime.of(9, 15), Duration.ofMinutes(30));

        assertThat(wall(DEADLINES.due(at(start), dram))).isEqualTo(due);
    }

    @Test
    void anImmediateClockIsDueWhenItStarts() {
        assertThat(DEADLINES.due(at("2026-06-06 02:00"), new Limit.Immediate(Duration.ofMinutes(15))))
                .isEqualTo(at("2026-06-06 02:00"));
    }

    @Test
    void aReturnInterviewIsDue72HoursAfterBeingFound() {
        var rule = London.PACK.clock("C12", DAY);

        assertThat(DEADLINES.due(at("2026-06-05 23:10"), Limit.of(rule))).isEqualTo(at("2026-06-08 23:10"));
    }

    @ParameterizedTest(name = "served {0}, heard by {1}")
    @CsvSource({
        "2026-12-23 15:00, 2026-12-26 15:00",
        "2026-12-24 15:00, 2026-12-27 15:00",
        "2026-12-25 15:00, 2026-12-28 00:00",
        "2026-12-22 15:00, 2026-12-24 15:00",
        "2026-12-23 00:00, 2026-12-25 00:00",
    })
    void aClosureNoticePassesOverChristmasDay(String served, String heard) {
        var limit = Limit.of(London.PACK.clock("C29", DAY));

        assertThat(wall(DEADLINES.due(at(served), limit))).isEqualTo(heard);
        assertThat(DEADLINES.allowance(at(served), limit)).isEqualTo(Duration.ofHours(48));
    }

    @Test
    void aWeekendOnHoldMovesHoursButNotWorkingDays() {
        var start = at("2026-06-05 15:00");
        var weekend = List.of(new Pause(at("2026-06-06 00:00"), at("2026-06-08 00:00")));

        assertThat(wall(DEADLINES.due(start, new Limit.Elapsed(Duration.ofHours(72)), weekend)))
                .isEqualTo("2026-06-10 15:00");
        assertThat(wall(DEADLINES.due(start, new Limit.Working(1), weekend))).isEqualTo("2026-06-08 15:00");
        assertThat(wall(DEADLINES.due(start, new Limit.CalendarDays(4), weekend)))
                .isEqualTo("2026-06-11 15:00");
    }

    @Test
    void aWorkingDayOnHoldIsGivenBack() {
        var hold = List.of(new Pause(at("2026-06-05 16:00"), at("2026-06-09 16:00")));

        assertThat(wall(DEADLINES.due(at("2026-06-05 15:00"), new Limit.Working(2), hold)))
                .isEqualTo("2026-06-11 15:00");
    }

    @Test
    void aPauseOverTheWholeWeekendBeforeADeadlineOnMondayMovesIt() {
        var start = at("2026-06-05 09:00");
        var hold = List.of(new Pause(at("2026-06-06 10:00"), at("2026-06-10 09:00")));

        assertThat(wall(DEADLINES.due(start, new Limit.Working(1), hold))).isEqualTo("2026-06-10 09:00");
    }

    @Test
    void whatWasLateBeforeAPauseStaysLate() {
        var start = at("2026-06-05 15:00");
        var limit = new Limit.Elapsed(Duration.ofHours(1));
        var late = List.of(new Pause(at("2026-06-05 17:00"), at("2026-06-06 17:00")));

        assertThat(DEADLINES.due(start, limit, late)).isEqualTo(at("2026-06-05 16:00"));
    }

    @Test
    void aMeetingOrAnEmergencyCannotBePausedNorPausesOverlap() {
        var start = at("2026-06-05 15:00");
        var pause = new Pause(start, start.plusSeconds(60));

        assertThatThrownBy(() -> DEADLINES.due(start, new Limit.Immediate(Duration.ZERO), List.of(pause)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DEADLINES.due(start, new Limit.Working(1), List.of(pause, pause)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pause(start.plusSeconds(1), start)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit.Working(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLadderOfAnOverdueActionClimbsInWorkingDays() {
        var due = at("2026-06-06 12:00");

        assertThat(DEADLINES.escalations(London.PACK.clock("C33", DAY), due, due))
                .extracting(step -> wall(step.at()), step -> step.tell().toString())
                .containsExactly(
                        tuple("2026-06-06 12:00", "[owner]"),
                        tuple("2026-06-10 09:00", "[manager]"),
                        tuple("2026-06-15 09:00", "[chair]"));
    }

    @Test
    void anEmergencyIsRemindedOfAfter15Minutes() {
        var start = at("2026-06-06 02:00");

        assertThat(DEADLINES
                        .escalations(London.PACK.clock("C01", DAY), start, start)
                        .getFirst()
                        .at())
                .isEqualTo(at("2026-06-06 02:15"));
    }

    @Test
    void everyClockOfThePackCanBeReckoned() {
        for (ClockRule rule : London.PACK.clocks()) {
            var limit = Limit.of(rule);
            var due = DEADLINES.due(at("2026-06-06 02:00"), limit);

            assertThat(due).as(rule.id()).isAfterOrEqualTo(at("2026-06-06 02:00"));
            assertThat(limit.canPause() || !rule.pauseable()).as(rule.id()).isTrue();
        }
    }
}
