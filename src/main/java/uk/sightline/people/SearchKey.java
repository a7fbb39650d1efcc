package uk.sightline.people;

/**
 * A key to look for.
 *
 * @param weight how much it says that somebody has it, to choose whom to compare
 * @param most how many people who have it are compared at most; the work of a search does not grow with the district
 */
record SearchKey(String key, int weight, int most) {

    /** Kinds that many people share by chance: one word, its sound, what it is short for. */
    private static final String COMMON = "wisnd";

    /** Whether few have it who are not alike in more than one word. */
    boolean isTelling() {
        return COMMON.indexOf(key.charAt(0)) < 0;
    }
}
