package uk.sightline.district;

/** Sex as the DfE codes it. */
public enum Sex {
    MALE('1'),
    FEMALE('2');

    private final char code;

    Sex(char code) {
        this.code = code;
    }

    /** The DfE code, 1 or 2. */
    public char code() {
        return code;
    }
}
