package uk.sightline.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;

/**
 * The forms that choose the two workers.
 *
 * @param team whose colleagues are offered; empty for all
 * @param teams that have somebody who can take a role
 * @param typed under the names of the fields; {@code role} says on which of the forms
 */
record WorkersPage(
        UUID person,
        String name,
        String team,
        List<SelectItem> teams,
        List<Place> places,
        Map<String, String> typed,
        FieldErrors errors) {

    /**
     * One of the two roles.
     *
     * @param now who has it, in words
     * @param taken whether somebody has
     * @param colleagues who can take it
     */
    record Place(Role role, int version, String now, boolean taken, List<SelectItem> colleagues) {}

    String value(Place place, String field) {
        return place.role().code().equals(typed.get("role")) ? typed.getOrDefault(field, "") : "";
    }
}
