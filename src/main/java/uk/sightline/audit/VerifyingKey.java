package uk.sightline.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The public half of a checkpoint key, which a second party keeps to check our signatures.
 *
 * @param id the first 8 bytes of SHA-256 of the key, in hexadecimal
 */
record VerifyingKey(String id, PublicKey key) {
    private static final String PEM = "PUBLIC KEY";

    static VerifyingKey of(PublicKey key) {
        byte[] digest = TreeHasher.sha256().digest(key.getEncoded());
        return new VerifyingKey(HexFormat.of().formatHex(digest, 0, 8), key);
    }

    /** @throws IllegalArgumentException if the text holds no Ed25519 public key in PEM */
    static VerifyingKey parse(String pem) {
        try {
            return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Pem.read(PEM, pem))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    String pem() {
        return Pem.write(PEM, key.getEncoded());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
