package uk.sightline.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;

/**
 * What is known of somebody who is looked for.
 *
 * @param name in any spelling, order and script; null or blank when there is none
 * @param identifiers normalised values by scheme; phone and postcode among them
 */
public record Probe(@Nullable String name, BirthDate born, List<Clue> identifiers) {

    public Probe {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * A number or code that the person may have.
     *
     * @param value normalised
     */
    public record Clue(IdentifierScheme scheme, String value) {}

    /**
     * As a form holds it: what cannot be read is left out, for it finds nobody.
     *
     * @param birthText in any form, such as "3/7/11" or "about 14"
     * @param typed numbers as typed, by scheme
     * @param today the day from which ages count
     */
    public static Probe typed(
            @Nullable String name,
            @Nullable String birthText,
            Map<IdentifierScheme, String> typed,
            @Nullable String postcode,
            LocalDate today) {
        List<Clue> clues = new java.util.ArrayList<>();
        typed.forEach((scheme, value) -> add(clues, scheme, value));
        if (postcode != null) {
            add(clues, IdentifierScheme.POSTCODE, postcode);
        }
        return new Probe(name, birth(birthText, today), clues);
    }

    private static void add(List<Clue> clues, IdentifierScheme scheme, String typed) {
        if (scheme.check(typed) instanceof Checked.Valid valid) {
            clues.add(new Clue(scheme, valid.normalised()));
        }
    }

    private static BirthDate birth(@Nullable String text, LocalDate today) {
        return text != null
                        && BirthDateReader.read(text, today) instanceof BirthDateReader.Reading.Understood understood
                ? understood.birthDate()
                : BirthDate.unknown();
    }

    String nameOrBlank() {
        return name == null ? "" : name;
    }

    boolean isEmpty() {
        return nameOrBlank().isBlank() && born instanceof BirthDate.Unknown && identifiers.isEmpty();
    }
}
