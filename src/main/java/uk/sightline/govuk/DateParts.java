package uk.sightline.govuk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A date as it was typed, in three fields: kept as typed until it is a date. Months may be words. */
public record DateParts(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    public static DateParts blank() {
        return new DateParts(null, null, null);
    }

    public static DateParts of(@Nullable LocalDate date) {
        if (date == null) return blank();
        return new DateParts(
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getYear()));
    }

    public boolean isBlank() {
        return missing().size() == 3;
    }

    /** The date, or nothing when the fields do not make a real one. A year has four digits. */
    public Optional<LocalDate> date() {
        try {
            var written = strip(year);
            if (written.length() != 4) return Optional.empty();
            return Optional.of(LocalDate.of(Integer.parseInt(written), monthNumber(), Integer.parseInt(strip(day))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong, in the words of the design system, or null when this is a real date: "Date of birth must include
     * a month".
     *
     * @param what what the date is, as it begins a sentence
     */
    public @Nullable String problem(String what) {
        var missing = missing();
        if (missing.size() == 3) return "Enter " + what.substring(0, 1).toLowerCase(Locale.UK) + what.substring(1);
        if (!missing.isEmpty()) return what + " must include a " + String.join(" and a ", missing);
        return date().isPresent() ? null : what + " must be a real date";
    }

    Map<String, String> values(String field) {
        return Map.of(field + ".day", strip(day), field + ".month", strip(month), field + ".year", strip(year));
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        if (strip(day).isEmpty()) missing.add("day");
        if (strip(month).isEmpty()) missing.add("month");
        if (strip(year).isEmpty()) missing.add("year");
        return missing;
    }

    private int monthNumber() {
        var written = strip(month).toLowerCase(Locale.UK);
        var named = Stream.of(written)
                .filter(word -> word.length() >= 3)
                .mapToInt(word -> MONTHS.indexOf(word.substring(0, 3)))
                .filter(index -> index >= 0)
                .findFirst();
        return named.isPresent() ? named.getAsInt() + 1 : Integer.parseInt(written);
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
