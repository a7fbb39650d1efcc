package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.sightline.documents.FileRefused.Reason;

class FileTypesTests {
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    @Test
    void aFileIsWhatItsContentIs() {
        assertThat(FileTypes.of("plan.pdf", ascii("%PDF-1.7\n%rest"))).isEqualTo(FileType.PDF);
        assertThat(FileTypes.of("a.JPG", Pictures.jpeg())).isEqualTo(FileType.JPEG);
        assertThat(FileTypes.of("a.png", Pictures.png())).isEqualTo(FileType.PNG);
        assertThat(FileTypes.of("a.gif", Pictures.gif())).isEqualTo(FileType.GIF);
        assertThat(FileTypes.of("a.webp", Pictures.webp())).isEqualTo(FileType.WEBP);
        assertThat(FileTypes.of("notes.txt", ascii("She said she was tired.\r\n")))
                .isEqualTo(FileType.TEXT);
        assertThat(FileTypes.of("notes.txt", "Zoë was here".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(FileType.TEXT);
        assertThat(FileTypes.of("register.csv", ascii("date,session\n2026-11-02,am\n")))
                .isEqualTo(FileType.CSV);
        assertThat(FileTypes.of("mail.eml", ascii("From: a@example.org\r\nSubject: x\r\n\r\nHello")))
                .isEqualTo(FileType.EML);
        assertThat(FileTypes.of("mail.msg", outlook())).isEqualTo(FileType.MSG);
    }

    @Test
    void officeFilesAreToldApartByWhatIsInside() {
        assertThat(FileTypes.of("a.docx", zip(Map.of(CONTENT_TYPES, "x", "word/document.xml", "x"))))
                .isEqualTo(FileType.DOCX);
        assertThat(FileTypes.of("a.xlsx", zip(Map.of(CONTENT_TYPES, "x", "xl/workbook.xml", "x"))))
                .isEqualTo(FileType.XLSX);
        assertThat(FileTypes.of("a.odt", openDocument("application/vnd.oasis.opendocument.text")))
                .isEqualTo(FileType.ODT);
        refused(Reason.KIND_NOT_ALLOWED, "a.odt", openDocument("application/vnd.oasis.opendocument.text-template"));
    }

    @Test
    void aPictureUnderAnotherPicturesNameIsTakenForWhatItIs() {
        assertThat(FileTypes.of("photo.png", Pictures.jpeg())).isEqualTo(FileType.JPEG);
        assertThat(FileTypes.of("photo", Pictures.jpeg())).isEqualTo(FileType.JPEG);
    }

    @Test
    void whatIsNotAllowedIsRefusedWithItsReason() {
        refused(Reason.EMPTY, "a.pdf", new byte[0]);
        refused(Reason.TOO_LARGE, "a.txt", filled(FileTypes.MOST_BYTES + 1));
        refused(Reason.KIND_NOT_ALLOWED, "a.exe", ascii("MZ\0\0\3\0\0"));
        refused(Reason.KIND_NOT_ALLOWED, "a.pdf", ascii("MZ\0\0\3\0\0"));
        refused(Reason.KIND_NOT_ALLOWED, "a.txt", ascii("<!DOCTYPE html><html><script>x</script></html>"));
        refused(Reason.KIND_NOT_ALLOWED, "a.svg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"));
        refused(Reason.KIND_NOT_ALLOWED, "a.zip", zip(Map.of("anything.txt", "x")));
        refused(Reason.KIND_NOT_ALLOWED, "run.sh", ascii("echo hello\n"));
        refused(Reason.OLD_OFFICE_FILE, "a.doc", Arrays.copyOf(oldOfficeHeader(), 2048));
        refused(Reason.HEIC_NOT_ALLOWED, "a.heic", ascii("\0\0\0\30ftypheic\0\0\0\0mif1heic"));
        refused(
                Reason.HAS_MACROS,
                "a.docx",
                zip(Map.of(CONTENT_TYPES, "x", "word/document.xml", "x", "word/vbaProject.bin", "x")));
        refused(Reason.NAME_AND_CONTENT_DIFFER, "a.docx", ascii("%PDF-1.7\n"));
        refused(Reason.NAME_AND_CONTENT_DIFFER, "a.pdf", ascii("only words"));
        refused(Reason.NAME_AND_CONTENT_DIFFER, "a.eml", ascii("only words"));
        refused(Reason.DAMAGED, "a.docx", ascii("PK\3\4 and no more"));
    }

    @Test
    void theLargestFileIsStillTaken() {
        assertThat(FileTypes.of("a.txt", filled(FileTypes.MOST_BYTES))).isEqualTo(FileType.TEXT);
    }

    @Property
    void aDamagedOfficeFileIsTakenOrRefused(@ForAll @IntRange(min = 0, max = 600) int at, @ForAll byte hit) {
        byte[] file = zip(Map.of(CONTENT_TYPES, "x", "word/document.xml", "x"));
        int place = Math.floorMod(file.length - 1 - at, file.length);
        file[place] = hit;
        takenOrRefused("a.docx", file);
        takenOrRefused("a.docx", Arrays.copyOf(file, place));
    }

    @Property
    void anyBytesUnderAnyNameAreTakenOrRefused(@ForAll String name, @ForAll byte[] content) {
        takenOrRefused(name, content);
    }

    private static void takenOrRefused(String name, byte[] content) {
        try {
            assertThat(FileTypes.of(name, content)).isNotNull();
        } catch (FileRefused refused) {
            assertThat(refused.reason().message()).isNotBlank();
        }
    }

    private static void refused(Reason reason, String name, byte[] content) {
        assertThatThrownBy(() -> FileTypes.of(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] oldOfficeHeader() {
        return new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    }

    private static byte[] outlook() {
        byte[] file = Arrays.copyOf(oldOfficeHeader(), 4096);
        byte[] name = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1152, name.length);
        return file;
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String mediaType) {
        byte[] kind = mediaType.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(kind);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(kind.length);
        first.setCrc(crc.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(kind);
            zip.putNextEntry(new ZipEntry("content.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
