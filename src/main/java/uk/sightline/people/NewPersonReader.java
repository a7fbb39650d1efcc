package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonContact;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.Fact.PersonSchooling;
import uk.sightline.people.Probe.Clue;

/** Turns the answers of the form into somebody new, and into what to look for first. */
@Component
class NewPersonReader {

    private final AboutReader about;
    private final Choices choices;

    NewPersonReader(AboutReader about, Choices choices) {
        this.about = about;
        this.choices = choices;
    }

    /** Null when something is wrong, which the answers then say. */
    @Nullable NewPerson read(Answers answers) {
        List<Fact> facts = new ArrayList<>();
        addNames(facts, answers);
        addNumber(facts, answers, "nhs", IdentifierScheme.NHS_NUMBER);
        addNumber(facts, answers, "upn", IdentifierScheme.UPN);
        addAddress(facts, answers);
        addContact(facts, answers);
        addSchool(facts, answers);
        About said = about.read(answers);
        String source = answers.needed("source", "Who says so", FactReader.NAME);
        return answers.areRight()
                ? new NewPerson(said.born(), said.birthText(), said.background(), said.diedOn(), facts, source)
                : null;
    }

    /** What the new person would be found by. */
    static Probe probe(NewPerson person) {
        List<Clue> clues = new ArrayList<>();
        for (Fact fact : person.facts()) {
            switch (fact) {
                case PersonIdentifier number
                when number.value() != null -> clues.add(new Clue(number.scheme(), number.value()));
                case PersonAddress home
                when home.postcode() != null -> clues.add(new Clue(IdentifierScheme.POSTCODE, home.postcode()));
                case PersonContact contact -> clues.add(new Clue(IdentifierScheme.PHONE, contact.value()));
                default -> {}
            }
        }
        return new Probe(person.displayName(), person.born(), clues);
    }

    private static void addNames(List<Fact> facts, Answers answers) {
        String given = answers.line("given", "First names", FactReader.NAME / 2);
        String family = answers.line("family", "Family name", FactReader.NAME / 2 - 1);
        if (given == null && family == null) {
            answers.wrong("given", "Enter a name. If it is not known, enter what the person is called");
            return;
        }
        facts.add(
                PersonName.of("legal", Objects.requireNonNullElse(given, ""), Objects.requireNonNullElse(family, "")));
        String known = answers.line("known", "Known as", FactReader.NAME);
        if (known != null) {
            facts.add(new PersonName("known-as", known, null, null, null, null));
        }
    }

    private static void addNumber(List<Fact> facts, Answers answers, String field, IdentifierScheme scheme) {
        String value = answers.identifier(field, scheme);
        if (value != null) {
            facts.add(new PersonIdentifier(scheme, value, IdentifierStatus.UNKNOWN));
        }
    }

    private static void addAddress(List<Fact> facts, Answers answers) {
        String lines = answers.text("lines", "Address", FactReader.ADDRESS);
        String postcode = answers.identifier("postcode", IdentifierScheme.POSTCODE);
        if (lines != null || postcode != null) {
            String known = Objects.requireNonNullElse(lines, "Address not known");
            facts.add(new PersonAddress("home", known, postcode, null, answers.isYes("protected"), null, null));
        }
    }

    private void addContact(List<Fact> facts, Answers answers) {
        String phone = answers.identifier("phone", IdentifierScheme.PHONE);
        String safe = answers.code("safe", "Whether it is safe to ring", choices.set("safe-to-contact"));
        if (phone != null) {
            String whose = answers.line("whose", "Whose number it is", FactReader.NAME);
            String sure = Objects.requireNonNullElse(safe, "unknown");
            facts.add(new PersonContact("mobile", phone, whose, sure, null, null, null));
        }
    }

    private void addSchool(List<Fact> facts, Answers answers) {
        String urn = answers.raw("school").strip();
        if (urn.isEmpty()) {
            return;
        }
        if (choices.pack().school(urn).isEmpty()) {
            answers.wrong("school", "Choose the school from the list");
            return;
        }
        facts.add(new PersonSchooling(urn, "on-roll", null, null, null));
    }
}
