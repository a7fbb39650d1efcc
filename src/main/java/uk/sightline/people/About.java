package uk.sightline.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson.Background;

/**
 * What is said of a person outright, as opposed to their dated facts.
 *
 * @param birthText as somebody wrote or said it
 */
public record About(
        BirthDate born,
        @Nullable String birthText,
        Background background,
        @Nullable LocalDate diedOn) {}
