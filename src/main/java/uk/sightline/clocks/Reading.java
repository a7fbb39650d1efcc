package uk.sightline.clocks;

/**
 * How a running clock reads at a moment.
 *
 * @param label of its rule, such as "Decision on a child's referral"
 * @param rag its colour; shown with {@link #words()}, never alone
 * @param words such as "2 h 10 min left", "overdue by 1 working day", "paused, 3 days left"
 * @param broken the limit is passed
 */
public record Reading(String label, Rag rag, String words, boolean broken) {

    /** The word that stands with the colour. */
    public String ragWord() {
        return switch (rag) {
            case GREEN -> "In time";
            case AMBER -> "Due soon";
            case RED -> "Overdue";
        };
    }
}
