package uk.sightline.access;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A square code for a phone's camera: one SVG path, as an address that a picture's {@code src} takes. */
final class QrPicture {

    private static final int MARGIN = 4;

    private QrPicture() {}

    static String address(String text) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="240" height="240" shape-rendering="crispEdges">\
                <path fill="#ffffff" d="M0 0h%1$dv%1$dH0z"/><path fill="#0b0c0c" d="%2$s"/></svg>""".formatted(side, squares(code));
    }

    private static String squares(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
