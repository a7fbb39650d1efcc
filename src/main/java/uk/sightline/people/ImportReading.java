package uk.sightline.people;

/** What became of a row when it was read. */
sealed interface ImportReading {

    /** It says this of a person. */
    record Readable(ImportContent content) implements ImportReading {}

    /**
     * No record can be made of it.
     *
     * @param field the heading of the column that is wrong, or "row"
     * @param reason a sentence, saying what is wrong and what to do
     */
    record Rejected(String field, String reason) implements ImportReading {}
}
