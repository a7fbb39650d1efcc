package uk.sightline.platform;

/**
 * The record is not there, or the actor may not know that it is: the two look the same on purpose, in words, in status
 * code and in time taken.
 */
public class NoSuchRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchRecord() {
        super("No such record, or none that this actor may see", null, false, false);
    }
}
