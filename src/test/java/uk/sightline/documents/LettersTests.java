package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class LettersTests {
    private static final Letter OUTCOME = new Letter(
            "Front door, Exampleshire Partnership",
            List.of("1 Market Square", "Exampleton", "EX1 1AA"),
            "01632 960001",
            List.of("Ms R Okafor", "Designated safeguarding lead", "Hill School", "Exampleton"),
            LocalDate.of(2026, 11, 2),
            "REF-26-0042",
            "Dear Ms Okafor",
            "What we decided about your referral",
            List.of(
                    "Thank you for telling us what you were worried about. Zoë & Jürgen <read> it on the same day.",
                    "A social worker will visit the family within five working days."),
            "A Hussain",
            "Team manager, Front door");

    @Test
    void aLetterSaysWhatItWasGiven() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(letter(OUTCOME))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("OFFICIAL-SENSITIVE", "2 November 2026", "REF-26-0042", "Ms R Okafor", "EX1 1AA")
                    .contains("Zoë & Jürgen <read> it", "within five working days", "A Hussain", "Page 1 of 1");
            assertThat(text.split("OFFICIAL-SENSITIVE", -1)).hasSize(3);
        }
    }

    @Test
    void aLetterTellsAReaderItsLanguageTitleAndStructure() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(letter(OUTCOME))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(OUTCOME.heading());
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .containsPattern("pdfuaid:part(?:=\"|>)1");
        }
    }

    @Test
    void everyFontIsInTheFile() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(letter(OUTCOME))) {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).anyMatch(name -> name.endsWith("LiberationSans"));
            assertThat(fonts).anyMatch(name -> name.endsWith("LiberationSans-Bold"));
        }
    }

    @Test
    void aLongLetterNumbersAndMarksEveryPage() throws IOException {
        byte[] letter = letter(longLetter());
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            String last = "Page " + pdf.getNumberOfPages() + " of " + pdf.getNumberOfPages();
            assertThat(new PDFTextStripper().getText(pdf)).contains("Page 1 of ", last);
        }
        assertThat(brokenRules(letter)).isEmpty();
    }

    @Test
    void aLetterKeepsEveryRuleOfPdfUa() throws IOException {
        byte[] letter = letter(OUTCOME);
        Files.write(Path.of("target", "letter.pdf"), letter);
        assertThat(brokenRules(letter)).isEmpty();
    }

    @Test
    void theCheckOfPdfUaNoticesAPageWithoutALanguageOrTitle() {
        String page =
                "<html><head><style>body{font-family:'Liberation Sans'}</style></head><body><p>Hello</p></body></html>";
        assertThat(brokenRules(new Letters().pdf(page))).isNotEmpty();
    }

    @Test
    void aPageMayFetchNothing() throws IOException {
        Path outside = Files.createTempFile("outside", ".css");
        try {
            Files.writeString(outside, "p { display: none }");
            String page = "<html lang='en-GB'><head><title>t</title><link rel='stylesheet' href='" + outside.toUri()
                    + "'/><style>body{font-family:'Liberation Sans'}</style></head><body><p>Still here</p></body></html>";
            try (PDDocument pdf = Loader.loadPDF(new Letters().pdf(page))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("Still here");
            }
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void aPageThatIsNotWellFormedIsRefused() {
        assertThatThrownBy(() -> new Letters().pdf("<html><p>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter longLetter() {
        return new Letter(
                OUTCOME.from(),
                OUTCOME.fromLines(),
                OUTCOME.phone(),
                OUTCOME.toLines(),
                OUTCOME.date(),
                OUTCOME.reference(),
                OUTCOME.salutation(),
                OUTCOME.heading(),
                Collections.nCopies(60, OUTCOME.paragraphs().getLast()),
                OUTCOME.signedBy(),
                OUTCOME.role());
    }

    private static byte[] letter(Letter letter) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, LettersTests.class.getClassLoader(), "uk.sightline")
                .render("documents/letter.jte", letter, page);
        return new Letters().pdf(page.toString());
    }

    private static List<String> brokenRules(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
