package uk.sightline.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file we take. The first extension is the one a stored file is given. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    EML("message/rfc822", "eml"),
    MSG("application/vnd.ms-outlook", "msg");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** For the Content-Type of a download, always sent as an attachment. */
    public String mediaType() {
        return mediaType;
    }

    /** Without a dot. */
    public String extension() {
        return extensions.getFirst();
    }

    /** Whether {@link ImageMetadata} has something to remove from it. */
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /** A browser or phone often names a picture by another picture format; nothing else may differ from its name. */
    boolean mayBeNamed(String extension) {
        return extension.isEmpty()
                || extensions.contains(extension)
                || isImage() && byExtension(extension).map(FileType::isImage).orElse(false);
    }

    static Optional<FileType> byExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(lower))
                .findFirst();
    }
}
