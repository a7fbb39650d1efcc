package uk.sightline.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact in words.
 *
 * @param label what it is: "Legal name", "NHS number", "Mother"
 * @param note what qualifies it: "Verified", "Safe to contact: no"
 * @param warns whether the note must catch the eye
 * @param dates "from 3 Jul 2024 to 1 Sep 2025", or empty
 * @param href of the other person, or null
 * @param past it no longer holds
 * @param struckBecause why it is no longer believed, or null
 * @param hidden not for paper
 */
public record FactLine(
        UUID id,
        FactKind kind,
        String label,
        String value,
        @Nullable String note,
        boolean warns,
        String dates,
        String source,
        @Nullable String href,
        boolean past,
        @Nullable String struckBecause,
        boolean hidden) {

    /** One sentence for the chronology, which is printed and pasted: what is not for paper is not said. */
    String sentence() {
        return label + ": " + (hidden ? "not shown here" : value) + (note == null ? "" : " (" + note + ")");
    }
}
