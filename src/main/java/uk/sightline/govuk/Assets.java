package uk.sightline.govuk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where the style sheet, the scripts and the pictures are. Their folder is named after their content by the build, so
 * a browser may keep them for ever, and a new build is seen at once.
 */
public final class Assets {

    /** Everything below may be cached for ever. */
    public static final String ROOT = "/assets/";

    private static final String FOLDER = ROOT + version() + "/";

    private Assets() {}

    /** The address of a built file, such as {@code sightline.css}. */
    public static String url(String file) {
        return FOLDER + file;
    }

    private static String version() {
        try (var in = Assets.class.getResourceAsStream("/static/assets/version")) {
            if (in == null) throw new IllegalStateException("The assets are not built: see src/main/assets/build.mjs");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
