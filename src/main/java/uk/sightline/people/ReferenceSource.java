package uk.sightline.people;

import java.util.Optional;

/** A module whose records are known by a reference that people type into the search box. */
public interface ReferenceSource {

    /**
     * The record with this reference, if the actor may see it.
     *
     * @param reference in capitals, like {@code R-7KQ2M4X}
     */
    Optional<PersonTab> find(String reference);
}
