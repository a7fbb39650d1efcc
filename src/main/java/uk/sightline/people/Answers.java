package uk.sightline.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.Written;
import uk.sightline.reference.CodeSet;

/** Reads the fields of a form one by one and collects what is wrong with them; what was typed is kept as it is. */
final class Answers {

    private final Map<String, String> typed;
    private final LocalDate today;
    private final FieldErrors.Builder errors = FieldErrors.builder();

    Answers(Map<String, String> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    FieldErrors errors() {
        return errors.build();
    }

    boolean areRight() {
        return errors.build().isEmpty();
    }

    void wrong(String field, String message) {
        errors.add(field, message);
    }

    /** One line, which may be left empty: then null. */
    @Nullable String line(String field, String label, int most) {
        return within(field, label, Written.line(raw(field)), most);
    }

    /** Several lines, which may be left empty: then null. */
    @Nullable String text(String field, String label, int most) {
        return within(field, label, Written.text(raw(field)), most);
    }

    /** One line that must be there; an empty text when it is not. */
    String needed(String field, String label, int most) {
        String line = line(field, label, most);
        if (line == null) {
            errors.add(field, "Enter " + lower(label));
            return "";
        }
        return line;
    }

    /** Several lines that must be there; an empty text when they are not. */
    String neededText(String field, String label, int most) {
        String text = text(field, label, most);
        if (text == null) {
            errors.add(field, "Enter " + lower(label));
            return "";
        }
        return text;
    }

    /** A code that may be left open: then null. */
    @Nullable String code(String field, String label, CodeSet set) {
        String code = raw(field).strip();
        if (code.isEmpty()) {
            return null;
        }
        if (set.isCurrent(code, today)) {
            return code;
        }
        errors.add(field, "Choose " + lower(label) + " from the list");
        return null;
    }

    String neededCode(String field, String label, CodeSet set) {
        String code = code(field, label, set);
        if (code == null) {
            errors.add(field, "Choose " + lower(label));
            return "";
        }
        return code;
    }

    boolean isYes(String field) {
        return "yes".equals(raw(field));
    }

    /** A day in three fields, which may be left empty: then null. */
    @Nullable LocalDate day(String field, String label) {
        DateParts parts = parts(field);
        if (parts.isBlank()) {
            return null;
        }
        String problem = parts.problem(label);
        if (problem != null) {
            errors.add(field, problem, field + "-day");
        }
        return parts.date().orElse(null);
    }

    /** A day that has come. */
    @Nullable LocalDate pastDay(String field, String label) {
        LocalDate day = day(field, label);
        if (day != null && day.isAfter(today)) {
            errors.add(field, label + " must be today or in the past", field + "-day");
        }
        if (day != null && day.getYear() < 1900) {
            errors.add(field, label + " must be after 1900. Check the year", field + "-day");
        }
        return day;
    }

    DateParts parts(String field) {
        return new DateParts(raw(field + ".day"), raw(field + ".month"), raw(field + ".year"));
    }

    /** A number by its scheme's rules, or null when empty or wrong. */
    @Nullable String identifier(String field, IdentifierScheme scheme) {
        String text = raw(field);
        if (text.isBlank()) {
            return null;
        }
        return switch (scheme.check(text)) {
            case Checked.Valid valid -> valid.normalised();
            case Checked.Invalid invalid -> {
                errors.add(field, invalid.reason());
                yield null;
            }
        };
    }

    /** A birth date in any form; unknown when empty or wrong. */
    BirthDate birth(String field) {
        return switch (BirthDateReader.read(raw(field), today)) {
            case BirthDateReader.Reading.Understood understood -> understood.birthDate();
            case BirthDateReader.Reading.Refused refused -> {
                errors.add(field, refused.reason());
                yield BirthDate.unknown();
            }
        };
    }

    String raw(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("");
    }

    private @Nullable String within(String field, String label, String text, int most) {
        int length = Written.length(text);
        if (length > most) {
            errors.add(field, "%s must be %,d characters or fewer. You entered %,d".formatted(label, most, length));
        }
        return text.isEmpty() || length > most ? null : text;
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
