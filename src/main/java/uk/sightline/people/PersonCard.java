package uk.sightline.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

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

    /** The age in words, or that nobody knows; for somebody who has died, the age they reached. */
    public String age(LocalDate today) {
        return born.ageOn(diedOn == null ? today : diedOn)
                .map(BirthDate.Age::words)
                .orElse("age unknown");
    }
}
