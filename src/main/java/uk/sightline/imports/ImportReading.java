package uk.sightline.imports;

/** What became of reading one row. */
sealed interface ImportReading {

    /** It says this of a person. */
    record Readable(ImportContent content) implements ImportReading {}

    /**
     * It cannot be taken as it is.
     *
     * @param field the column's heading, or what the row lacks
     * @param reason a sentence, saying what is wrong and what to do
     * @param value what stands there
     */
    record Rejected(String field, String reason, String value) implements ImportReading {}
}
