package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/components.md} is written by this test when run with {@code -Dcomponents.write=true}. */
class TheComponentsDocumentIsTrueTests {

    private static final Path DOCUMENT = Path.of("docs/components.md");

    private static final String INTRODUCTION = """
            # Components

            Each tag of `src/main/jte/govuk` is rendered with the options of the cases that GOV.UK Frontend publishes, and the
            result compared, node by node, with the HTML it publishes for them (`TagsPrintThePublishedHtmlTests`).

            | component | tag | cases that match | cases | |
            |---|---|---|---|---|
            """;

    @Test
    void theDocumentCountsWhatTheTagsReallyPrint() throws IOException {
        var document = INTRODUCTION + rows();
        System.out.println(document);
        if (Boolean.getBoolean("components.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).hasContent(document);
    }

    private static String rows() throws IOException {
        var byComponent = Fixtures.all().stream()
                .collect(Collectors.groupingBy(Fixtures.Case::component, TreeMap::new, Collectors.toList()));
        var rows = new StringBuilder();
        int matching = 0;
        int all = 0;
        for (var entry : byComponent.entrySet()) {
            var cases = entry.getValue();
            var reason = UnsupportedCases.REASONS.get(entry.getKey());
            var good = reason == null
                    ? cases.stream().filter(PublishedHtml::matches).count()
                    : 0;
            var tag = reason == null ? "`" + cases.getFirst().tag() + "`" : "none";
            rows.append("| %s | %s | %d | %d | %s |\n"
                    .formatted(entry.getKey(), tag, good, cases.size(), reason == null ? "" : reason));
            matching += (int) good;
            all += cases.size();
        }
        return rows.append("| all | | %d | %d | |\n".formatted(matching, all)).toString();
    }
}
