package uk.sightline.reference;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads the files of one pack and keeps a running hash of what was read. */
final class PackFiles {

    private static final int MOST_BYTES = 2_000_000;

    private final Source source;
    private final Problems problems;
    private final MessageDigest digest = sha256();

    PackFiles(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Empty, with the problem noted, when the file cannot be used at all. */
    Optional<Entry> open(String file) {
        return text(file).flatMap(text -> YamlTree.read(file, text, problems)).map(node -> new Entry(node, problems));
    }

    String contentHash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Optional<String> text(String file) {
        try {
            var bytes = source.bytes(file);
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return decoded(file, bytes);
        } catch (NoSuchFileException | FileNotFoundException e) {
            problems.add(file, "there is no such file in the pack");
        } catch (IOException e) {
            problems.add(file, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> decoded(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            problems.add(file, "is larger than 2 MB");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(file, "is not UTF-8 text");
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A folder or a place on the class path. */
    interface Source {
        byte[] bytes(String file) throws IOException;
    }
}
