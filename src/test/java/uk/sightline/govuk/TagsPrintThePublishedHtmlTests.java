package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TagsPrintThePublishedHtmlTests {

    @TestFactory
    Stream<DynamicTest> everyTagPrintsThePublishedHtml() throws IOException {
        return Fixtures.all().stream()
                .filter(fixture -> !UnsupportedCases.REASONS.containsKey(fixture.component()))
                .map(fixture -> DynamicTest.dynamicTest(fixture.toString(), () -> compare(fixture)));
    }

    private static void compare(Fixtures.Case fixture) {
        assertThat(Dom.of(PublishedHtml.render(fixture))).isEqualTo(Dom.of(fixture.html()));
    }
}
