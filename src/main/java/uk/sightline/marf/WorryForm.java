package uk.sightline.marf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.BirthDate;
import uk.sightline.reference.PracticePack;
import uk.sightline.referrals.ReferralForm;

/**
 * A worry from the public, about somebody else or about oneself. One question must be answered: what is happening. All
 * else helps, and a name is never asked for twice.
 *
 * @param aboutMe written by the young person themself
 */
record WorryForm(boolean aboutMe, Answers answers) {

    static final String NAME_UNKNOWN = "Name not known";

    private static final List<Field> ABOUT_SOMEBODY = List.of(
            Field.text("facts", "What is happening"),
            Field.text("when", "When and where"),
            Field.text("ownWords", "What they said"),
            Field.text("who", "Who is doing it"),
            Field.text("name", "Their name"),
            Field.text("age", "Their age"),
            Field.text("where", "Where they live or can be found"),
            Field.choice("strands", "What it is about", "strand"),
            Field.choice("source", "How you know", "information-source"),
            Field.text("how", "How worried you are"),
            Field.text("you", "Who you are to them"),
            Field.text("yourName", "Your name"),
            Field.text("yourPhone", "Your telephone"),
            Field.yesNo("tellFamily", "May the family be told"));

    private static final List<Field> ABOUT_ME = List.of(
            Field.text("facts", "What is happening"),
            Field.text("who", "Who is doing it"),
            Field.text("hoped", "What you want to happen"),
            Field.text("name", "Your name"),
            Field.text("age", "Your age"),
            Field.text("where", "Where you live or can be found"),
            Field.text("yourPhone", "How to reach you"),
            Field.text("safe", "When it is safe"));

    List<Field> fields() {
        return fields(aboutMe);
    }

    static List<Field> fields(boolean aboutMe) {
        return aboutMe ? ABOUT_ME : ABOUT_SOMEBODY;
    }

    FieldErrors errors(Filling nothing) {
        FieldErrors.Builder wrong = FieldErrors.builder();
        if (!answers.has("facts")) {
            wrong.add("facts", aboutMe ? "Write what is happening. A few words are enough" : "Write what is happening");
        }
        Basics.check(answers, fields(), nothing, wrong);
        return wrong.build();
    }

    /**
     * What the front door reads. A worry has no declaration and no consent: it is what somebody wanted to say.
     *
     * @param key tells this form from any other, so that it is received once
     */
    ReferralForm read(UUID key, PracticePack pack, LocalDate today) {
        return new ReferralForm(
                pack.edition().name() + " " + pack.edition().version(),
                new ReferralForm.Opening(about(today), null, null, null, null),
                referrer(),
                List.of(subject(key, today)),
                List.of(),
                concern(),
                null,
                new ReferralForm.Need(level(), "A member of the public wrote: " + words()),
                new ReferralForm.Consent(
                        null,
                        null,
                        "not-sought",
                        null,
                        null,
                        aboutMe ? "yes" : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                null,
                new ReferralForm.Declaration(false, false, ""));
    }

    private String about(LocalDate today) {
        boolean adult = !aboutMe
                && birth(today).map(birth -> !birth.mayBeChildOn(today)).orElse(false);
        return adult ? Draft.ABOUT_ADULT : "child";
    }

    private Optional<BirthDate> birth(LocalDate today) {
        return PersonSection.birth(answers.with("birth", answers.text("age")), today);
    }

    private ReferralForm.Referrer referrer() {
        return new ReferralForm.Referrer(
                null,
                aboutMe ? answers.orNull("name") : answers.orNull("yourName"),
                null,
                null,
                null,
                answers.orNull("yourPhone"),
                null,
                aboutMe ? "Themself" : answers.orNull("you"),
                null,
                null,
                source(),
                aboutMe ? null : answers.yes("tellFamily"));
    }

    /** Codes of {@code referral-source}. */
    private String source() {
        if (aboutMe) {
            return "1C";
        }
        return switch (answers.text("you")) {
            case "family" -> "1A";
            case "friend" -> "1B";
            default -> answers.has("yourName") ? "1D" : "9";
        };
    }

    private ReferralForm.Subject subject(UUID key, LocalDate today) {
        Optional<BirthDate> birth = birth(today);
        return new ReferralForm.Subject(
                key,
                answers.given("name").orElse(NAME_UNKNOWN),
                null,
                answers.orNull("age"),
                birth.filter(date -> date.precision() == BirthDate.Precision.DAY)
                        .flatMap(BirthDate::firstPossibleDay)
                        .orElse(null),
                birth.filter(date -> date.precision() != BirthDate.Precision.DAY)
                        .flatMap(date -> date.ageOn(today))
                        .map(BirthDate.Age::least)
                        .orElse(null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                answers.orNull("where"),
                aboutMe ? answers.orNull("yourPhone") : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ReferralForm.Concern concern() {
        return new ReferralForm.Concern(
                answers.all("strands").isEmpty() ? List.of("OTHER") : answers.all("strands"),
                List.of(),
                aboutMe ? "Written by the young person: see their own words." : answers.text("facts"),
                answers.given("when").orElse("Not said"),
                answers.orNull("who"),
                aboutMe ? "told-by-child" : answers.given("source").orElse("told-by-other"),
                aboutMe ? answers.text("facts") : answers.text("ownWords"),
                aboutMe ? safety() : words(),
                null,
                null,
                null,
                null,
                null,
                answers.orNull("hoped"));
    }

    private String safety() {
        return "Safe to reach them: " + answers.given("safe").orElse("not said; take care");
    }

    /** Who is worried about themself is not weighed by a form; not to have said how worried one is lowers nothing. */
    private int level() {
        return aboutMe
                ? 4
                : switch (answers.text("how")) {
                    case "very" -> 4;
                    case "little" -> 2;
                    default -> 3;
                };
    }

    private String words() {
        return aboutMe
                ? "about themself."
                : switch (answers.text("how")) {
                    case "very" -> "very worried: somebody could be badly hurt.";
                    case "quite" -> "quite worried.";
                    case "little" -> "a little worried.";
                    default -> "how worried they are was not said.";
                };
    }
}
