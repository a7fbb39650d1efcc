package uk.sightline.platform;

/** Somebody else saved the same record since the form was opened: a save never overwrites another's. */
public class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super("Someone else changed this record since it was opened", null, false, false);
    }

    /**
     * Checks the outcome of an update that names the version it expects.
     *
     * @param rows how many rows the update changed
     * @throws StaleVersion when it changed none
     */
    public static void unlessOne(int rows) {
        if (rows != 1) {
            throw new StaleVersion();
        }
    }
}
