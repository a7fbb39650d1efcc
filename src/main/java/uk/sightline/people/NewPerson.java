package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Fact.PersonName;

/**
 * Somebody who gets a record.
 *
 * @param facts what is known, at least one name
 * @param birthText the birth date as somebody wrote or said it, or null
 * @param source who says so: "Referral R-7KQ2M4X", "School census import"
 */
public record NewPerson(
        BirthDate born,
        @Nullable String birthText,
        Background background,
        @Nullable LocalDate diedOn,
        List<Fact> facts,
        String source) {

    public NewPerson {
        facts = List.copyOf(facts);
        if (facts.stream().noneMatch(PersonName.class::isInstance)) {
            throw new IllegalArgumentException("a person's record begins with a name");
        }
    }

    /** Somebody of whom the name and what is known of the birth date are all there is so far. */
    public static NewPerson named(String given, String family, BirthDate born, String source) {
        return new NewPerson(
                born, null, Background.unknown(), null, List.of(PersonName.of("legal", given, family)), source);
    }

    public NewPerson with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new NewPerson(born, birthText, background, diedOn, more, source);
    }

    public NewPerson with(Background known) {
        return new NewPerson(born, birthText, known, diedOn, facts, source);
    }

    /** The name to call the record by: the legal one if there is one. */
    String displayName() {
        List<PersonName> names = facts.stream()
                .filter(PersonName.class::isInstance)
                .map(PersonName.class::cast)
                .toList();
        return names.stream()
                .filter(name -> name.code().equals("legal"))
                .findFirst()
                .orElse(names.getFirst())
                .full();
    }

    /**
     * Equality and language, codes of the pack; null where nobody has said.
     *
     * @param pronouns in the person's own words
     */
    public record Background(
            @Nullable String sex,
            @Nullable String genderIdentity,
            @Nullable String pronouns,
            @Nullable String ethnicity,
            @Nullable String religion,
            @Nullable String nationality,
            @Nullable String firstLanguage,
            @Nullable Boolean interpreter,
            @Nullable String immigration) {

        public static Background unknown() {
            return new Background(null, null, null, null, null, null, null, null, null);
        }
    }
}
