package uk.sightline.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last sound pack stays in force: its files are kept beside the data, and when a changed pack is refused the product
 * starts with them and says so. Without one that was ever sound it does not start.
 */
final class PackInForce {

    private static final String FOLDER = "pack-in-force";
    private static final String FRONT = "pack.yaml";

    private PackInForce() {}

    /**
     * @param where as {@link PracticePacks#load(String)} takes it
     * @param data the folder of the data
     * @throws PackInvalid when the pack is broken and none was in force before
     */
    static PracticePack load(String where, Path data) {
        Path folder = data.resolve(FOLDER);
        try {
            PracticePacks.Sound sound = PracticePacks.read(where);
            keep(sound.files(), folder);
            return sound.pack();
        } catch (PackInvalid refused) {
            if (!Files.exists(folder.resolve(FRONT))) {
                throw refused;
            }
            return PracticePacks.load(folder).inPlaceOf(refused);
        }
    }

    /** The front file, which names the others, is written last: a folder without it counts as none. */
    private static void keep(Map<String, byte[]> files, Path folder) {
        try {
            if (isKept(files, folder)) {
                return;
            }
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(FRONT));
            for (String gone : names(folder)) {
                Files.delete(folder.resolve(gone));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals(FRONT)) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
            }
            Path front = Files.write(folder.resolve(FRONT + ".new"), files.get(FRONT));
            Files.move(front, folder.resolve(FRONT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The practice pack cannot be kept in " + folder, e);
        }
    }

    private static boolean isKept(Map<String, byte[]> files, Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !names(folder).equals(files.keySet())) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!Arrays.equals(Files.readAllBytes(folder.resolve(file.getKey())), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
