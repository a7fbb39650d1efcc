package uk.sightline.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.platform.London;
import uk.sightline.reference.School;

/** Puts facts into words, with the labels of the pack. */
@Component
class FactWords {

    private static final Set<String> UNSAFE = Set.of("no", "with-care");

    private final Choices choices;

    FactWords(Choices choices) {
        this.choices = choices;
    }

    /** @param mayOpen whether the other person of a relationship can be opened by the reader */
    FactLine line(FactRow row, java.util.function.Predicate<UUID> mayOpen) {
        UUID other = row.otherId();
        return new FactLine(
                row.id(),
                row.kind(),
                label(row),
                value(row),
                note(row),
                warns(row),
                dates(row.fromOn(), row.untilOn()),
                row.source(),
                other != null && mayOpen.test(other) ? "/people/" + other : null,
                !row.holdsOn(choices.today()),
                row.correctedWhy(),
                "protected".equals(row.mark()));
    }

    private String label(FactRow row) {
        return switch (row.kind()) {
            case NAME -> choices.label("name-kind", row.code());
            case IDENTIFIER -> scheme(row).label();
            case ADDRESS -> choices.label("address-kind", row.code());
            case CONTACT -> choices.label("contact-kind", row.code());
            case RELATIONSHIP -> choices.label("relationship-kind", row.code());
            case CARE -> "Care status";
            case SCHOOL -> choices.label("school-status", row.code());
            case NEED -> choices.set(String.valueOf(row.mark())).label();
            case FLAG -> choices.label("person-flag", row.code());
        };
    }

    private String value(FactRow row) {
        String title = Objects.requireNonNullElse(row.title(), "");
        return switch (row.kind()) {
            case NAME, RELATIONSHIP -> title;
            case IDENTIFIER -> number(row, title);
            case ADDRESS -> row.detail() == null ? title : title + "\n" + row.detail();
            case CONTACT -> isPhone(row) ? IdentifierScheme.PHONE.display(title) : title;
            case CARE -> choices.label("care-status", row.code());
            case SCHOOL -> school(title);
            case NEED -> choices.label(String.valueOf(row.mark()), row.code());
            case FLAG -> Objects.requireNonNullElse(row.detail(), "");
        };
    }

    private @Nullable String note(FactRow row) {
        return switch (row.kind()) {
            case NAME -> null;
            case IDENTIFIER -> row.title() == null ? null : status(row).label();
            case ADDRESS -> row.mark() == null ? null : "Protected: do not share or print";
            case CONTACT -> withDetail("Safe to contact: " + choices.label("safe-to-contact", mark(row)), row);
            case RELATIONSHIP -> parental(row);
            case CARE, SCHOOL, NEED -> row.detail();
            case FLAG -> row.reviewOn() == null ? null : "Review by " + London.shortDay(row.reviewOn());
        };
    }

    private boolean warns(FactRow row) {
        return switch (row.kind()) {
            case CONTACT -> UNSAFE.contains(mark(row));
            case ADDRESS -> row.mark() != null;
            case FLAG -> row.reviewOn() != null && row.reviewOn().isBefore(choices.today());
            default -> false;
        };
    }

    private String number(FactRow row, String title) {
        if (row.title() == null) {
            return status(row) == IdentifierStatus.WITHHELD ? "Withheld" : "Not known";
        }
        return scheme(row).display(title);
    }

    private String school(String urn) {
        return urn.isEmpty()
                ? "School not named"
                : choices.pack().school(urn).map(School::label).orElse("School " + urn);
    }

    private @Nullable String parental(FactRow row) {
        String responsibility = "unknown".equals(row.mark())
                ? "Parental responsibility not known"
                : "Parental responsibility: "
                        + choices.label("parental-responsibility", mark(row)).toLowerCase(Locale.UK);
        return withDetail(responsibility, row);
    }

    private static String withDetail(String note, FactRow row) {
        return row.detail() == null || row.detail().isEmpty() ? note : note + ". " + row.detail();
    }

    private static boolean isPhone(FactRow row) {
        return row.code().equals("mobile") || row.code().equals("landline");
    }

    private static String mark(FactRow row) {
        return Objects.requireNonNullElse(row.mark(), "unknown");
    }

    private static IdentifierScheme scheme(FactRow row) {
        return IdentifierScheme.valueOf(row.code());
    }

    private static IdentifierStatus status(FactRow row) {
        return IdentifierStatus.valueOf(mark(row).toUpperCase(Locale.ROOT));
    }

    private static String dates(@Nullable LocalDate from, @Nullable LocalDate until) {
        String start = from == null ? "" : "from " + London.shortDay(from);
        String end = until == null ? "" : "to " + London.shortDay(until);
        return (start + " " + end).strip();
    }
}
