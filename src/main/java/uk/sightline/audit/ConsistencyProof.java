package uk.sightline.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that the tree of an earlier checkpoint is the beginning of a later one: nothing was changed or taken away in
 * between (RFC 6962 §2.1.2).
 */
record ConsistencyProof(long earlier, long later, List<Hash> path) {

    ConsistencyProof {
        path = List.copyOf(path);
    }

    /** @throws IllegalArgumentException unless 0 &lt; earlier ≤ the number of leaves */
    static ConsistencyProof of(int earlier, List<Hash> leaves) {
        if (earlier <= 0 || earlier > leaves.size()) {
            throw new IllegalArgumentException("No tree of " + earlier + " leaves within one of " + leaves.size());
        }
        List<Hash> path = new ArrayList<>();
        new Subtree(leaves).subproof(earlier, true, path);
        return new ConsistencyProof(earlier, leaves.size(), path);
    }

    /** RFC 9162 §2.1.4.2. */
    boolean holds(Hash earlierRoot, Hash laterRoot) {
        if (earlier <= 0 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            steps.addFirst(earlierRoot);
        }
        return !steps.isEmpty() && climb(steps, earlierRoot, laterRoot);
    }

    private boolean climb(List<Hash> steps, Hash earlierRoot, Hash laterRoot) {
        TreeHasher hasher = new TreeHasher();
        int rights = Long.numberOfTrailingZeros(~(earlier - 1));
        long at = earlier - 1 >> rights;
        long last = later - 1 >> rights;
        Hash first = steps.getFirst();
        Hash second = first;
        for (Hash beside : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                first = hasher.node(beside, first);
                second = hasher.node(beside, second);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                second = hasher.node(second, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlierRoot) && second.equals(laterRoot);
    }
}
