package uk.sightline.reference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of questions beside the indicators: disability, who controls money and telephone, capacity.
 *
 * @param requiredWhen the fact that makes its answers required; null: they always are
 */
public record Prompt(
        String key,
        String label,
        @Nullable String help,
        @Nullable String requiredWhen,
        List<Question> questions) {

    /** How a question is answered. */
    public enum Form {
        WORDS,
        YES_NO,
        CODES;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One question.
     *
     * @param set the code set it is answered from; each code chosen is the fact {@code set-code}
     * @param fact what holds when it is answered yes, or null
     * @param optional it may stay open even where the group is required
     */
    public record Question(
            String key,
            String text,
            @Nullable String help,
            Form form,
            @Nullable String set,
            @Nullable String fact,
            boolean optional) {

        static Question read(Entry entry) {
            Question question = new Question(
                    entry.key("key"),
                    entry.text("text"),
                    entry.optional("help"),
                    entry.one("form", Form.values(), Form::code),
                    entry.optional("set"),
                    entry.optional("fact"),
                    entry.yes("optional"));
            if ((question.form == Form.CODES) != (question.set != null)) {
                entry.problem("set", "a question answered by codes names its 'set', and no other does");
            }
            return question;
        }
    }

    static Prompt read(Entry entry) {
        List<Row<Question>> questions = entry.rows("questions", Question::read);
        Rows.refuseDoubles(questions, Question::key, "key");
        return new Prompt(
                entry.key("key"),
                entry.text("label"),
                entry.optional("help"),
                entry.optional("required-when"),
                questions.stream().map(Row::value).toList());
    }
}
