package uk.sightline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code sightline.pid} in the data folder: which process serves it, and at which port. */
record ProcessFile(Path file) {

    static ProcessFile in(Path data) {
        return new ProcessFile(data.resolve("sightline.pid"));
    }

    void write(int port) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + port + "\n");
        file.toFile().deleteOnExit();
    }

    /** The running product, if the process that wrote the file is still alive. */
    Optional<Running> running() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().map(c -> c.contains("java")).orElse(true))
                .map(process -> new Running(process, Integer.parseInt(lines.get(1))));
    }

    /** A product that runs. */
    record Running(ProcessHandle process, int port) {
        String address() {
            return "http://localhost:" + port;
        }
    }
}
