package uk.sightline.marf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.platform.London;
import uk.sightline.referrals.ReferralForm.Identifier;
import uk.sightline.referrals.ReferralForm.Subject;

/** The people pages as the referral keeps them. What an adult is not asked is not taken over either. */
final class Subjects {

    private Subjects() {}

    static List<Subject> read(Filling filling) {
        return filling.draft().entries(PersonSection.KEY).stream()
                .map(key -> subject(key, filling))
                .toList();
    }

    private static Subject subject(String key, Filling filling) {
        Answers answers = filling.draft().answers(key);
        boolean adult = filling.draft().adult();
        boolean unborn = filling.draft().unborn();
        Optional<BirthDate> birth = unborn ? Optional.empty() : PersonSection.birth(answers, filling.today());
        return new Subject(
                UUID.fromString(key.substring(key.indexOf('/') + 1)),
                answers.text("name"),
                answers.orNull("knownAs"),
                unborn ? expected(answers) : answers.orNull("birth"),
                birth.flatMap(Subjects::day).orElse(null),
                birth.flatMap(date -> estimate(date, filling.today())).orElse(null),
                unborn ? "0" : answers.orNull("sex"),
                answers.orNull("gender"),
                answers.orNull("pronouns"),
                identifiers(answers, adult),
                answers.orNull("ethnicity"),
                answers.orNull("religion"),
                answers.orNull("nationality"),
                answers.orNull("immigration"),
                answers.orNull("language"),
                answers.yes("interpreter"),
                answers.orNull("communication"),
                answers.all("disabilities"),
                PersonSection.disabled(answers) ? answers.orNull("impact") : null,
                childOnly(answers, "sen", adult),
                answers.orNull("address"),
                postcode(answers),
                answers.orNull("whereabouts"),
                answers.orNull("phone"),
                answers.orNull("handles"),
                answers.orNull("gp"),
                childOnly(answers, "school", adult),
                childOnly(answers, "careStatus", adult),
                childOnly(answers, "placingAuthority", adult),
                answers.orNull("legalStatus"),
                answers.orNull("description"));
    }

    private static @Nullable String childOnly(Answers answers, String name, boolean adult) {
        return adult ? null : answers.orNull(name);
    }

    private static @Nullable String expected(Answers answers) {
        return answers.date("due")
                .date()
                .map(day -> "Expected " + London.day(day))
                .orElse(null);
    }

    private static Optional<LocalDate> day(BirthDate birth) {
        return birth.precision() == BirthDate.Precision.DAY ? birth.firstPossibleDay() : Optional.empty();
    }

    /** The youngest they can be, so that somebody who may be a child is treated as one. */
    private static Optional<Integer> estimate(BirthDate birth, LocalDate today) {
        return birth.precision() == BirthDate.Precision.DAY
                ? Optional.empty()
                : birth.ageOn(today).map(BirthDate.Age::least);
    }

    private static List<Identifier> identifiers(Answers answers, boolean adult) {
        return Stream.of(
                        identifier("NHS", answers, "nhs", IdentifierScheme.NHS_NUMBER),
                        adult ? null : identifier("UPN", answers, "upn", IdentifierScheme.UPN),
                        adult ? null : identifier("LA-CHILD", answers, "laChild", IdentifierScheme.LA_CHILD_ID),
                        identifier("PNC", answers, "pnc", IdentifierScheme.PNC_ID))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable Identifier identifier(String code, Answers answers, String name, IdentifierScheme scheme) {
        return answers.given(name)
                .map(typed -> new Identifier(code, normal(typed, scheme)))
                .orElse(null);
    }

    private static @Nullable String postcode(Answers answers) {
        return answers.given("postcode")
                .map(typed -> normal(typed, IdentifierScheme.POSTCODE))
                .orElse(null);
    }

    private static String normal(String typed, IdentifierScheme scheme) {
        return scheme.check(typed) instanceof Checked.Valid valid ? valid.normalised() : typed;
    }
}
