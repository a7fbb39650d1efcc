package uk.sightline.referrals;

import static uk.sightline.referrals.DecisionForm.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.people.Fact;
import uk.sightline.people.NewPerson;
import uk.sightline.platform.RuleBroken;

/**
 * A record for a subject who has none, filled in from the referral; whoever triages looks it over. What the form does not
 * ask comes along as it was sent: numbers that can be right, address, phone, school.
 */
record NewSubjectForm(int version, String given, String family, String birth, String sex) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 400;

    static NewSubjectForm of(Map<String, String> typed) {
        return new NewSubjectForm(
                DecisionForm.version(typed),
                text(typed.get("given")),
                text(typed.get("family")),
                text(typed.get("birth")),
                text(typed.get("sex")));
    }

    /** The last word of the name is offered as the family name; whoever triages knows better. */
    static NewSubjectForm from(ReferralForm.Subject said, LocalDate receivedOn, int version) {
        String name = said.name().strip();
        int cut = name.lastIndexOf(' ');
        String birth = said.birth() == null || said.birth().isBlank() ? estimate(said) : said.birth();
        return new NewSubjectForm(
                version,
                cut < 0 ? name : name.substring(0, cut).strip(),
                cut < 0 ? "" : name.substring(cut + 1),
                said.born() == null ? birth : said.born().toString(),
                said.sex() == null ? "" : said.sex());
    }

    private static String estimate(ReferralForm.Subject said) {
        return said.ageEstimate() == null ? "" : "about " + said.ageEstimate();
    }

    FieldErrors errors(LocalDate today) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (given.isEmpty() && family.isEmpty()) {
            errors.add("given", "Enter a name");
        }
        if (given.length() > LONGEST_NAME) {
            errors.add("given", "The first names may have up to 100 characters");
        }
        if (family.length() > LONGEST_NAME) {
            errors.add("family", "The family name may have up to 100 characters");
        }
        if (!birth.isEmpty() && BirthDateReader.read(birth, today) instanceof BirthDateReader.Reading.Refused refused) {
            errors.add("birth", refused.reason());
        }
        return errors.build();
    }

    NewPerson person(ReferralForm.Subject said, String reference, LocalDate today) {
        NewPerson person = NewPerson.named(given, family, born(today), "Referral " + reference)
                .with(background(said));
        for (Fact fact : facts(said)) {
            person = person.with(fact);
        }
        return person;
    }

    private BirthDate born(LocalDate today) {
        return BirthDateReader.read(birth, today) instanceof BirthDateReader.Reading.Understood understood
                ? understood.birthDate()
                : BirthDate.unknown();
    }

    private NewPerson.Background background(ReferralForm.Subject said) {
        return new NewPerson.Background(
                sex.isEmpty() ? null : sex,
                said.gender(),
                said.pronouns(),
                said.ethnicity(),
                said.religion(),
                said.nationality(),
                said.language(),
                said.interpreter(),
                said.immigration());
    }

    private static List<Fact> facts(ReferralForm.Subject said) {
        List<Fact> facts = new java.util.ArrayList<>();
        if (given(said.knownAs())) {
            facts.add(Fact.PersonName.of("known-as", clip(text(said.knownAs()), LONGEST_NAME), ""));
        }
        said.identifiers().forEach(identifier -> number(identifier).ifPresent(facts::add));
        if (given(said.address()) || given(said.postcode())) {
            facts.add(address(said));
        }
        if (given(said.phone())) {
            facts.add(new Fact.PersonContact(
                    "mobile",
                    clip(text(said.phone()), LONGEST_NAME),
                    null,
                    "unknown",
                    "From the referral",
                    null,
                    null));
        }
        return facts;
    }

    private static Optional<Fact> number(ReferralForm.Identifier identifier) {
        try {
            return TriageQueries.scheme(identifier.scheme())
                    .map(scheme -> Fact.PersonIdentifier.typed(scheme, identifier.value(), IdentifierStatus.UNKNOWN));
        } catch (RuleBroken cannotBeRight) {
            return Optional.empty();
        }
    }

    /** A postcode that cannot be right stays in the lines, where a reader finds it. */
    private static Fact address(ReferralForm.Subject said) {
        String typed = text(said.postcode());
        String postcode =
                IdentifierScheme.POSTCODE.check(typed) instanceof Checked.Valid valid ? valid.normalised() : null;
        String lines = text(said.address()) + (postcode == null && !typed.isEmpty() ? ", " + typed : "");
        return new Fact.PersonAddress(
                "home",
                lines.isEmpty() ? "Not given" : clip(lines, LONGEST_ADDRESS),
                postcode,
                null,
                false,
                null,
                null);
    }

    private static String clip(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
