package uk.sightline.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import uk.sightline.documents.FileRefused.Reason;

/**
 * Word, Excel and OpenDocument files are ZIP files; which of them, and whether they carry macros, is told by the names in
 * the ZIP file's directory at its end, which is what the office programs go by. Nothing is unpacked.
 */
final class OfficeZip {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    /** OpenDocument 1.3 part 2 §3.3: the first entry, not packed, so that it can be read here; then the next one. */
    private static final String ODT = "mimetypeapplication/vnd.oasis.opendocument.textPK";

    private static final int FIRST_NAME = 30;

    private final ByteBuffer zip;

    private OfficeZip(byte[] content) {
        zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** @throws FileRefused if it is damaged, has macros, or is another kind of ZIP file */
    static FileType type(byte[] content) {
        try {
            OfficeZip zip = new OfficeZip(content);
            Set<String> names = zip.names(zip.end());
            return zip.type(names);
        } catch (IndexOutOfBoundsException beyondItsEnd) {
            throw new FileRefused(Reason.DAMAGED);
        }
    }

    private int end() {
        int last = zip.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END_OF_DIRECTORY) {
                return at;
            }
        }
        throw new FileRefused(Reason.DAMAGED);
    }

    private Set<String> names(int end) {
        Set<String> names = new HashSet<>();
        int entries = unsigned(end + 10);
        int at = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            if (zip.getInt(at) != DIRECTORY_ENTRY) {
                throw new FileRefused(Reason.DAMAGED);
            }
            names.add(text(at + ENTRY_BYTES, unsigned(at + 28)).toLowerCase(Locale.ROOT));
            at += ENTRY_BYTES + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
        }
        return names;
    }

    private FileType type(Set<String> names) {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/"))) {
            throw new FileRefused(Reason.HAS_MACROS);
        }
        if (names.contains("content.xml") && text(FIRST_NAME, ODT.length()).equals(ODT)) {
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

    private int unsigned(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        zip.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
