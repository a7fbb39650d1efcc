package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "Chronology 2026.pdf, Chronology 2026.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\Users\\me\\report.PDF, report.pdf",
        "report.exe, report.exe.pdf",
        "report.pdf.exe, report.pdf.exe.pdf",
        ".htaccess, htaccess.pdf",
        "..., file.pdf",
        "con.pdf, file con.pdf",
        "LPT1.txt.pdf, file LPT1.txt.pdf",
        "a<b>:c?.pdf, a b c.pdf",
        "بيان.pdf, بيان.pdf",
        "'   spaces   here  .pdf', spaces here.pdf"
    })
    void aNameIsMadeSafeAndSaysWhatTheFileIs(String declared, String clean) {
        assertThat(FileName.clean(declared, FileType.PDF)).isEqualTo(clean);
    }

    @Test
    void aNameThatIsTurnedRoundIsShownAsItIs() {
        assertThat(FileName.clean("invoice\u202Efdp.exe", FileType.PDF)).isEqualTo("invoicefdp.exe.pdf");
        assertThat(FileName.extension("invoice\u202Efdp.exe")).isEqualTo("exe");
    }

    @Test
    void aPictureGetsTheExtensionOfWhatItIs() {
        assertThat(FileName.clean("IMG_1.png", FileType.JPEG)).isEqualTo("IMG_1.jpg");
        assertThat(FileName.clean("IMG_1.jpeg", FileType.JPEG)).isEqualTo("IMG_1.jpg");
    }

    @Property(tries = 3000)
    void anyNameBecomesOneThatEveryDiskAndScreenTakes(@ForAll String declared, @ForAll FileType type) {
        String clean = FileName.clean(declared, type);
        assertThat(clean)
                .hasSizeLessThanOrEqualTo(FileName.MOST_CHARACTERS)
                .endsWith("." + type.extension())
                .doesNotContainPattern("[/\\\\<>:\"|?*\\p{Cntrl}\\p{Cf}\\p{Cs}]")
                .doesNotStartWith(".")
                .doesNotStartWith(" ");
        assertThat(FileName.clean(clean, type)).isEqualTo(clean);
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.clean("n".repeat(500) + ".pdf", FileType.PDF))
                .hasSize(120)
                .endsWith("nn.pdf");
        assertThat(FileName.clean("😀".repeat(300), FileType.DOCX)).endsWith("😀.docx");
    }
}
