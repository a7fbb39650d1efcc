package uk.sightline.people;

import java.util.List;
import java.util.UUID;
import uk.sightline.govuk.SummaryRow;

/**
 * What another module knows of a person and adds to their page. A bean of this type is asked, in the transaction of the
 * reader, each time the page is opened; it gives what the reader may know and nothing else.
 */
public interface ChronologySource {

    /** What happened, in any order. */
    List<ChronologyEntry> entries(UUID person);

    /** What is due next for the person, in any order. */
    default List<DueNext> due(UUID person) {
        return List.of();
    }

    /** How things stand with exploitation, for the top of the page; none when the reader may know of nothing. */
    default List<SummaryRow> standing(UUID person) {
        return List.of();
    }

    /** Further pages about the person. */
    default List<PersonTab> tabs(UUID person) {
        return List.of();
    }
}
