package uk.sightline.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the made-up second pack that a test may spoil. */
record PackFolder(Path folder) {

    static PackFolder copyInto(Path folder) {
        try {
            for (var file : List.of("pack.yaml", "everything.yaml")) {
                Files.copy(source().resolve(file), folder.resolve(file));
            }
            return new PackFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path source() {
        try {
            return Path.of(PackFolder.class.getResource("/packs/saltmarsh").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    PackFolder replace(String file, String what, String by) {
        try {
            var text = Files.readString(folder.resolve(file));
            if (!text.contains(what)) {
                throw new IllegalArgumentException("not in " + file + ": " + what);
            }
            Files.writeString(folder.resolve(file), text.replace(what, by));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PackFolder write(String file, String text) {
        return write(file, text.getBytes(UTF_8));
    }

    PackFolder write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a text stands, as line and column of its first letter. */
    String place(String file, String what) {
        try {
            var before = Files.readString(folder.resolve(file)).split(java.util.regex.Pattern.quote(what), 2)[0];
            var line = before.chars().filter(c -> c == '\n').count() + 1;
            return "%s:%d:%d".formatted(file, line, before.length() - before.lastIndexOf('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PracticePack load() {
        return PracticePacks.load(folder);
    }

    /** What loading complains of, one line each. */
    List<String> complaints() {
        try {
            load();
            return List.of();
        } catch (PackInvalid invalid) {
            return invalid.problems().stream().map(PackProblem::toString).toList();
        }
    }
}
