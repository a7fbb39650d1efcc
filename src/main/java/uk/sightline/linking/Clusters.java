package uk.sightline.linking;

/** Records that hang together by sure pairs: each is taken to be of one person until somebody says otherwise. */
final class Clusters {

    private final int[] parent;

    Clusters(int records) {
        parent = new int[records];
        for (int i = 0; i < records; i++) {
            parent[i] = i;
        }
    }

    void join(int one, int other) {
        int a = of(one);
        int b = of(other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** The first record of the cluster that a record is in. */
    int of(int record) {
        int root = record;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** How many clusters have more than one record. */
    long joined() {
        boolean[] larger = new boolean[parent.length];
        for (int i = 0; i < parent.length; i++) {
            if (of(i) != i) {
                larger[of(i)] = true;
            }
        }
        long joined = 0;
        for (boolean each : larger) {
            joined += each ? 1 : 0;
        }
        return joined;
    }
}
