package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProofsTests {

    @Property(tries = 200)
    void everyLeafIsProvedInAndNothingElseIs(@ForAll @IntRange(min = 1, max = 150) int size, @ForAll int pick) {
        int leafNo = Math.floorMod(pick, size);
        List<Hash> leaves = leaves(size);
        Hash root = new Subtree(leaves).root();
        InclusionProof proof = InclusionProof.of(leafNo, leaves);

        assertThat(proof.holds(leaves.get(leafNo), root)).isTrue();
        assertThat(proof.holds(hash(-1), root)).isFalse();
        assertThat(proof.holds(leaves.get(leafNo), hash(-1))).isFalse();
        for (int other = 0; other < size; other++) {
            InclusionProof elsewhere = new InclusionProof(other, size, proof.path());
            assertThat(elsewhere.holds(leaves.get(leafNo), root)).isEqualTo(other == leafNo);
        }
    }

    @Property(tries = 200)
    void everyEarlierTreeIsProvedToBeTheBeginning(@ForAll @IntRange(min = 1, max = 150) int later, @ForAll int pick) {
        int earlier = 1 + Math.floorMod(pick, later);
        List<Hash> leaves = leaves(later);
        Hash earlierRoot = new Subtree(leaves.subList(0, earlier)).root();
        Hash laterRoot = new Subtree(leaves).root();
        ConsistencyProof proof = ConsistencyProof.of(earlier, leaves);

        assertThat(proof.holds(earlierRoot, laterRoot)).isTrue();
        assertThat(proof.holds(hash(-1), laterRoot)).isFalse();
        assertThat(proof.holds(earlierRoot, hash(-1))).isFalse();
        List<Hash> longer = new ArrayList<>(proof.path());
        longer.add(hash(-2));
        assertThat(new ConsistencyProof(earlier, later, longer).holds(earlierRoot, laterRoot))
                .isFalse();
    }

    @Property(tries = 200)
    void aFrontierGoesOnFromItsBytes(@ForAll @IntRange(min = 0, max = 200) int size, @ForAll int pick) {
        int stop = Math.floorMod(pick, size + 1);
        List<Hash> leaves = leaves(size);
        MerkleFrontier first = new MerkleFrontier();
        leaves.subList(0, stop).forEach(first::append);
        MerkleFrontier resumed = MerkleFrontier.fromBytes(first.toBytes());
        leaves.subList(stop, size).forEach(resumed::append);

        assertThat(resumed.size()).isEqualTo(size);
        assertThat(resumed.root()).isEqualTo(size == 0 ? new MerkleFrontier().root() : plainRoot(leaves));
    }

    /** The definition of RFC 6962 §2.1, word for word, to compare with. */
    private static Hash plainRoot(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return new TreeHasher()
                .node(plainRoot(leaves.subList(0, split)), plainRoot(leaves.subList(split, leaves.size())));
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(MerkleProofsTests::hash).toList();
    }

    private static Hash hash(int of) {
        return Hash.of(TreeHasher.sha256().digest(Integer.toString(of).getBytes(StandardCharsets.US_ASCII)));
    }
}
