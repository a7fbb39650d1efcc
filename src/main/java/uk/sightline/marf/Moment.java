package uk.sightline.marf;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.London;

/**
 * A day and a time of day as typed: the day in three fields, the time in one ("14:05", "2pm", "14.05", "1405"), under
 * the same name with {@code Time} behind it.
 */
record Moment(String name, String what) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*(am|pm)?");

    static Optional<LocalTime> time(String typed) {
        Matcher parts = TIME.matcher(typed.strip().toLowerCase(Locale.UK));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return hour(hour, parts.group(3)).filter(h -> h < 24 && minute < 60).map(h -> LocalTime.of(h, minute));
    }

    private static Optional<Integer> hour(int hour, @Nullable String half) {
        if (half == null) {
            return Optional.of(hour);
        }
        return hour < 1 || hour > 12 ? Optional.empty() : Optional.of(hour % 12 + (half.equals("pm") ? 12 : 0));
    }

    Optional<Instant> read(Answers answers) {
        DateParts day = answers.date(name);
        return day.date()
                .flatMap(date ->
                        time(answers.text(name + "Time")).map(time -> London.instant(LocalDateTime.of(date, time))));
    }

    /** A real day that has come, and a time of day. */
    void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        DateParts day = answers.date(name);
        String problem = day.problem("The day " + what);
        if (problem != null) {
            wrong.add(name, problem, name + "-day");
        } else if (day.date().filter(filling.today()::isBefore).isPresent()) {
            wrong.add(name, "The day " + what + " must be today or earlier", name + "-day");
        }
        if (time(answers.text(name + "Time")).isEmpty()) {
            wrong.add(name + "Time", "Enter the time " + what + ", like 14:05. Roughly is enough");
        }
    }

    static Answers filledIn(Answers answers, String name, Instant at) {
        LocalDateTime local = London.dateTime(at);
        return answers.with(name + ".day", String.valueOf(local.getDayOfMonth()))
                .with(name + ".month", String.valueOf(local.getMonthValue()))
                .with(name + ".year", String.valueOf(local.getYear()))
                .with(name + "Time", London.clock(at));
    }
}
