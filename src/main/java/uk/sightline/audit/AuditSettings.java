package uk.sightline.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the log's key and the checkpoints for a second party are.
 *
 * @param data the folder of this node
 * @param keys the folder of its keys; absent: {@code keys} in the data folder
 */
@ConfigurationProperties("sightline")
record AuditSettings(Path data, @Nullable Path keys) {

    Path keyFile() {
        return (keys == null ? data.resolve("keys") : keys).resolve("audit-ed25519.pem");
    }

    Path checkpointLog() {
        return data.resolve("audit-checkpoints.log");
    }
}
