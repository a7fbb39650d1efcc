package uk.sightline.people;

import static uk.sightline.people.Question.choice;
import static uk.sightline.people.Question.date;
import static uk.sightline.people.Question.line;
import static uk.sightline.people.Question.text;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a form asks to add a fact of each kind; every one asks who says so. */
@Component
class FactQuestions {

    static final Question SOURCE =
            line("source", "Who says so").hint("A person, an agency, a document: for example \"Mother, by phone\".");

    private final Choices choices;

    FactQuestions(Choices choices) {
        this.choices = choices;
    }

    List<Question> of(FactKind kind) {
        return switch (kind) {
            case NAME -> name();
            case IDENTIFIER -> identifier();
            case ADDRESS -> address();
            case CONTACT -> contact();
            case RELATIONSHIP -> relationship();
            case CARE -> dated(coded("Care status", "care-status"), text("note", "Note (optional)"));
            case SCHOOL ->
                dated(
                        choice("urn", "School", choices.schools()),
                        coded("School status", "school-status"),
                        text("note", "Note (optional)").hint("Name another school or college here."));
            case NEED -> need();
            case FLAG -> flag();
        };
    }

    private List<Question> name() {
        return dated(
                coded("Kind of name", "name-kind"),
                line("full", "Name in full").hint("As the person writes it, in any script."),
                line("given", "First names (optional)"),
                line("family", "Family name (optional)"));
    }

    private List<Question> identifier() {
        return List.of(
                choice("scheme", "Kind of number", choices.schemes()),
                choice("status", "How far it can be trusted", choices.statuses()),
                line("value", "Number").hint("Leave empty if it is not known or withheld."),
                SOURCE);
    }

    private List<Question> address() {
        return dated(
                coded("Kind of address", "address-kind"),
                text("lines", "Address").hint("Without the postcode."),
                line("postcode", "Postcode (optional)"),
                line("uprn", "Property reference, UPRN (optional)"),
                choice("protected", "Is the address protected?", Choices.noYes())
                        .hint("A protected address is not searched, listed or printed."));
    }

    private List<Question> contact() {
        return dated(
                coded("Way to reach them", "contact-kind"),
                line("value", "Number, address or account"),
                line("whose", "Whose it is, if not their own (optional)"),
                choice("safe", "Is it safe to make contact?", choices.of("safe-to-contact")),
                text("note", "What to take care of (optional)"));
    }

    private List<Question> relationship() {
        return dated(
                coded("The other person is their", "relationship-kind"),
                line("reference", "Reference of the other person (optional)")
                        .hint("Like P-7KQ2M4X, if they have a record that you can see."),
                line("otherName", "Name of the other person"),
                choice("parental", "Parental responsibility", choices.of("parental-responsibility")),
                text("note", "Note (optional)"));
    }

    private List<Question> need() {
        return List.of(
                choice("disability", "Disability", choices.of("disability")),
                choice("communication-need", "Communication", choices.of("communication-need")),
                choice("send-status", "Special educational needs", choices.of("send-status")),
                text("impact", "What it means for them (optional)").hint("What helps, what to avoid."),
                SOURCE);
    }

    private List<Question> flag() {
        return List.of(
                coded("Flag", "person-flag"),
                text("reason", "Reason").hint("What happened or is known, and what to do. Plain facts only."),
                date("review", "Review by (optional)").hint("Leave empty for the usual time."),
                SOURCE);
    }

    private Question coded(String label, String set) {
        return choice("code", label, choices.of(set));
    }

    private static List<Question> dated(Question... questions) {
        var all = new java.util.ArrayList<>(List.of(questions));
        all.add(date("from", "From (optional)"));
        all.add(date("until", "Until (optional)"));
        all.add(SOURCE);
        return all;
    }
}
