package uk.sightline.matching;

/** How large a share of all records has a value: what many have says little about who somebody is. */
public interface Shares {

    /** The share of records, beside the two that are compared, with this value: 0 to 1. */
    double others(int comparison, Value value);

    /** A smaller share than this cannot be told from none. */
    double least();

    /** As counted among so many records. */
    static Shares counted(int records) {
        double all = Math.max(1, records);
        return new Shares() {
            @Override
            public double others(int comparison, Value value) {
                return Math.max(0, value.seen() - 2) / all;
            }

            @Override
            public double least() {
                return 1 / all;
            }
        };
    }

    /** Every value weighs the same. */
    static Shares none() {
        return new Shares() {
            @Override
            public double others(int comparison, Value value) {
                return 0;
            }

            @Override
            public double least() {
                return 1;
            }
        };
    }
}
