package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTests {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.000001Z");

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("audit.pem");
        SigningKey made = SigningKey.loadOrCreate(file);
        SigningKey again = SigningKey.loadOrCreate(file);

        assertThat(again.verifying()).isEqualTo(made.verifying());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nodesThatStartTogetherShareOneKey() throws Exception {
        Path file = folder.resolve("audit.pem");
        Callable<String> start = () -> SigningKey.loadOrCreate(file).verifying().id();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Future<String>> started =
                    nodes.invokeAll(Stream.generate(() -> start).limit(8).toList());
            assertThat(started.stream().map(Future::resultNow).collect(Collectors.toSet()))
                    .hasSize(1);
        }
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("audit.pem");
        SigningKey.loadOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SigningKey.loadOrCreate(file)).hasMessageContaining("set its mode to 600");
    }

    @Test
    void aBrokenKeyFileIsRefusedAndKept() throws IOException {
        Path file = folder.resolve("audit.pem");
        SigningKey.loadOrCreate(file);
        Files.writeString(file, Files.readString(file).substring(0, 60));
        assertThatThrownBy(() -> SigningKey.loadOrCreate(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.size(file)).isEqualTo(60);
    }

    @Test
    void aPublicKeyOfAnotherPairIsRefused() throws IOException {
        Path one = folder.resolve("one.pem");
        Path two = folder.resolve("two.pem");
        SigningKey.loadOrCreate(one);
        SigningKey.loadOrCreate(two);
        String crossed = Files.readString(one).split("-----BEGIN PUBLIC", -1)[0] + "-----BEGIN PUBLIC"
                + Files.readString(two).split("-----BEGIN PUBLIC", -1)[1];
        assertThatThrownBy(() -> SigningKey.parse(crossed)).hasMessageContaining("does not belong");
    }

    @Test
    void aSecondPartyChecksACheckpointFromTextAlone() {
        SigningKey key = SigningKey.generate();
        Checkpoint signed = Checkpoint.sign(12, new MerkleFrontier().root(), NOON, key);

        Checkpoint kept = Checkpoint.parse(signed.text());
        VerifyingKey published = VerifyingKey.parse(key.verifying().pem());

        assertThat(kept).isEqualTo(signed);
        assertThat(kept.signedBy(published)).isTrue();
        assertThat(kept.note())
                .isEqualTo(
                        "sightline-audit\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n2026-11-02T12:00:00.000001Z\n");
    }

    @Test
    void nothingOfACheckpointCanBeChanged() {
        SigningKey key = SigningKey.generate();
        VerifyingKey published = key.verifying();
        Hash root = new MerkleFrontier().root();
        Checkpoint signed = Checkpoint.sign(12, root, NOON, key);
        Hash otherRoot = new TreeHasher().node(root, root);

        assertThat(new Checkpoint(11, root, NOON, signed.keyId(), signed.signature()).signedBy(published))
                .isFalse();
        assertThat(new Checkpoint(12, otherRoot, NOON, signed.keyId(), signed.signature()).signedBy(published))
                .isFalse();
        assertThat(new Checkpoint(12, root, NOON.plusSeconds(1), signed.keyId(), signed.signature())
                        .signedBy(published))
                .isFalse();
        assertThat(new Checkpoint(12, root, NOON, signed.keyId(), "not base64").signedBy(published))
                .isFalse();
        assertThat(signed.signedBy(SigningKey.generate().verifying())).isFalse();
    }

    @Test
    void textThatIsNotExactlyACheckpointIsRefused() {
        String text = Checkpoint.sign(12, new MerkleFrontier().root(), NOON, SigningKey.generate())
                .text();
        for (String wrong : List.of(
                "", "x" + text, text + "\n", text.replace("\n12\n", "\n012\n"), text.replace("12:00", "99:00"))) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
