package uk.sightline.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * The Ed25519 key that signs checkpoints. It lives in a file that only its owner can read: the private key in PKCS#8 and
 * its public key beside it, both in PEM.
 */
final class SigningKey {
    private static final String PEM = "PRIVATE KEY";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> TOO_OPEN = PosixFilePermissions.fromString("----w-rwx");

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key in this file; where there is none, a new one. Of several nodes that start at once, one writes and all read.
     *
     * @throws IllegalArgumentException if the file holds no whole key, or others may read it
     */
    static SigningKey loadOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file.toAbsolutePath());
        }
        refuseOpenFile(file);
        return parse(Files.readString(file));
    }

    static SigningKey parse(String pem) {
        SigningKey read = new SigningKey(privateKey(pem), VerifyingKey.parse(pem));
        byte[] probe = "sightline".getBytes(StandardCharsets.UTF_8);
        if (!read.verifying.verifies(probe, read.sign(probe))) {
            throw new IllegalArgumentException("The public key in the key file does not belong to its private key");
        }
        return read;
    }

    VerifyingKey verifying() {
        return verifying;
    }

    byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pem() {
        return Pem.write(PEM, key.getEncoded()) + verifying.pem();
    }

    private static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Pem.read(PEM, pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 private key", e);
        }
    }

    /** Written whole beside its place, then linked there: the name never shows half a key, nor replaces another's. */
    private static void create(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            writeThrough(whole, generate().pem());
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        Set<StandardOpenOption> newOnly = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, newOnly, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        Set<PosixFilePermission> open = EnumSet.copyOf(TOO_OPEN);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "The signing key " + file.getFileName() + " can be read by others: set its mode to 600");
        }
    }
}
