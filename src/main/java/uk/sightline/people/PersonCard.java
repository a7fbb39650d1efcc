package uk.sightline.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.School;

/**
 * Enough of a person to tell them from another in a list.
 *
 * @param reference as spoken on the telephone
 * @param sex code of the pack
 * @param schoolUrn where they are on roll now
 * @param area first part of the postcode of where they live, never of a protected address
 * @param flags codes of {@code person-flag} that hold now
 */
public record PersonCard(
        UUID id,
        String reference,
        String name,
        BirthDate born,
        @Nullable String sex,
        @Nullable LocalDate diedOn,
        @Nullable String schoolUrn,
        @Nullable String area,
        List<String> flags) {

    /** Their school and the area they live in, as far as a list may say it; may be empty. */
    public String place(PracticePack pack) {
        return Stream.of(
                        Optional.ofNullable(schoolUrn).flatMap(pack::school).map(School::label),
                        Optional.ofNullable(area))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The age in words, or that nobody knows; for somebody who has died, the age they reached. */
    public String age(LocalDate today) {
        return born.ageOn(diedOn == null ? today : diedOn)
                .map(BirthDate.Age::words)
                .orElse("age unknown");
    }
}
