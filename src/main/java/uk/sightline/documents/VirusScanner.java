package uk.sightline.documents;

/** Asks whether a file carries something harmful. Where none is configured there is no scanner, and no answer is made up. */
interface VirusScanner {

    /** Never throws for a scanner that is away: that is {@link Unavailable}, and the file stays in quarantine. */
    Verdict scan(byte[] content);

    /** What the scanner said. */
    sealed interface Verdict {}

    /** Nothing was found. */
    record Clean() implements Verdict {}

    /** Something was found, by this name. */
    record Infected(String name) implements Verdict {}

    /** There is no verdict, and why: ask again later. */
    record Unavailable(String reason) implements Verdict {}
}
