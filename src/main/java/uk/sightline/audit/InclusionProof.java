package uk.sightline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows that one leaf is in the tree of a checkpoint without showing any other entry (RFC 6962 §2.1.1).
 *
 * @param leafNo counted from 0
 * @param size of the tree
 * @param path the hashes beside the way from the leaf to the root, nearest the leaf first
 */
record InclusionProof(long leafNo, long size, List<Hash> path) {

    InclusionProof {
        path = List.copyOf(path);
    }

    /** @throws IndexOutOfBoundsException if there is no such leaf */
    static InclusionProof of(int leafNo, List<Hash> leaves) {
        List<Hash> path = new ArrayList<>();
        new Subtree(leaves).path(Objects.checkIndex(leafNo, leaves.size()), path);
        return new InclusionProof(leafNo, leaves.size(), path);
    }

    /** RFC 9162 §2.1.3.2. */
    boolean holds(Hash leaf, Hash root) {
        if (leafNo < 0 || leafNo >= size) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        long at = leafNo;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = hasher.node(beside, hash);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                hash = hasher.node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
