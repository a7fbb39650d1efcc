package uk.sightline.audit;

import java.util.List;

/** A run of leaves seen as a tree, split as RFC 6962 §2.1 splits it; the proofs are read off it. */
record Subtree(List<Hash> leaves) {

    Hash root() {
        MerkleFrontier frontier = new MerkleFrontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    void path(int leafNo, List<Hash> into) {
        if (leaves.size() == 1) {
            return;
        }
        int split = split();
        if (leafNo < split) {
            left(split).path(leafNo, into);
            into.add(right(split).root());
        } else {
            right(split).path(leafNo - split, into);
            into.add(left(split).root());
        }
    }

    void subproof(int earlier, boolean wholeSoFar, List<Hash> into) {
        if (earlier == leaves.size()) {
            if (!wholeSoFar) {
                into.add(root());
            }
            return;
        }
        int split = split();
        if (earlier <= split) {
            left(split).subproof(earlier, wholeSoFar, into);
            into.add(right(split).root());
        } else {
            right(split).subproof(earlier - split, false, into);
            into.add(left(split).root());
        }
    }

    private int split() {
        return Integer.highestOneBit(leaves.size() - 1);
    }

    private Subtree left(int split) {
        return new Subtree(leaves.subList(0, split));
    }

    private Subtree right(int split) {
        return new Subtree(leaves.subList(split, leaves.size()));
    }
}
