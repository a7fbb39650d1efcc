package uk.sightline.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson.Background;
import uk.sightline.people.PersonQueries.Known;
import uk.sightline.platform.London;

/** Puts what is said of a person outright into words. */
@Component
class AboutWords {

    static final String UNKNOWN = "Not known";
    private static final String ALIVE = "No";

    private final Choices choices;
    private final InstantSource time;

    AboutWords(Choices choices, InstantSource time) {
        this.choices = choices;
        this.time = time;
    }

    /**
     * For the head of the page.
     *
     * @param givenUp references of records that were merged into this one
     */
    List<SummaryRow> header(Known person, List<String> givenUp) {
        About about = person.about();
        LocalDate day = about.diedOn() != null ? about.diedOn() : London.date(time.instant());
        String age = about.born().ageOn(day).map(BirthDate.Age::words).orElse("Not known");
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(about.diedOn() == null ? "Age" : "Age at death", age));
        rows.add(SummaryRow.of("Born", about.born().words()));
        if (about.diedOn() != null) {
            rows.add(SummaryRow.of("Died", London.day(about.diedOn())));
        }
        if (about.background().pronouns() != null) {
            rows.add(SummaryRow.of("Pronouns", about.background().pronouns()));
        }
        rows.add(SummaryRow.of("Reference", person.reference()));
        if (!givenUp.isEmpty()) {
            rows.add(SummaryRow.of("Merged from", String.join(", ", givenUp)));
        }
        return rows;
    }

    /** What is known, a row each; then what is not, in one. */
    List<SummaryRow> rows(About about) {
        List<SummaryRow> rows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        words(about).forEach((name, word) -> {
            if (word.equals(UNKNOWN)) {
                unknown.add(name);
            } else {
                rows.add(SummaryRow.of(name, word));
            }
        });
        if (!unknown.isEmpty()) {
            rows.add(SummaryRow.of(UNKNOWN, String.join(", ", unknown)));
        }
        return rows;
    }

    /** Each thing said, by its name, in the order of the page. */
    Map<String, String> words(About about) {
        Background known = about.background();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Date of birth", birthAsSaid(about));
        words.put("Sex", label("sex", known.sex()));
        words.put("Gender identity", label("gender-identity", known.genderIdentity()));
        words.put("Pronouns", known.pronouns() == null ? UNKNOWN : known.pronouns());
        words.put("Ethnicity", label("ethnicity", known.ethnicity()));
        words.put("Religion", label("religion", known.religion()));
        words.put("Nationality", label("nationality", known.nationality()));
        words.put("First language", label("language", known.firstLanguage()));
        words.put("Interpreter", known.interpreter() == null ? UNKNOWN : known.interpreter() ? "Needed" : "Not needed");
        words.put("Immigration status", label("immigration-status", known.immigration()));
        words.put("Died", about.diedOn() == null ? ALIVE : London.day(about.diedOn()));
        return words;
    }

    /** Whether words of {@link #words} say something. */
    static boolean isSaid(String words) {
        return !words.equals(UNKNOWN) && !words.equals(ALIVE);
    }

    /** What the other is to somebody who is this to them: a mother's child. */
    String inverse(String code) {
        return choices.set("relationship-kind")
                .find(code)
                .map(kind -> kind.fact("inverse"))
                .map(other -> choices.label("relationship-kind", other))
                .orElse("Related");
    }

    private String birthAsSaid(About about) {
        boolean worthSaying = about.birthText() != null && about.born().precision() != BirthDate.Precision.DAY;
        return about.born().words() + (worthSaying ? ", said as “" + about.birthText() + "”" : "");
    }

    private String label(String set, @Nullable String code) {
        return code == null ? UNKNOWN : choices.label(set, code);
    }
}
