package uk.sightline.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Makes PDF/UA-1 (ISO 14289-1) files, which a screen reader reads, out of pages. The fonts are in the file, and the page
 * may fetch nothing from anywhere.
 */
final class Letters {
    private static final String FONT = "Liberation Sans";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final byte[] regular = font("LiberationSans-Regular.ttf");
    private final byte[] bold = font("LiberationSans-Bold.ttf");
    private final byte[] italic = font("LiberationSans-Italic.ttf");

    /**
     * The page as a PDF.
     *
     * @param xhtml well-formed, with a language, a title and a description, set in Liberation Sans
     * @throws IllegalArgumentException if the page cannot be laid out
     */
    public byte[] pdf(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            builder(xhtml).toStream(pdf).run();
        } catch (Exception e) {
            throw new IllegalArgumentException("The page cannot be made into a PDF", e);
        }
        return pdf.toByteArray();
    }

    private PdfRendererBuilder builder(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Sightline");
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(italic), FONT, 400, FontStyle.ITALIC, true);
        return builder.withHtmlContent(xhtml, null);
    }

    private static byte[] font(String file) {
        try (InputStream in = Letters.class.getResourceAsStream("/liberation/" + file)) {
            return Objects.requireNonNull(in, "The font " + file + " is not on the class path")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
