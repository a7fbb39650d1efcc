package uk.sightline.merges;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import uk.sightline.people.FactLine;

/**
 * Something that was added to the kept record since a merge: whose it is has to be said when the merge is undone.
 *
 * @param label what it is: "Address"
 * @param words which
 */
record Added(Place place, String label, String words, Instant at) {

    private static final String NOT_ON_PAPER = "protected: see the record";

    /** In the words of the person's page, where the row is one of its facts. */
    Added inWords(List<FactLine> facts) {
        return facts.stream()
                .filter(fact -> place.key().contains(fact.id().toString()))
                .findFirst()
                .map(fact -> new Added(place, fact.label(), fact.hidden() ? NOT_ON_PAPER : fact.value(), at))
                .orElse(this);
    }

    /**
     * Where a row is.
     *
     * @param key its primary key, as JSON
     */
    record Place(String tab, String col, String key) {

        /** For a form. */
        String code() {
            String whole = tab + " " + col + " " + key;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
        }
    }
}
