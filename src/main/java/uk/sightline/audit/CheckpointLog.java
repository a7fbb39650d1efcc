package uk.sightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checkpoints in a file, one after the other, for a second party to copy and to verify against. */
final class CheckpointLog {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Path file;
    private long written;
    private @Nullable Instant at;

    CheckpointLog(Path file) {
        this.file = file;
    }

    /** Adds the newest checkpoint, at most once a minute. */
    void offer(Checkpoint newest, Instant now) {
        if (newest.size() == written || (at != null && now.isBefore(at.plus(BETWEEN)))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, newest.text(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Checkpoints cannot be written to " + file, e);
        }
        written = newest.size();
        at = now;
    }

    /**
     * The checkpoints of such a file, smallest first.
     *
     * @throws IllegalArgumentException if it holds anything else
     */
    static List<Checkpoint> read(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("(?m)(?=^sightline-audit$)"))
                    .filter(text -> !text.isEmpty())
                    .map(Checkpoint::parse)
                    .sorted(Comparator.comparingLong(Checkpoint::size))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The kept checkpoints cannot be read: " + file, e);
        }
    }
}
