package uk.sightline.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is said of a person outright, as it can be taken over from a record that is given up. */
public enum SaidOutright {
    BIRTH("Date of birth", "born_from", "born_to", "born_precision", "born_text"),
    SEX("Sex", "sex"),
    GENDER_IDENTITY("Gender identity", "gender_identity"),
    PRONOUNS("Pronouns", "pronouns"),
    ETHNICITY("Ethnicity", "ethnicity"),
    RELIGION("Religion", "religion"),
    NATIONALITY("Nationality", "nationality"),
    FIRST_LANGUAGE("First language", "first_language"),
    INTERPRETER("Interpreter", "interpreter"),
    IMMIGRATION("Immigration status", "immigration"),
    DIED("Died", "died_on");

    private final String label;
    private final List<String> columns;

    SaidOutright(String label, String... columns) {
        this.label = label;
        this.columns = List.of(columns);
    }

    /** As on the person's page. */
    public String label() {
        return label;
    }

    /** As a form and the database name it. */
    public String code() {
        return columns.getFirst();
    }

    List<String> columns() {
        return columns;
    }

    public static Optional<SaidOutright> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
