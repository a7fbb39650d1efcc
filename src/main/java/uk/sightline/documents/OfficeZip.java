package uk.sightline.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.sightline.documents.FileRefused.Reason;

/**
 * Word, Excel and OpenDocument files are ZIP files; which of them, and whether they carry macros, is told by what lies
 * inside. Reads names only, and stops where a hostile file would go on without end.
 */
final class OfficeZip {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 500L * 1024 * 1024;
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[64 * 1024];
    private String mediaType = "";
    private long unpacked;

    private OfficeZip() {}

    static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** @throws FileRefused if it is damaged, has macros, or is another kind of ZIP file */
    static FileType type(byte[] content) {
        OfficeZip zip = new OfficeZip();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            zip.read(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Reason.DAMAGED);
        }
        return zip.type();
    }

    private void read(ZipInputStream in) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            names.add(entry.getName().toLowerCase(Locale.ROOT));
            if (names.size() > MOST_ENTRIES) {
                throw new FileRefused(Reason.KIND_NOT_ALLOWED);
            }
            if (entry.getName().equals("mimetype")) {
                mediaType = new String(in.readNBytes(ODT.length() + 1), StandardCharsets.US_ASCII);
            }
            skim(in);
        }
    }

    private void skim(ZipInputStream in) throws IOException {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
                throw new FileRefused(Reason.KIND_NOT_ALLOWED);
            }
        }
    }

    private FileType type() {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/"))) {
            throw new FileRefused(Reason.HAS_MACROS);
        }
        if (mediaType.equals(ODT)) {
            return FileType.ODT;
        }
        if (names.contains("[content_types].xml") && names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        if (names.contains("[content_types].xml") && names.contains("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw new FileRefused(Reason.KIND_NOT_ALLOWED);
    }
}
