package uk.sightline.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text between BEGIN and END lines (RFC 7468). */
final class Pem {
    private Pem() {}

    static String write(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines.encodeToString(der));
    }

    /** @throws IllegalArgumentException if the text holds no such block, or one that is not base64 */
    static byte[] read(String label, String text) {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("No " + label + " in this text");
        }
        return Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""));
    }
}
