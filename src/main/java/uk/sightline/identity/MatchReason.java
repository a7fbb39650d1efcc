package uk.sightline.identity;

/** Why two records may be about the same person, in words for whoever decides. */
public enum MatchReason {
    SAME_NAME("same name"),
    SAME_NAME_OTHER_ORDER("same name, other order"),
    PART_OF_NAME("part of the name is the same"),
    NICKNAME("short form or other form of the name"),
    ONE_LETTER("one letter differs"),
    SIMILAR_SPELLING("similar spelling"),
    SOUNDS_ALIKE("sounds alike"),
    SAME_INITIAL("same initial"),
    SAME_BIRTH_DATE("same birth date"),
    DAY_AND_MONTH_SWAPPED("day and month swapped"),
    ONE_DIGIT_OF_BIRTH_DATE("one digit of the birth date differs"),
    SAME_MONTH_AND_YEAR("born in the same month and year"),
    SAME_YEAR("born in the same year"),
    BIRTH_DATE_FITS("birth date fits the age given");

    private final String words;

    MatchReason(String words) {
        this.words = words;
    }

    /** The reason as it is shown beside the candidate. */
    public String words() {
        return words;
    }
}
