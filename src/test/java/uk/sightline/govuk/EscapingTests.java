package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class EscapingTests {

    private static final String HOSTILE = "\"><script>alert(1)</script>' onfocus=x <b>&amp;";

    @Test
    void wordsNeverBecomeHtml() {
        var text = Text.of(HOSTILE).classes(HOSTILE);
        var html = print(
                "input",
                Map.of(
                        "name",
                        HOSTILE,
                        "value",
                        HOSTILE,
                        "label",
                        Label.of(HOSTILE).classes(HOSTILE),
                        "prefix",
                        text,
                        "attributes",
                        Attributes.of("data-x", HOSTILE),
                        "errorMessage",
                        ErrorMessage.of(HOSTILE)));
        var page = Jsoup.parseBodyFragment(html);
        assertThat(page.select("script, b, [onfocus]")).isEmpty();
        assertThat(page.select("input").attr("value")).isEqualTo(HOSTILE);
        assertThat(page.select("input").attr("data-x")).isEqualTo(HOSTILE);
    }

    @Property
    void aValueComesBackAsItWasTyped(@ForAll String typed) {
        var clean = typed.replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        var page = Jsoup.parseBodyFragment(print("input", Map.of("name", "x", "value", clean)));
        assertThat(page.select("input").attr("value")).isEqualTo(clean);
    }

    @Test
    void handlersAndStylesAreNoAttributes() {
        for (var name : List.of("onclick", "style", "a b", "x=\"y", ""))
            assertThatThrownBy(() -> Attributes.of(name, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Markup that a template could not check is written in this module only, where every case is compared. */
    @Test
    void onlyTheTagsThemselvesWriteUncheckedMarkup() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            var others = files.filter(file -> file.toString().endsWith(".jte"))
                    .filter(file -> !file.startsWith("src/main/jte/govuk"))
                    .filter(file -> read(file).contains("$unsafe"))
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String print(String tag, Map<String, Object> options) {
        var out = new StringOutput();
        PublishedHtml.ENGINE.render("govuk/" + tag + ".jte", options, out);
        return out.toString();
    }
}
