package uk.sightline.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import uk.sightline.documents.FileRefused.Reason;

/** Tells what a file is from its bytes; the name it came with only decides between kinds of plain text. */
final class FileTypes {
    /** 25 MB, as the page says it. */
    public static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final byte[] OUTLOOK_PROPERTIES = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
    private static final Pattern MAIL_HEADER =
            Pattern.compile("(?:from|date|received|message-id|mime-version):", Pattern.CASE_INSENSITIVE);
    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    /**
     * The kind of this file.
     *
     * @param declaredName the name it was uploaded under; only its extension matters here
     * @throws FileRefused if it is empty, too large, of a kind we do not take, or not what its name says
     */
    public static FileType of(String declaredName, byte[] content) {
        if (content.length == 0) {
            throw new FileRefused(Reason.EMPTY);
        }
        if (content.length > MOST_BYTES) {
            throw new FileRefused(Reason.TOO_LARGE);
        }
        String extension = FileName.extension(declaredName);
        FileType type = byContent(extension, content);
        if (!type.mayBeNamed(extension)) {
            throw new FileRefused(Reason.NAME_AND_CONTENT_DIFFER);
        }
        return type;
    }

    private static FileType byContent(String extension, byte[] content) {
        String magic = magic(content);
        return switch (magic) {
            case "application/pdf" -> FileType.PDF;
            case "image/jpeg" -> FileType.JPEG;
            case "image/png" -> FileType.PNG;
            case "image/gif" -> FileType.GIF;
            case "image/webp" -> FileType.WEBP;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" ->
                throw new FileRefused(Reason.HEIC_NOT_ALLOWED);
            case "application/x-tika-msoffice" -> oldOffice(content);
            default -> OfficeZip.isZip(content) ? OfficeZip.type(content) : text(extension, magic, content);
        };
    }

    private static FileType oldOffice(byte[] content) {
        if (!contains(content, OUTLOOK_PROPERTIES)) {
            throw new FileRefused(Reason.OLD_OFFICE_FILE);
        }
        return FileType.MSG;
    }

    /** Text is text whatever it is about; only pages and pictures that a browser would run are not. */
    private static FileType text(String extension, String magic, byte[] content) {
        if (!PlainText.is(content) || magic.contains("html") || magic.contains("svg") || magic.contains("xml")) {
            throw new FileRefused(Reason.KIND_NOT_ALLOWED);
        }
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "", "txt" -> FileType.TEXT;
            case "csv" -> FileType.CSV;
            case "eml" -> mail(content);
            default -> throw new FileRefused(known(extension));
        };
    }

    private static FileType mail(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 16_384), StandardCharsets.ISO_8859_1);
        if (head.lines()
                .takeWhile(line -> !line.isBlank())
                .noneMatch(line -> MAIL_HEADER.matcher(line).lookingAt())) {
            throw new FileRefused(Reason.NAME_AND_CONTENT_DIFFER);
        }
        return FileType.EML;
    }

    private static Reason known(String extension) {
        return FileType.byExtension(extension).isPresent() ? Reason.NAME_AND_CONTENT_DIFFER : Reason.KIND_NOT_ALLOWED;
    }

    private static String magic(byte[] content) {
        try {
            return MAGIC.detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at <= content.length - wanted.length; at++) {
            int matched = 0;
            while (matched < wanted.length && content[at + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
