package uk.sightline.documents;

import uk.sightline.documents.FileRefused.Reason;

/**
 * Takes out of a picture what it says about where, when, by whom and with what it was taken (EXIF with its position and
 * thumbnail, XMP, IPTC, comments, anything after the picture's end). The picture itself is not encoded again: its pixels,
 * colour profile and which way up it is stay as they were.
 */
final class ImageMetadata {
    private ImageMetadata() {}

    /**
     * The same file without its metadata; a file that is not a picture is returned as it is.
     *
     * @throws FileRefused if the picture is damaged: what cannot be read cannot be cleaned
     */
    public static byte[] removed(FileType type, byte[] content) {
        try {
            return switch (type) {
                case JPEG -> JpegSegments.clean(content);
                case PNG -> PngChunks.clean(content);
                case WEBP -> WebpChunks.clean(content);
                case GIF -> GifBlocks.clean(content);
                case PDF, TEXT, CSV, DOCX, XLSX, ODT, EML, MSG -> content;
            };
        } catch (IndexOutOfBoundsException beyondItsEnd) {
            throw new FileRefused(Reason.DAMAGED);
        }
    }
}
