package uk.sightline.access;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts second factors at rest (Tink, AES-256-GCM), each bound to its account, so that a copied row opens nothing.
 *
 * <p>Beside the embedded database the keyset is the file {@code keys/second-factors.json} of the data folder, readable
 * by its owner only. On an external database every node derives the same key (HKDF-SHA-256) from the database login it
 * is started with: nodes share nothing but the address. When that login's password is changed, second factors made
 * before cannot be read and administrators reset those sign-ins.
 */
@Component
class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;

    SecretBox(@Value("${sightline.data}") Path data, @Value("${sightline.db:}") String db)
            throws GeneralSecurityException, IOException {
        AeadConfig.register();
        KeysetHandle keys = db.isBlank() ? kept(data.resolve("keys").resolve("second-factors.json")) : derived(db);
        aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] seal(byte[] secret, UUID account) {
        try {
            return aead.encrypt(secret, bytes(account));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A second factor could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key, or for another account */
    byte[] open(byte[] sealed, UUID account) {
        try {
            return aead.decrypt(sealed, bytes(account));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A second factor cannot be read with this key", e);
        }
    }

    private static byte[] bytes(UUID account) {
        return account.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static KeysetHandle kept(Path file) throws GeneralSecurityException, IOException {
        if (Files.notExists(file)) {
            create(file);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private static void create(Path file) throws GeneralSecurityException, IOException {
        String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "second",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its key is the one that counts.
        } finally {
            Files.delete(fresh);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle derived(String db) throws GeneralSecurityException {
        byte[] key = KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(login(db).getBytes(StandardCharsets.UTF_8))
                        .thenExpand("sightline second factors".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        AesGcmKey aes = AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setIvSizeBytes(NONCE_BYTES)
                        .setTagSizeBytes(TAG_BYTES)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aes).withFixedId(1).makePrimary())
                .build();
    }

    /** User and password of the address: what nodes of one installation share even when they name the host differently. */
    private static String login(String db) {
        var parts = org.postgresql.Driver.parseURL(db, null);
        if (parts == null) {
            throw new IllegalArgumentException("--db is not a PostgreSQL address");
        }
        return parts.getProperty("user", "") + "\n" + parts.getProperty("password", "");
    }
}
