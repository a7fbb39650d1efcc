package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text that a person could read: no control characters, and an encoding that an office uses. */
final class PlainText {
    private PlainText() {}

    static boolean is(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return readable(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return readable(content, StandardCharsets.UTF_16BE);
        }
        return noControls(content);
    }

    /** UTF-8 and Windows-1252 both: either way every byte below a space is a tab, a new line or a form feed. */
    private static boolean noControls(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean readable(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
