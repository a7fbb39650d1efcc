package uk.sightline.reference;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads practice packs. Either the whole pack is sound or {@link PackInvalid} tells everything that is not. */
public final class PracticePacks {

    private static final String CLASSPATH = "classpath:";

    private PracticePacks() {}

    /**
     * Loads a pack from where a setting says it is.
     *
     * @param where {@code classpath:packs/bradford} or the path of a folder
     * @throws PackInvalid when anything in it is wrong or missing
     */
    public static PracticePack load(String where) {
        return read(where).pack();
    }

    /**
     * Loads a pack from a folder that has a {@code pack.yaml}.
     *
     * @throws PackInvalid when anything in it is wrong or missing
     */
    public static PracticePack load(Path folder) {
        return read(folder.toString()).pack();
    }

    /** A sound pack, and the files it was read from. */
    record Sound(PracticePack pack, Map<String, byte[]> files) {}

    static Sound read(String where) {
        return where.startsWith(CLASSPATH)
                ? read(where, file -> resource(where.substring(CLASSPATH.length()) + "/" + file))
                : read(where, file -> Files.readAllBytes(Path.of(where).resolve(file)));
    }

    private static Sound read(String where, PackFiles.Source source) {
        var problems = new Problems();
        Map<String, byte[]> read = new LinkedHashMap<>();
        var files = new PackFiles(file -> kept(read, file, source), problems);
        var pack = files.open("pack.yaml").flatMap(front -> read(front, files, problems));
        if (pack.isEmpty() || !problems.found().isEmpty()) {
            throw new PackInvalid(where, problems.found());
        }
        return new Sound(pack.get(), read);
    }

    private static byte[] kept(Map<String, byte[]> read, String file, PackFiles.Source source) throws IOException {
        byte[] bytes = source.bytes(file);
        read.put(file, bytes);
        return bytes;
    }

    private static Optional<PracticePack> read(Entry front, PackFiles files, Problems problems) {
        var rows = new PackRows();
        names(front).forEach(file -> files.open(file).ifPresent(rows::take));
        if (problems.found().isEmpty()) {
            CrossChecks.run(rows, problems);
        }
        var edition = Edition.read(front, files.contentHash());
        front.refuseOthers();
        return Optional.of(new PracticePack(rows, edition));
    }

    private static Set<String> names(Entry front) {
        var names = front.texts("files");
        if (names.isEmpty()) {
            front.problem("'files' must list the other files of the pack");
        }
        names.stream()
                .filter(name -> !name.matches("[a-z0-9-]+\\.yaml"))
                .forEach(name -> front.problem("files", "'%s' is not a plain name such as teams.yaml".formatted(name)));
        names.removeIf(name -> !name.matches("[a-z0-9-]+\\.yaml"));
        return names;
    }

    private static byte[] resource(String path) throws IOException {
        try (var in = PracticePacks.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return in.readAllBytes();
        }
    }
}
