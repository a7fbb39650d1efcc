package uk.sightline.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Finds the record behind a reference or number that a colleague has given, for break-glass. A module that keeps
 * references implements it.
 *
 * <p>It answers whatever the actor may see, so it must ask under the row policies, through a function of its schema that
 * returns the id and nothing else. What may be told of the answer is decided here, not there.
 */
@FunctionalInterface
public interface RecordFinder {

    /** The record with exactly this reference, NHS number or the like. */
    Optional<UUID> find(String reference);
}
