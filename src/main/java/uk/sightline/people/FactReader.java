package uk.sightline.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonCare;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonFlag;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonNeed;
import uk.sightline.people.Fact.PersonRelationship;
import uk.sightline.people.Fact.PersonSchooling;

/** Turns the answers of a form into a fact; only to be kept when {@link Answers#areRight()}. */
@Component
class FactReader {

    static final int NAME = 200;
    static final int NOTE = 1000;
    static final int ADDRESS = 400;

    private static final int USUAL_REVIEW_MONTHS = 3;

    private final Choices choices;
    private final PersonQueries people;

    FactReader(Choices choices, PersonQueries people) {
        this.choices = choices;
        this.people = people;
    }

    /** What the form asks for; null when something is wrong with it, which the answers then say. */
    @Nullable Fact read(FactKind kind, Answers answers) {
        Span span = new Span(answers.pastDay("from", "From"), answers.day("until", "Until"));
        if (span.from != null && span.until != null && span.until.isBefore(span.from)) {
            answers.wrong("until", "Until must be the same day as from, or after it");
        }
        Fact fact = switch (kind) {
            case NAME -> name(answers, span);
            case IDENTIFIER -> identifier(answers);
            case ADDRESS -> address(answers, span);
            case CONTACT -> contact(answers, span);
            case RELATIONSHIP -> relationship(answers, span);
            case CARE ->
                new PersonCare(code(answers, "Care status", "care-status"), note(answers), span.from, span.until);
            case SCHOOL -> school(answers, span);
            case NEED -> need(answers);
            case FLAG -> flag(answers);
        };
        return answers.areRight() ? fact : null;
    }

    private PersonName name(Answers answers, Span span) {
        return new PersonName(
                code(answers, "Kind of name", "name-kind"),
                answers.needed("full", "Name in full", NAME),
                answers.line("given", "First names", NAME),
                answers.line("family", "Family name", NAME),
                span.from,
                span.until);
    }

    private @Nullable PersonIdentifier identifier(Answers answers) {
        var scheme = named(IdentifierScheme.values(), answers.raw("scheme"));
        var status = named(IdentifierStatus.values(), answers.raw("status"));
        if (scheme == null || !scheme.isOfAPerson()) {
            answers.wrong("scheme", "Choose the kind of number");
            return null;
        }
        if (status == null) {
            answers.wrong("status", "Choose how far it can be trusted");
            return null;
        }
        String value = status == IdentifierStatus.WITHHELD ? null : answers.identifier("value", scheme);
        if (value == null && status.isStrongEvidence() && answers.areRight()) {
            answers.wrong("value", "Enter the number, or say that it is not checked or withheld");
        }
        return answers.areRight() ? new PersonIdentifier(scheme, value, status) : null;
    }

    private PersonAddress address(Answers answers, Span span) {
        return new PersonAddress(
                code(answers, "Kind of address", "address-kind"),
                answers.neededText("lines", "Address", ADDRESS),
                answers.identifier("postcode", IdentifierScheme.POSTCODE),
                answers.identifier("uprn", IdentifierScheme.UPRN),
                answers.isYes("protected"),
                span.from,
                span.until);
    }

    private PersonContact contact(Answers answers, Span span) {
        String code = code(answers, "Way to reach them", "contact-kind");
        boolean phone = code.equals("mobile") || code.equals("landline");
        String value = phone && !answers.raw("value").isBlank()
                ? Objects.requireNonNullElse(answers.identifier("value", IdentifierScheme.PHONE), "")
                : answers.needed("value", "Number, address or account", NAME);
        return new PersonContact(
                code,
                value,
                answers.line("whose", "Whose it is", NAME),
                answers.neededCode("safe", "Whether it is safe to make contact", choices.set("safe-to-contact")),
                note(answers),
                span.from,
                span.until);
    }

    private PersonRelationship relationship(Answers answers, Span span) {
        String reference = answers.raw("reference").strip();
        PersonCard other =
                reference.isEmpty() ? null : people.byReference(reference).orElse(null);
        if (!reference.isEmpty() && other == null) {
            answers.wrong(
                    "reference",
                    "There is no record with this reference that you can see. Check it, or enter the name only");
        }
        UUID otherId = other == null ? null : other.id();
        String parental = answers.code("parental", "Parental responsibility", choices.set("parental-responsibility"));
        return new PersonRelationship(
                code(answers, "What the other person is to them", "relationship-kind"),
                otherId,
                other == null ? answers.needed("otherName", "Name of the other person", NAME) : other.name(),
                Objects.requireNonNullElse(parental, "unknown"),
                note(answers),
                span.from,
                span.until);
    }

    private PersonSchooling school(Answers answers, Span span) {
        String urn = answers.raw("urn").strip();
        if (!urn.isEmpty() && choices.pack().school(urn).isEmpty()) {
            answers.wrong("urn", "Choose the school from the list");
        }
        return new PersonSchooling(
                urn.isEmpty() ? null : urn,
                code(answers, "School status", "school-status"),
                note(answers),
                span.from,
                span.until);
    }

    private @Nullable PersonNeed need(Answers answers) {
        List<String> sets = List.of("disability", "communication-need", "send-status").stream()
                .filter(set -> !answers.raw(set).isBlank())
                .toList();
        if (sets.size() != 1) {
            answers.wrong("disability", "Choose one need. Add another one afterwards");
            return null;
        }
        String code = answers.neededCode(sets.getFirst(), "Need", choices.set(sets.getFirst()));
        return new PersonNeed(sets.getFirst(), code, answers.text("impact", "What it means for them", NOTE));
    }

    private PersonFlag flag(Answers answers) {
        String code = code(answers, "Flag", "person-flag");
        LocalDate review = answers.day("review", "Review by");
        if (review != null && review.isBefore(answers.today())) {
            answers.wrong("review", "Review by must be today or in the future");
        }
        return new PersonFlag(
                code,
                answers.neededText("reason", "Reason", NOTE),
                review != null ? review : answers.today().plusMonths(reviewMonths(code)));
    }

    private long reviewMonths(String code) {
        return choices.set("person-flag")
                .find(code)
                .map(flag -> flag.fact("review-months"))
                .map(Long::parseLong)
                .orElse((long) USUAL_REVIEW_MONTHS);
    }

    private String code(Answers answers, String label, String set) {
        return answers.neededCode("code", label, choices.set(set));
    }

    private static @Nullable String note(Answers answers) {
        return answers.text("note", "Note", NOTE);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        for (E each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private record Span(@Nullable LocalDate from, @Nullable LocalDate until) {}
}
