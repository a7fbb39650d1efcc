package uk.sightline.reference;

/**
 * One thing wrong in a pack, and where.
 *
 * @param file name of the file inside the pack
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1; 0 when the whole file is meant
 * @param reason what is wrong and what would be right, in words
 */
public record PackProblem(String file, int line, int column, String reason) {

    @Override
    public String toString() {
        return "%s:%d:%d %s".formatted(file, line, column, reason);
    }
}
