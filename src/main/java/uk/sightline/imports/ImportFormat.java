package uk.sightline.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;
import uk.sightline.platform.RuleBroken;

/**
 * How a file is written: its characters and what stands between its values. Found by reading it once from end to end, in
 * a fixed amount of memory.
 *
 * @param hasMark begins with UTF-8's byte order mark
 * @param hash SHA-256 of the file
 */
record ImportFormat(Charset charset, boolean hasMark, char delimiter, String hash) {

    /** What most spreadsheets in Britain write when they do not write UTF-8. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 1 << 16;

    /** @throws RuleBroken when it is no text, saying what to do */
    static ImportFormat of(InputStreamSource file) throws IOException {
        MessageDigest digest = sha256();
        ImportBytes seen = new ImportBytes();
        byte[] first;
        try (InputStream in = new DigestInputStream(new BufferedInputStream(file.getInputStream()), digest)) {
            first = in.readNBytes(FIRST);
            refuseOtherKinds(first);
            seen.read(first, first.length);
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                seen.read(buffer, n);
            }
        }
        if (seen.isBinary()) {
            throw new RuleBroken("file", "This is not a text file. Save the table as CSV and choose that file.");
        }
        boolean mark = startsWith(first, 0xEF, 0xBB, 0xBF);
        // Some characters are right in UTF-8 and some are not: a damaged UTF-8 file, whose bad rows are told.
        Charset charset = mark || seen.isUtf8() || seen.hasSomeUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
        return new ImportFormat(
                charset,
                mark,
                delimiter(new String(first, charset)),
                HexFormat.of().formatHex(digest.digest()));
    }

    /** As told to whoever brought the file. */
    String words() {
        String characters =
                charset.equals(WINDOWS) ? "Windows characters (1252), because it is not UTF-8" : "UTF-8 characters";
        return characters + ", values separated by " + separator();
    }

    private String separator() {
        return switch (delimiter) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "upright bars";
            default -> "commas";
        };
    }

    private static void refuseOtherKinds(byte[] first) {
        if (first.length == 0) {
            throw new RuleBroken("file", "The file is empty.");
        }
        if (startsWith(first, 'P', 'K', 3, 4) || startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new RuleBroken(
                    "file",
                    "This is a spreadsheet, not a CSV file. In Excel, save it as “CSV UTF-8” and choose that file.");
        }
        if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF)) {
            throw new RuleBroken(
                    "file", "This file is in UTF-16. In Excel, save it as “CSV UTF-8” and choose that file.");
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whichever stands most often between the headings. */
    private static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            int count = between(text, candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static int between(String text, char candidate) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n' && text.charAt(i) != '\r'); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == candidate ? 1 : 0;
        }
        return count;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
