package uk.sightline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** How much room there is for the database to grow. */
@Component
public class DiskRoom {

    private final DatabaseSettings settings;

    DiskRoom(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Free bytes where the embedded database lies; empty for an external one, whose disk is not ours to see. */
    public OptionalLong free() {
        String address = settings.db();
        if (address != null && !address.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.getFileStore(settings.data()).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of " + settings.data() + " does not say how full it is", e);
        }
    }
}
