package uk.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.sightline.clocks.London.DEADLINES;
import static uk.sightline.clocks.London.at;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTests {

    private static final Limit HOURS = new Limit.Elapsed(Duration.ofHours(24));
    private static final Limit WORKING = new Limit.Working(5);

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource({
        "2026-06-08 12:50, 2026-06-08 15:00, 2 h 10 min left",
        "2026-06-08 14:00, 2026-06-08 15:00, 1 h left",
        "2026-06-08 14:59, 2026-06-08 15:00, 1 min left",
        "2026-06-08 18:00, 2026-06-08 15:00, overdue by 3 h",
        "2026-06-08 15:00, 2026-06-08 15:00, overdue by less than 1 min",
        "2026-06-05 17:00, 2026-06-08 15:00, 2 days 22 h left",
        "2026-06-01 15:00, 2026-06-30 16:00, 29 days left",
        "2026-06-12 15:00, 2026-06-08 15:00, overdue by 4 days",
    })
    void hoursAreSaidInHoursAndDays(String now, String due, String words) {
        assertThat(DEADLINES.words(at(now), at(due), HOURS)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource({
        "2026-06-05 15:00, 2026-06-08 15:00, 1 working day left",
        "2026-06-05 12:00, 2026-06-08 15:00, '1 working day, 3 h left'",
        "2026-06-05 16:00, 2026-06-08 15:00, due Monday",
        "2026-06-09 16:00, 2026-06-10 15:00, due tomorrow",
        "2026-06-08 12:50, 2026-06-08 15:00, 2 h 10 min left",
        "2026-06-01 10:00, 2026-06-08 10:00, 5 working days left",
        "2026-06-08 18:00, 2026-06-08 15:00, overdue by 3 h",
        "2026-06-12 15:00, 2026-06-08 15:00, overdue by 4 working days",
        "2026-06-06 15:00, 2026-06-05 15:00, overdue since yesterday",
        "2026-06-08 10:00, 2026-06-05 15:00, overdue since Friday",
    })
    void workingDaysAreSaidInWorkingDays(String now, String due, String words) {
        assertThat(DEADLINES.words(at(now), at(due), WORKING)).isEqualTo(words);
    }

    @Test
    void anEmergencySaysHowLongAgoItWasDue() {
        assertThat(DEADLINES.words(
                        at("2026-06-08 15:06"), at("2026-06-08 15:00"), new Limit.Immediate(Duration.ofMinutes(15))))
                .isEqualTo("due at once, 6 min ago");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-06-08 00:00, GREEN",
        "2026-06-08 11:59, GREEN",
        "2026-06-08 12:00, AMBER",
        "2026-06-08 23:59, AMBER",
        "2026-06-09 00:00, RED",
        "2026-06-10 00:00, RED",
    })
    void aClockTurnsAmberAtHalfAndRedAtItsLimit(String now, Rag colour) {
        var start = at("2026-06-08 00:00");

        assertThat(DEADLINES.rag(start, DEADLINES.due(start, HOURS), at(now), HOURS))
                .isEqualTo(colour);
    }

    @Test
    void aWeekendDoesNotUseUpWorkingDays() {
        var start = at("2026-06-05 09:00");
        var limit = new Limit.Working(2);
        var due = DEADLINES.due(start, limit);

        assertThat(DEADLINES.rag(start, due, at("2026-06-05 20:00"), limit)).isEqualTo(Rag.GREEN);
        assertThat(DEADLINES.rag(start, due, at("2026-06-07 20:00"), limit)).isEqualTo(Rag.AMBER);
        assertThat(DEADLINES.remaining(at("2026-06-07 20:00"), due, limit)).isEqualTo(Duration.ofDays(1));
    }
}
