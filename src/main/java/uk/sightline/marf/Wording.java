package uk.sightline.marf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import uk.sightline.reference.Code;

/**
 * Words that put blame on the person who is harmed, and what could be written instead. A prompt and no more: what was
 * typed is kept as typed, and a person's own words are never questioned.
 *
 * @param phrase as the pack has it
 * @param instead a sentence
 */
record Wording(String field, String phrase, String instead) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** What a page's answers call for; the child's or adult's own words are left alone. */
    static List<Wording> in(Section section, Answers answers, Filling filling) {
        List<Code> phrases = filling.codes("marf-phrase");
        return section.fields(filling).stream()
                .filter(field ->
                        field.kind() == Field.Kind.TEXT && !field.name().equals("ownWords"))
                .flatMap(field -> phrases.stream()
                        .filter(phrase -> says(answers.text(field.name()), phrase.label()))
                        .map(phrase -> new Wording(
                                field.label(), phrase.label(), Objects.requireNonNullElse(phrase.help(), ""))))
                .toList();
    }

    /** Whole words, in any case, over any spacing. */
    static boolean says(String text, String phrase) {
        String plain = plain(text);
        String sought = plain(phrase);
        int at = plain.indexOf(sought);
        while (at >= 0) {
            if (isEdge(plain, at - 1) && isEdge(plain, at + sought.length())) {
                return true;
            }
            at = plain.indexOf(sought, at + 1);
        }
        return false;
    }

    private static String plain(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.UK)).replaceAll(" ");
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetter(text.charAt(at));
    }
}
