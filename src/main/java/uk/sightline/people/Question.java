package uk.sightline.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.SelectItem;

/**
 * One field of a form that adds a fact.
 *
 * @param choices offered, for a list; otherwise empty
 */
public record Question(
        String field, String label, Type type, @Nullable String hint, List<SelectItem> choices) {

    /** How it is asked. */
    public enum Type {
        LINE,
        TEXT,
        DATE,
        CHOICE
    }

    static Question line(String field, String label) {
        return new Question(field, label, Type.LINE, null, List.of());
    }

    static Question text(String field, String label) {
        return new Question(field, label, Type.TEXT, null, List.of());
    }

    static Question date(String field, String label) {
        return new Question(field, label, Type.DATE, null, List.of());
    }

    static Question choice(String field, String label, List<SelectItem> choices) {
        return new Question(field, label, Type.CHOICE, null, choices);
    }

    Question hint(String words) {
        return new Question(field, label, type, words, choices);
    }
}
