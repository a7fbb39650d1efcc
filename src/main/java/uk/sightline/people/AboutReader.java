package uk.sightline.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.DateParts;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson.Background;

/** Reads what is said of a person outright from a form, and fills the form from what is held. */
@Component
class AboutReader {

    private static final int PRONOUNS = 60;
    private static final int BIRTH_TEXT = 400;

    private final Choices choices;
    private final AboutWords words;

    AboutReader(Choices choices, AboutWords words) {
        this.choices = choices;
        this.words = words;
    }

    About read(Answers answers) {
        BirthDate born = answers.birth("born");
        LocalDate died = answers.pastDay("died", "Date of death");
        if (died != null && born.firstPossibleDay().map(died::isBefore).orElse(false)) {
            answers.wrong("died", "Date of death must not be before the date of birth");
        }
        return new About(born, answers.line("born", "Date of birth", BIRTH_TEXT), background(answers), died);
    }

    private Background background(Answers answers) {
        return new Background(
                code(answers, "sex", "Sex", "sex"),
                code(answers, "gender", "Gender identity", "gender-identity"),
                answers.line("pronouns", "Pronouns", PRONOUNS),
                code(answers, "ethnicity", "Ethnicity", "ethnicity"),
                code(answers, "religion", "Religion", "religion"),
                code(answers, "nationality", "Nationality", "nationality"),
                code(answers, "language", "First language", "language"),
                answers.raw("interpreter").isEmpty() ? null : answers.isYes("interpreter"),
                code(answers, "immigration", "Immigration status", "immigration-status"));
    }

    private @Nullable String code(Answers answers, String field, String label, String set) {
        return answers.code(field, label, choices.set(set));
    }

    /** The form as it stands for somebody. */
    Map<String, String> typed(About about) {
        Background known = about.background();
        Map<String, String> typed = new HashMap<>();
        put(typed, "born", birthText(about));
        put(typed, "sex", known.sex());
        put(typed, "gender", known.genderIdentity());
        put(typed, "pronouns", known.pronouns());
        put(typed, "ethnicity", known.ethnicity());
        put(typed, "religion", known.religion());
        put(typed, "nationality", known.nationality());
        put(typed, "language", known.firstLanguage());
        put(typed, "interpreter", known.interpreter() == null ? null : known.interpreter() ? "yes" : "no");
        put(typed, "immigration", known.immigration());
        DateParts died = DateParts.of(about.diedOn());
        put(typed, "died.day", died.day());
        put(typed, "died.month", died.month());
        put(typed, "died.year", died.year());
        return typed;
    }

    private @Nullable String birthText(About about) {
        return switch (about.born().precision()) {
            case UNKNOWN -> null;
            case ESTIMATED -> about.birthText();
            case DAY, MONTH, YEAR -> about.born().words();
        };
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }
}
