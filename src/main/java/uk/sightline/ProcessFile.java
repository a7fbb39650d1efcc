package uk.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code sightline.pid} in the data folder: which process serves it, and at which port. */
record ProcessFile(Path file) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static ProcessFile in(Path data) {
        return new ProcessFile(data.resolve("sightline.pid"));
    }

    void write(int port) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + port + "\n");
        file.toFile().deleteOnExit();
    }

    /** The running product, if the process that wrote the file is still alive. */
    Optional<Running> running() {
        List<String> lines = lines();
        if (lines.size() < 2 || !lines.stream().limit(2).allMatch(NUMBER.asMatchPredicate())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().map(c -> c.contains("java")).orElse(true))
                .map(process -> new Running(process, Integer.parseInt(lines.get(1))));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A product that runs. */
    record Running(ProcessHandle process, int port) {
        String address() {
            return "http://localhost:" + port;
        }

        /** For the links that are written into e-mail, unless somebody has said how people reach the product. */
        void tellAddress(Map<String, Object> properties) {
            if (!System.getenv().containsKey("SIGHTLINE_ADDRESS")) {
                properties.put("sightline.address", address());
            }
        }
    }
}
