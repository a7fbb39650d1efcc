package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test tree of the certificate-transparency project, whose values every RFC 6962 implementation gives. */
class MerkleVectorsTests {
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(hex(new MerkleFrontier().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theRootAfterEachLeafIsThePublishedOne() {
        MerkleFrontier frontier = new MerkleFrontier();
        for (int i = 0; i < INPUTS.size(); i++) {
            frontier.append(leaf(INPUTS.get(i)));
            assertThat(hex(frontier.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void inclusionPathsAreThePublishedOnes() {
        assertThat(inclusion(0, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(inclusion(5, 8))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(inclusion(2, 3)).containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void consistencyPathsAreThePublishedOnes() {
        assertThat(consistency(1, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(consistency(6, 8))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(consistency(2, 5))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void aFrontierOfTheWrongLengthIsRefused() {
        MerkleFrontier frontier = new MerkleFrontier();
        frontier.append(leaf("00"));
        byte[] bytes = frontier.toBytes();
        assertThatThrownBy(() -> MerkleFrontier.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleFrontier.fromBytes(new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleFrontier.fromBytes(HexFormat.of().parseHex("ffffffffffffffff")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> inclusion(int leafNo, int size) {
        InclusionProof proof = InclusionProof.of(leafNo, leaves(size));
        assertThat(proof.holds(leaf(INPUTS.get(leafNo)), root(size))).isTrue();
        return proof.path().stream().map(MerkleVectorsTests::hex).toList();
    }

    private static List<String> consistency(int earlier, int later) {
        ConsistencyProof proof = ConsistencyProof.of(earlier, leaves(later));
        assertThat(proof.holds(root(earlier), root(later))).isTrue();
        return proof.path().stream().map(MerkleVectorsTests::hex).toList();
    }

    private static Hash root(int size) {
        return Hash.of(HexFormat.of().parseHex(ROOTS.get(size - 1)));
    }

    private static List<Hash> leaves(int size) {
        return INPUTS.subList(0, size).stream().map(MerkleVectorsTests::leaf).toList();
    }

    private static Hash leaf(String data) {
        return Hash.of(TreeHasher.sha256().digest(HexFormat.of().parseHex("00" + data)));
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
