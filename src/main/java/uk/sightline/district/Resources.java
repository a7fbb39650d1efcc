package uk.sightline.district;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists that the district is drawn from, as they are kept in resource files. */
final class Resources {

    private Resources() {}

    /** The rows of a list after its heading, each with this many columns; the last column may hold commas. */
    static List<String[]> rows(String resource, int columns) {
        return text(resource)
                .lines()
                .skip(1)
                .map(line -> line.split(",", columns))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
